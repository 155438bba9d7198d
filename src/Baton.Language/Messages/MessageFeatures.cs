namespace Baton.Language;

/// <summary>
/// All that the models of feeling and of asking for a person look at: the message's words and letters, the words of the reply before
/// it, what the word patterns and the model of emotions say, and the conversation's course. Kept a thread and used again.
/// </summary>
internal sealed class MessageFeatures
{
    /// <summary>How many feature numbers these models have.</summary>
    public const int Buckets = 1 << 18;

    /// <summary>How the message itself is read; the model of emotions sees only this.</summary>
    public static TextFeatureOptions TextOptions { get; } = new('t');

    private static readonly TextFeatureOptions _replyOptions = new('a', WordOrder: 2, LongestLetters: 0, WordWeight: 0.5f);
    private static readonly HashSet<int> _measures = [];
    private static readonly HashSet<int> _courseMeasures = [];
    private static readonly string[] _besideCourse = ["cue.", "emotion.", "loud", "shouting", "stretched", "length", "short", "empty", "person-cue", "valence."];
    private static readonly PhraseKinds[] _kinds = [.. Enum.GetValues<PhraseKinds>().Where(kind => kind != PhraseKinds.None)];
    private static readonly int[] _said = [.. _kinds.Select(kind => Named($"said.{kind}"))];
    private static readonly int[] _heard = [.. _kinds.Select(kind => Named($"heard.{kind}"))];
    private static readonly int[] _saidAfterFailure = [.. _kinds.Select(kind => Named($"failure.said.{kind}"))];
    private static readonly int[] _saidAfterQuestion = [.. _kinds.Select(kind => Named($"question.said.{kind}"))];
    private static readonly int[] _cues = [.. Enum.GetValues<Feeling>().Select(feeling => Named($"cue.{feeling}"))];
    private static readonly int[] _emotions = [.. Enumerable.Range(0, 32).Select(emotion => Named($"emotion.{emotion}"))];
    private static readonly int _loud = Named("loud"), _shouting = Named("shouting"), _stretched = Named("stretched"), _length = Named("length"), _short = Named("short"), _empty = Named("empty"),
        _personCue = Named("person-cue"), _repeatsOwn = Named("repeats-own"), _repeatsLast = Named("repeats-last"),
        _agentRepeats = Named("agent-repeats"), _echoes = Named("echoes-agent"), _agentAsks = Named("agent-asks"), _earlierFailures = Named("earlier-failures"),
        _earlierResistance = Named("earlier-resistance"), _shortening = Named("shortening"), _repeatsAfterFailure = Named("failure.repeats-own"), _shortAfterFailure = Named("failure.short"),
        _nearReply = Named("near-reply"), _nearOwn = Named("near-own"), _repliesNear = Named("replies-near"),
        _good = Named("valence.good"), _bad = Named("valence.bad"), _worst = Named("valence.worst"), _shortBad = Named("valence.short-bad");

    [ThreadStatic]
    private static MessageFeatures? _ofThread;

    /// <summary>A measure says more than one row of letters among hundreds.</summary>
    private const float MeasureWeight = 6;

    /// <summary>What a pattern alone is trusted to say, as log-odds for each unit of its measure.</summary>
    private const float CueTrust = 1.2f;

    private readonly TokenBuffer _reply = new();
    private readonly CourseReader _course = new();
    private readonly MeaningFeatures _meaning = new();
    private readonly float[] _emotionScores = new float[32];

    /// <summary>
    /// What the word patterns alone would say. Models learn corrections to it, so that patterns of languages and feelings with few
    /// examples keep their say.
    /// </summary>
    public static LinearModel PatternsOfFeeling { get; } = Patterns(6, [.. Enumerable.Range(1, 5).Select(feeling => (_cues[feeling], feeling, CueTrust))]);

    /// <summary>The same for dissatisfaction.</summary>
    public static LinearModel PatternsOfDissatisfaction { get; } = Patterns(1, [.. new[] { Feeling.Frustrated, Feeling.Angry, Feeling.Resigned }.Select(feeling => (_cues[(int)feeling], 0, CueTrust))]);

