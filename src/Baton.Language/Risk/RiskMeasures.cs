namespace Baton.Language;

/// <summary>
/// Measures the course of a conversation up to a customer's turn. The same turns give the same measures; one object serves one thread.
/// Only the latest turns count: a long conversation is not a bad one by its length.
/// </summary>
internal sealed class RiskMeasures
{
    /// <summary>So many latest turns are looked at.</summary>
    public const int MostTurns = 24;

    /// <summary>Two turns say the same from this likeness on.</summary>
    public const float Same = 0.45f;

    // Beside sixty measures, hundreds of words would otherwise learn the matter instead of the course.
    private const float WordWeight = 0.05f;

    private const PhraseKinds Resistance = PhraseKinds.Rejects | PhraseKinds.Corrects | PhraseKinds.Insists;

    private readonly float[] _values = new float[Enum.GetValues<RiskMeasure>().Length];
    private readonly int[] _versions = new int[Enum.GetValues<RiskMeasure>().Length];
    private int _rounds, _sinceProgress, _misses, _tools;
    private float _dissatisfied, _words;
    private TurnWords? _now, _reply;

    public ReadOnlySpan<float> Values => _values;

    public float this[RiskMeasure measure]
    {
        get => _values[(int)measure];
        private set => _values[(int)measure] = value;
    }

    /// <summary>The turn that a measure was seen in, the latest where there are several; 0 when in none.</summary>
    public int VersionOf(RiskMeasure measure) => _versions[(int)measure];

    /// <param name="turns">Oldest first; the last one is the customer's.</param>
    public void Read(IReadOnlyList<RiskTurn> turns)
    {
        Array.Clear(_values);
        Array.Clear(_versions);
        _rounds = _sinceProgress = _misses = _tools = 0;
        _dissatisfied = _words = 0;
        var start = Math.Max(0, turns.Count - MostTurns);
        for (var at = start; at < turns.Count - 1; at++)
        {
            if (turns[at].IsCustomer)
                PassCustomer(turns, start, at);
            else
                PassAgent(turns, start, at);
        }

        ReadLast(turns, start);
    }

    /// <summary>Adds the measures, and the words of the turn and of the reply before it, which count little.</summary>
    public void AddTo(FeatureBuffer buffer)
    {
        for (var measure = 0; measure < _values.Length; measure++)
            buffer.Add(measure, _values[measure]);
        _now?.AddTo(buffer, 'n', WordWeight);
        _reply?.AddTo(buffer, 'r', WordWeight);
    }

    /// <summary>Counts a share of something that happens often: once is a third, thrice is all.</summary>
    private void Count(RiskMeasure measure, bool isSo, int version)
    {
        if (!isSo)
            return;
        this[measure] = Math.Min(this[measure] + (1 / 3f), 1);
        _versions[(int)measure] = version;
    }

    private void Highest(RiskMeasure measure, float value, int version)
    {
        if (value <= this[measure])
            return;
        this[measure] = value;
        _versions[(int)measure] = version;
    }

    private void Set(RiskMeasure measure, float value, int version)
    {
        this[measure] = value;
        _versions[(int)measure] = version;
    }

    private void Set(RiskMeasure measure, bool isSo, int version) => Set(measure, isSo ? 1 : 0, version);

    private void PassCustomer(IReadOnlyList<RiskTurn> turns, int start, int at)
    {
        var turn = turns[at];
        if (_rounds++ == 0)
            Set(RiskMeasure.ArrivedDissatisfied, turn.Opinion.Dissatisfied, turn.Version);
        Highest(RiskMeasure.DissatisfiedBefore, turn.Opinion.Dissatisfied, turn.Version);
        Highest(RiskMeasure.PersonBefore, turn.Opinion.Person, turn.Version);
        _dissatisfied += turn.Opinion.Dissatisfied;
        _words += turn.Words.Count;
        Count(RiskMeasure.RepeatedOften, MostAlike(turns, start, at) >= Same, turn.Version);
        Count(RiskMeasure.ResistedOften, turn.Words.Has(Resistance) && _rounds > 1, turn.Version);
        Count(RiskMeasure.NumberAgain, GivesNumberAgain(turns, start, at), turn.Version);
        if (turn.Opinion.Satisfied >= 0.5f)
            _sinceProgress = 0;
    }

