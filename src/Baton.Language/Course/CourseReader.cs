namespace Baton.Language;

/// <summary>Takes <see cref="CourseFeatures"/> of a turn and what was said before it. One reader serves one thread at a time.</summary>
internal sealed class CourseReader
{
    /// <summary>Older turns are not looked at: a long conversation would otherwise look like a bad one by its length alone.</summary>
    public const int MostTurns = 6;

    private const int LongestCourtesy = 8;
    private const PhraseKinds Courtesies = PhraseKinds.Thanks | PhraseKinds.Accepts | PhraseKinds.Closes;
    private const PhraseKinds Complaints = PhraseKinds.Rejects | PhraseKinds.Corrects | PhraseKinds.Insists | PhraseKinds.Waits | PhraseKinds.GivesUp;

    private readonly TokenBuffer _tokens = new();
    private readonly WordBag _current = new();
    private readonly WordBag _lastReply = new();
    private readonly WordBag _other = new();

    /// <param name="before">What was said before, oldest first.</param>
    /// <param name="text">The customer's turn.</param>
    public CourseFeatures Read(IReadOnlyList<Turn> before, string text)
    {
        var start = Math.Max(0, before.Count - MostTurns);
        _tokens.Read(text);
        _current.Fill(_tokens);
        var features = new Collected { Said = PhraseFinder.Shipped.Find(_tokens) };
        var lastReply = LastReply(before, start);
        if (lastReply >= 0)
        {
            _tokens.Read(before[lastReply].Text);
            _lastReply.Fill(_tokens);
            features.Heard = PhraseFinder.Shipped.Find(_tokens);
            features.AgentAsks = AsksSomething(before[lastReply].Text);
        }

        for (var turn = before.Count - 1; turn >= start; turn--)
        {
            _tokens.Read(before[turn].Text);
            _other.Fill(_tokens);
            var kinds = PhraseFinder.Shipped.Find(_tokens);
            if (IsCustomer(before[turn]))
                AddOwn(ref features, kinds);
            else if (turn != lastReply)
                AddReply(ref features, kinds);
        }

        // Saying thanks twice, or yes or no to a question, is manners and not the same question again.
        var courtesies = Courtesies | (features.AgentAsks ? PhraseKinds.Declines : PhraseKinds.None);
        var isCourtesy = _current.Count <= LongestCourtesy && (features.Said & courtesies) != PhraseKinds.None && (features.Said & Complaints) == PhraseKinds.None;
        return new CourseFeatures
        {
            Rounds = Math.Min(features.OwnTurns, 6) / 6f,
            IsOpening = features.OwnTurns == 0,
            RepeatsOwn = isCourtesy ? 0 : features.RepeatsOwn,
            RepeatsLast = isCourtesy ? 0 : features.RepeatsLast,
            AgentRepeats = isCourtesy || (features.Heard & PhraseKinds.AgentOffers) != PhraseKinds.None ? 0 : features.AgentRepeats,
            EchoesAgent = lastReply >= 0 ? _current.ShareIn(_lastReply) : 0,
            AgentAsks = features.AgentAsks,
            EarlierFailures = Math.Min(features.Failures, 4) / 4f,
            EarlierResistance = Math.Min(features.Resistance, 4) / 4f,
            Shortening = isCourtesy ? 0 : Shortening(features),
            Said = features.Said,
            Heard = features.Heard,
        };
    }

    private void AddOwn(ref Collected features, PhraseKinds kinds)
    {
        var likeness = _current.Likeness(_other);
        if (features.OwnTurns++ == 0)
            features.RepeatsLast = likeness;
        features.RepeatsOwn = Math.Max(features.RepeatsOwn, likeness);
        features.OwnWords += _other.Count;
        features.Resistance += (kinds & (PhraseKinds.Rejects | PhraseKinds.Corrects | PhraseKinds.Insists)) != PhraseKinds.None ? 1 : 0;
    }

    private void AddReply(ref Collected features, PhraseKinds kinds)
    {
        features.AgentRepeats = Math.Max(features.AgentRepeats, _lastReply.Likeness(_other));
        features.Failures += (kinds & (PhraseKinds.AgentFailed | PhraseKinds.AgentLost | PhraseKinds.AgentSorry)) != PhraseKinds.None ? 1 : 0;
    }

    private float Shortening(Collected features)
    {
        if (features.OwnTurns == 0 || features.OwnWords == 0)
            return 0;
        var usual = (float)features.OwnWords / features.OwnTurns;
        return Math.Clamp(1 - (_current.Count / usual), 0, 1);
    }

    private static int LastReply(IReadOnlyList<Turn> before, int start)
    {
        for (var turn = before.Count - 1; turn >= start; turn--)
        {
            if (!IsCustomer(before[turn]))
                return turn;
        }

        return -1;
    }

    private static bool IsCustomer(Turn turn) => turn.Speaker == "customer";

    private static bool AsksSomething(string text) => text.AsSpan().TrimEnd() is [.., '?' or '？'];

    private struct Collected
    {
        public PhraseKinds Said;
        public PhraseKinds Heard;
        public bool AgentAsks;
        public int OwnTurns;
        public int OwnWords;
        public float RepeatsOwn;
        public float RepeatsLast;
        public float AgentRepeats;
        public int Failures;
        public int Resistance;
    }
}