    /// <summary>The same for asking for a person.</summary>
    public static LinearModel PatternOfPerson { get; } = Patterns(1, [(_personCue, 0, CueTrust)]);

    /// <summary>The calling thread's own; what it holds lasts until the next message.</summary>
    public static MessageFeatures OfThread => _ofThread ??= new MessageFeatures();

    public TokenBuffer Tokens { get; } = new();

    public FeatureBuffer Buffer { get; } = new();

    public CourseFeatures Course { get; private set; } = new();

    /// <summary>Collects the features of a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="before">What was said before, oldest first.</param>
    /// <param name="cues">What the patterns of feelings say.</param>
    /// <param name="hasPersonCue">Whether a pattern for asking for a person fits.</param>
    /// <param name="emotions">The model of emotions.</param>
    /// <param name="words">Meanings of words; null when the message's language has none.</param>
    public void Collect(string text, IReadOnlyList<Turn> before, FeelingCues cues, bool hasPersonCue, LinearModel emotions, WordVectors? words)
    {
        Buffer.Clear();
        Tokens.Read(text);
        TextFeatures.Add(Tokens, TextOptions, Buckets, Buffer);
        if (words is not null)
        {
            MeaningFeatures.Add(Tokens, words, Buffer);
            AddValence(words.Valence(Tokens));
        }

        AddEmotions(emotions);
        AddReply(before);
        Course = _course.Read(before, text);
        AddCourse(Course);
        _meaning.AddCourse(Tokens, before, words, Buffer);
        AddIf(_meaning.NearReply > 0, _nearReply, _meaning.NearReply);
        AddIf(_meaning.NearOwn > 0, _nearOwn, _meaning.NearOwn);
        AddIf(_meaning.RepliesNear > 0, _repliesNear, _meaning.RepliesNear);
        for (var feeling = 1; feeling < _cues.Length; feeling++)
            AddIf(cues.Strength((Feeling)feeling) > 0, _cues[feeling], Math.Min(cues.Strength((Feeling)feeling), 3) / 2);
        AddIf(cues.Loud > 0, _loud, Math.Min(cues.Loud, 1.5f) / 1.5f);
        AddIf(cues.IsShouting, _shouting, 0.7f);
        AddIf(Tokens.Stretched > 0, _stretched, 0.5f);
        AddIf(hasPersonCue, _personCue, 1);
        AddShape();
    }

    private void AddValence((float Good, float Bad, float Worst) valence)
    {
        AddIf(valence.Good > 0, _good, Math.Min(valence.Good, 6) / 6);
        AddIf(valence.Bad > 0, _bad, Math.Min(valence.Bad, 6) / 6);
        AddIf(valence.Worst > 0, _worst, valence.Worst / 4);
        AddIf(valence.Bad > 0 && Tokens.Count <= 6, _shortBad, valence.Worst / 4);
    }

    private void AddEmotions(LinearModel emotions)
    {
        var scores = _emotionScores.AsSpan(0, emotions.Bias.Length);
        emotions.Score(Buffer.Indexes, Buffer.Values, scores);
        Logistic.Softmax(scores);
        for (var emotion = 0; emotion < scores.Length; emotion++)
            AddMeasure(_emotions[emotion], scores[emotion]);
    }

    private void AddReply(IReadOnlyList<Turn> before)
    {
        if (before.Count == 0 || before[^1].Speaker == "customer")
            return;
        _reply.Read(before[^1].Text);
        TextFeatures.Add(_reply, _replyOptions, Buckets, Buffer, hasPlaces: false);
    }