    private void PassAgent(IReadOnlyList<RiskTurn> turns, int start, int at)
    {
        var turn = turns[at];
        var isRepeated = MostAlike(turns, start, at) >= Same;
        Count(RiskMeasure.AgentRepeatedOften, isRepeated, turn.Version);
        Count(RiskMeasure.FailedOften, turn.Words.Has(PhraseKinds.AgentFailed), turn.Version);
        Count(RiskMeasure.LostOften, turn.Words.Has(PhraseKinds.AgentLost), turn.Version);
        Count(RiskMeasure.SorryOften, turn.Words.Has(PhraseKinds.AgentSorry), turn.Version);
        Count(RiskMeasure.EmptyOften, turn.Words.Has(PhraseKinds.AgentEmpty), turn.Version);
        Count(RiskMeasure.DoneOften, turn.Words.Has(PhraseKinds.AgentDone), turn.Version);
        Count(RiskMeasure.ToolsFailedOften, turn.ToolsFailed > 0, turn.Version);
        Count(RiskMeasure.ToolsDoneOften, turn.ToolsDone > 0, turn.Version);
        Count(RiskMeasure.DoneWithoutToolOften, turn.Words.Has(PhraseKinds.AgentDone) && turn.ToolsDone == 0, turn.Version);
        Count(RiskMeasure.FailureUnsaid, turn.ToolsFailed > 0 && turn.ToolsDone == 0 && !turn.Words.Has(PhraseKinds.AgentFailed | PhraseKinds.AgentSorry), turn.Version);
        _tools += turn.ToolsDone + turn.ToolsFailed;
        var misses = Misses(turns, start, at);
        _misses += misses >= 0.9f ? 1 : 0;
        _sinceProgress = turn.ToolsDone > 0 || turn.Words.Has(PhraseKinds.AgentDone) ? 0 : _sinceProgress + 1;
    }

    private void ReadLast(IReadOnlyList<RiskTurn> turns, int start)
    {
        var last = turns.Count - 1;
        var now = turns[last];
        var opinion = now.Opinion;
        (_now, _reply) = (now.Words, null);
        Set(RiskMeasure.ToolCalls, MathF.Log2(1 + _tools) / 5, now.Version);
        Set(RiskMeasure.Opening, _rounds == 0, now.Version);
        Set(RiskMeasure.Rounds, Math.Min(_rounds, 8) / 8f, now.Version);
        Set(RiskMeasure.ManyRounds, Math.Max(0, Math.Min(_rounds, 12) - 3) / 9f, now.Version);
        Set(RiskMeasure.Dissatisfied, opinion.Dissatisfied, now.Version);
        Set(RiskMeasure.DissatisfiedUsually, (_dissatisfied + opinion.Dissatisfied) / (_rounds + 1), now.Version);
        if (_rounds == 0)
            Set(RiskMeasure.ArrivedDissatisfied, opinion.Dissatisfied, now.Version);
        Set(RiskMeasure.GrowsDissatisfied, Math.Max(0, opinion.Dissatisfied - this[RiskMeasure.ArrivedDissatisfied]), now.Version);
        Set(RiskMeasure.Angry, opinion.Angry, now.Version);
        Set(RiskMeasure.Resigned, opinion.Resigned, now.Version);
        Set(RiskMeasure.Worried, opinion.Worried, now.Version);
        Set(RiskMeasure.Satisfied, opinion.Satisfied, now.Version);
        Set(RiskMeasure.Person, opinion.Person, now.Version);
        ReadSaid(turns, start, last);
        var reply = LastReply(turns, start, last);
        if (reply >= 0)
            ReadReply(turns, start, reply);
        Set(RiskMeasure.WritesAgain, _rounds > 0 && last > start && turns[last - 1].IsCustomer, now.Version);
        Set(RiskMeasure.NoProgress, Math.Min(_sinceProgress, 5) / 5f, now.Version);
        Set(RiskMeasure.MissesOften, Math.Min(_misses, 4) / 4f, reply >= 0 ? turns[reply].Version : 0);
        Combine(now);
    }

    private void ReadSaid(IReadOnlyList<RiskTurn> turns, int start, int last)
    {
        var now = turns[last];
        var alike = MostAlike(turns, start, last);
        Set(RiskMeasure.RepeatsItself, alike, now.Version);
        Set(RiskMeasure.Rejects, now.Words.Has(PhraseKinds.Rejects) && _rounds > 0, now.Version);
        Set(RiskMeasure.Corrects, now.Words.Has(PhraseKinds.Corrects) && _rounds > 0, now.Version);
        Set(RiskMeasure.Insists, now.Words.Has(PhraseKinds.Insists), now.Version);
        Set(RiskMeasure.Waits, now.Words.Has(PhraseKinds.Waits) && _rounds > 0, now.Version);
        Set(RiskMeasure.Thanks, now.Words.Has(PhraseKinds.Thanks), now.Version);
        Set(RiskMeasure.Accepts, now.Words.Has(PhraseKinds.Accepts), now.Version);
        Set(RiskMeasure.Closes, now.Words.Has(PhraseKinds.Closes), now.Version);
        Set(RiskMeasure.GivesUp, now.Words.Has(PhraseKinds.GivesUp), now.Version);
        Set(RiskMeasure.AsksAgain, now.Words.Asks && _rounds > 0, now.Version);
        Count(RiskMeasure.NumberAgain, GivesNumberAgain(turns, start, last), now.Version);
        if (_rounds > 0 && _words > 0)
        {
            var usual = _words / _rounds;
            Set(RiskMeasure.Shorter, Math.Clamp(1 - (now.Words.Count / usual), 0, 1), now.Version);
            Set(RiskMeasure.Longer, Math.Clamp((now.Words.Count / usual) - 1, 0, 2) / 2, now.Version);
        }

        if (last > start)
            Set(RiskMeasure.CustomerPaused, Pause(turns[last - 1], now), now.Version);
    }