    private void AddCourse(CourseFeatures course)
    {
        var isAfterFailure = (course.Heard & (PhraseKinds.AgentFailed | PhraseKinds.AgentLost | PhraseKinds.AgentEmpty)) != PhraseKinds.None;
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            AddIf((course.Heard & _kinds[kind]) != PhraseKinds.None && _kinds[kind] < PhraseKinds.Declines, _heard[kind], 0.5f);
            if ((course.Said & _kinds[kind]) == PhraseKinds.None || _kinds[kind] < PhraseKinds.Declines)
                continue;
            AddMeasure(_said[kind], 0.5f);
            AddIf(isAfterFailure, _saidAfterFailure[kind], 0.5f);
            AddIf(course.AgentAsks, _saidAfterQuestion[kind], 0.5f);
        }

        AddIf(course.AgentAsks, _agentAsks, 0.5f);
        AddIf(isAfterFailure && Tokens.Count <= 3, _shortAfterFailure, 0.5f);
        AddIf(isAfterFailure, _repeatsAfterFailure, course.RepeatsOwn);
        AddMeasure(_repeatsOwn, course.RepeatsOwn);
        AddMeasure(_repeatsLast, course.RepeatsLast);
        AddMeasure(_agentRepeats, course.AgentRepeats);
        AddMeasure(_echoes, course.EchoesAgent);
        AddMeasure(_earlierFailures, course.EarlierFailures);
        AddMeasure(_earlierResistance, course.EarlierResistance);
        AddMeasure(_shortening, course.Shortening);
    }

    /// <summary>How long the message is and where it stands: weighs little, or every short message would be like every other.</summary>
    private void AddShape()
    {
        Buffer.Add(_length, MathF.Log(1 + Tokens.Count) / 3);
        if (Tokens.Count <= 3)
            Buffer.Add(_short, 0.5f);
        if (Tokens.Count == 0)
            Buffer.Add(_empty, 6);
    }

    private void AddIf(bool holds, int feature, float value)
    {
        if (holds && value != 0)
            AddMeasure(feature, value);
    }

    private void AddMeasure(int feature, float value) => Buffer.Add(feature, value * MeasureWeight);

    /// <summary>The features with words and letters counting more or less; measures stay.</summary>
    public static FeatureVector WeighWords(FeatureVector vector, float share) =>
        new(vector.Indexes, [.. vector.Values.Select((value, feature) => _measures.Contains(vector.Indexes[feature]) ? value : value * share)]);

    /// <summary>What the course alone gives: phrases of this turn and the reply before it, repetition, earlier failures.</summary>
    public static FeatureVector OfCourse(FeatureVector vector)
    {
        var kept = Enumerable.Range(0, vector.Indexes.Length).Where(feature => _courseMeasures.Contains(vector.Indexes[feature])).ToList();
        return new FeatureVector([.. kept.Select(feature => vector.Indexes[feature])], [.. kept.Select(feature => vector.Values[feature])]);
    }

    /// <summary>The same of a model: it scores a message as it would score one whose words counted so much.</summary>
    public static LinearModel WeighWords(LinearModel model, float share)
    {
        var weights = model.Weights.ToArray();
        for (var feature = 0; feature < model.Buckets; feature++)
        {
            for (var @class = 0; @class < model.Bias.Length && model.RowOf[feature] >= 0 && !_measures.Contains(feature); @class++)
                weights[(model.RowOf[feature] * model.Bias.Length) + @class] *= share;
        }

        return model with { Weights = weights };
    }

    private static LinearModel Patterns(int classes, (int Feature, int Class, float Weight)[] weights)
    {
        var rowOf = new int[Buckets];
        Array.Fill(rowOf, -1);
        var values = new float[weights.Length * classes];
        for (var row = 0; row < weights.Length; row++)
        {
            rowOf[weights[row].Feature] = row;
            values[(row * classes) + weights[row].Class] = weights[row].Weight;
        }

        return new LinearModel([.. Enumerable.Range(0, classes).Select(number => $"{number}")], rowOf, values, new float[classes]);
    }

    private static int Named(string name)
    {
        var feature = FeatureHash.Named(name, Buckets);
        _measures.Add(feature);
        if (!Array.Exists(_besideCourse, beside => name.StartsWith(beside, StringComparison.Ordinal)))
            _courseMeasures.Add(feature);
        return feature;
    }
}