    private void ReadReply(IReadOnlyList<RiskTurn> turns, int start, int at)
    {
        var reply = turns[at];
        var alike = MostAlike(turns, start, at);
        _reply = reply.Words;
        Set(RiskMeasure.LastLong, MathF.Log2(1 + reply.Words.Count) / 7, reply.Version);
        Set(RiskMeasure.LastRepeats, alike, reply.Version);
        Set(RiskMeasure.LastFailed, reply.Words.Has(PhraseKinds.AgentFailed), reply.Version);
        Set(RiskMeasure.LastLost, reply.Words.Has(PhraseKinds.AgentLost), reply.Version);
        Set(RiskMeasure.LastSorry, reply.Words.Has(PhraseKinds.AgentSorry), reply.Version);
        Set(RiskMeasure.LastEmpty, reply.Words.Has(PhraseKinds.AgentEmpty), reply.Version);
        Set(RiskMeasure.LastDone, reply.Words.Has(PhraseKinds.AgentDone), reply.Version);
        Set(RiskMeasure.LastAsks, reply.Words.Asks, reply.Version);
        Set(RiskMeasure.LastAsksAgain, reply.Words.Asks && alike >= Same, reply.Version);
        Set(RiskMeasure.LastMissesTurn, Misses(turns, start, at), reply.Version);
        Set(RiskMeasure.ToolFailed, reply.ToolsFailed > 0, reply.Version);
        Set(RiskMeasure.ToolDone, reply.ToolsDone > 0, reply.Version);
        Set(RiskMeasure.DoneWithoutTool, reply.Words.Has(PhraseKinds.AgentDone) && reply.ToolsDone == 0, reply.Version);
        if (at > start)
            Set(RiskMeasure.AgentPaused, Pause(turns[at - 1], reply), reply.Version);
    }

    private void Combine(RiskTurn now)
    {
        var isTrouble = this[RiskMeasure.LastFailed] + this[RiskMeasure.LastLost] + this[RiskMeasure.LastEmpty] + this[RiskMeasure.LastRepeats] > 0.8f;
        Set(RiskMeasure.RepeatsAfterRepeat, Math.Min(this[RiskMeasure.RepeatsItself], this[RiskMeasure.LastRepeats]), now.Version);
        Set(RiskMeasure.LateDissatisfied, _rounds >= 2 ? this[RiskMeasure.Dissatisfied] : 0, now.Version);
        Set(RiskMeasure.AcceptsWithoutTool, this[RiskMeasure.Accepts] + this[RiskMeasure.Thanks] > 0 && this[RiskMeasure.ToolDone] == 0 && _rounds > 0, now.Version);
        Set(RiskMeasure.ThanksAfterTool, this[RiskMeasure.Thanks] * this[RiskMeasure.ToolDone], now.Version);
        Set(RiskMeasure.ShortAfterFailure, isTrouble ? this[RiskMeasure.Shorter] : 0, now.Version);
        Set(RiskMeasure.AsksAfterFailure, isTrouble ? this[RiskMeasure.AsksAgain] : 0, now.Version);
    }

    /// <summary>How little of what the customer just said a reply takes up: 1 for nothing.</summary>
    private static float Misses(IReadOnlyList<RiskTurn> turns, int start, int at)
    {
        for (var before = at - 1; before >= start; before--)
        {
            if (turns[before].IsCustomer)
                return 1 - turns[before].Words.ShareIn(turns[at].Words);
        }

        return 0;
    }

    /// <summary>Likeness of a turn to the most alike of the same side's earlier ones.</summary>
    private static float MostAlike(IReadOnlyList<RiskTurn> turns, int start, int at)
    {
        var most = 0f;
        for (var before = start; before < at; before++)
        {
            if (turns[before].IsCustomer == turns[at].IsCustomer && turns[before].Words.Count > 2)
                most = Math.Max(most, turns[at].Words.Likeness(turns[before].Words));
        }

        return most;
    }

    private static bool GivesNumberAgain(IReadOnlyList<RiskTurn> turns, int start, int at)
    {
        for (var before = start; before < at; before++)
        {
            if (turns[before].IsCustomer && turns[at].Words.SharesNumber(turns[before].Words))
                return true;
        }

        return false;
    }

    private static int LastReply(IReadOnlyList<RiskTurn> turns, int start, int last)
    {
        for (var at = last - 1; at >= start; at--)
        {
            if (!turns[at].IsCustomer)
                return at;
        }

        return -1;
    }

    /// <summary>A second is nothing, a day is 1, on a logarithmic scale.</summary>
    private static float Pause(RiskTurn before, RiskTurn after) =>
        (float)Math.Clamp(Math.Log10(Math.Max((after.At - before.At).TotalSeconds, 1)) / Math.Log10(86_400), 0, 1);
}
