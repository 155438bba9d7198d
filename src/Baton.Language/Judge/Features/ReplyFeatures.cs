namespace Baton.Language;

/// <summary>
/// The features of a reply in its context: measures of what it shares with question, facts and earlier turns, its values, cues and
/// readability, and, counting less, its words.
/// </summary>
internal sealed class ReplyFeatures
{
    /// <summary>How many feature numbers there are.</summary>
    public const int Buckets = 1 << 16;

    private static readonly TextFeatureOptions _words = new('r', WordOrder: 2, ShortestLetters: 4, LongestLetters: 4, WordWeight: 1f, LetterWeight: 0.5f);
    private static readonly TextFeatureOptions _asked = new('q', WordOrder: 1, LongestLetters: 0, WordWeight: 0.3f);

    private readonly FeatureBuffer _buffer = new();
    private readonly TokenBuffer _tokens = new();
    private readonly WordVectors _vectors;
    private readonly float[] _mean = new float[WordVectors.Dimensions];
    private readonly float[] _other = new float[WordVectors.Dimensions];
    private readonly WordBag _own = new();
    private readonly WordBag _earlier = new();
    private readonly TokenBuffer _earlierTokens = new();

    public ReplyFeatures(WordVectors vectors) => _vectors = vectors;

    /// <summary>From which of the features last collected on they are words, and no measures of reply and context.</summary>
    public int WordsFrom { get; private set; }

    /// <summary>Collects the features; the buffer is used again by the next call.</summary>
    public FeatureBuffer Collect(ReplyReading reading)
    {
        _buffer.Clear();
        _tokens.Read(reading.Reply.Message.Text);
        AddContents(reading);
        AddValues(reading);
        AddCues(reading);
        AddAsks(reading);
        AddProgress(reading);
        AddRepetition(reading);
        AddStyle(reading);
        AddMeaning(reading);
        WordsFrom = _buffer.Count;
        TextFeatures.Add(_tokens, _words, Buckets, _buffer);
        _earlierTokens.Read(reading.Input.Question);
        TextFeatures.Add(_earlierTokens, _asked, Buckets, _buffer, hasPlaces: false);
        return _buffer;
    }

    private void Named(string name, double value)
    {
        if (value != 0)
            _buffer.Add(FeatureHash.Named(name, Buckets), (float)value);
    }

    private void AddContents(ReplyReading reading)
    {
        var contents = reading.Reply.Contents;
        var unsaid = contents.Stems.Where(stem => !reading.SaidStems.Contains(stem)).ToList();
        Named("length", Math.Min(2, Math.Log(1 + reading.Reply.Message.Words.Count) / 3));
        Named("short", reading.Reply.Message.Words.Count < 8 ? 1 : 0);
        Named("in-facts", contents.ShareIn(reading.FactStems));
        Named("in-known", contents.ShareIn(reading.KnownStems));
        Named("in-question", contents.ShareIn(reading.Question.Contents.Stems));
        Named("question-in", reading.Question.Contents.ShareIn(contents.Stems));
        Named("new", Math.Min(1.5, unsaid.Count / 15.0));
        Named("new-from-facts", Math.Min(1.5, unsaid.Count(reading.FactStems.Contains) / 4.0));
        Named("has-new-fact", unsaid.Any(reading.FactStems.Contains) ? 1 : 0);
        var best = reading.Facts.Select(fact => fact.Contents.ShareIn(contents.Stems)).DefaultIfEmpty(0).ToList();
        Named("fact-best", best.Max());
        Named("no-facts", reading.Facts.Count == 0 ? 1 : 0);
        Named("lang-" + reading.Language, 0.3);
    }

    private void AddValues(ReplyReading reading)
    {
        int supported = 0, derived = 0, unsupported = 0, fresh = 0;
        for (var index = 0; index < reading.Reply.Values.Count; index++)
        {
            var (support, _, text) = reading.Support[index];
            supported += support == ClaimSupport.Supported ? 1 : 0;
            derived += support == ClaimSupport.Derived ? 1 : 0;
            unsupported += support == ClaimSupport.Unsupported ? 1 : 0;
            fresh += support == ClaimSupport.Supported && text!.Place == EvidencePlace.Fact ? 1 : 0;
        }

        var inFacts = reading.Facts.Sum(fact => fact.Values.Count);
        Named("values", Math.Min(1.5, reading.Reply.Values.Count / 4.0));
        Named("no-values", reading.Reply.Values.Count == 0 ? 1 : 0);
        Named("values-from-facts", Math.Min(1.5, fresh / 3.0));
        Named("has-value-from-facts", fresh > 0 ? 1 : 0);
        Named("values-derived", Math.Min(1, derived / 2.0));
        Named("values-unsupported", Math.Min(1, unsupported / 2.0));
        Named("facts-have-values-reply-none", inFacts > 0 && fresh == 0 ? 1 : 0);
        Named("has-contact", reading.Reply.Message.Text.Contains('@', StringComparison.Ordinal) || reading.Reply.Values.Exists(value => value.Kind == ClaimKind.Code && value.Code.Length >= 7 && char.IsAsciiDigit(value.Code[0])) ? 1 : 0);
        Named("has-link", reading.Reply.Message.Text.Contains("http", StringComparison.OrdinalIgnoreCase) || reading.Reply.Message.Text.Contains("www", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
    }

    private void AddCues(ReplyReading reading)
    {
        var words = Math.Max(6, reading.Reply.Message.Words.Count);
        Span<int> counts = stackalloc int[ReplyCues.Sections.Count];
        foreach (var hit in reading.Reply.Cues)
        {
            for (var section = 0; section < counts.Length; section++)
                counts[section] += ReplyCues.Sections[section] == hit.Name ? 1 : 0;
        }

        for (var section = 0; section < counts.Length; section++)
        {
            if (counts[section] == 0)
                continue;
            Named("cue-" + ReplyCues.Sections[section], 0.7);
            Named("cue-rate-" + ReplyCues.Sections[section], Math.Min(1.5, counts[section] * 8.0 / words));
        }

        var wants = reading.CustomerSays("wants-person");
        var grave = reading.CustomerSays("grave");
        var hasWay = reading.FirstCue("way") is not null;
        Named("wants-person", wants ? 1 : 0);
        Named("grave", grave ? 1 : 0);
        Named("wants-no-way", wants && !hasWay ? 1.5 : 0);
        Named("wants-way", wants && hasWay ? 1 : 0);
        Named("grave-no-way", grave && !hasWay ? 1 : 0);
        Named("wants-bot", wants && reading.FirstCue("bot") is not null ? 1 : 0);
        Named("wants-deflect", wants && reading.FirstCue("deflect") is not null ? 1 : 0);
        Named("wants-contact", wants && (hasWay || reading.Reply.Values.Count > 0) ? 1 : 0);
        Named("soothe-no-value", reading.Reply.Values.Count == 0 && (reading.FirstCue("soothe") ?? reading.FirstCue("sorry") ?? reading.FirstCue("vague")) is not null ? 1 : 0);
    }

    private void AddAsks(ReplyReading reading)
    {
        var asks = reading.Asks;
        Named("asks", Math.Min(1.5, asks.Count / 3.0));
        if (asks.Count == 0)
            return;
        Named("ask-overlap-mean", asks.Average(ask => ask.Overlap));
        Named("ask-overlap-least", asks.Min(ask => ask.Overlap));
        Named("ask-kind-met", asks.Count(ask => ask.HasKind) / (double)asks.Count);
        Named("ask-all-kinds-met", asks.All(ask => ask.HasKind) ? 1 : 0);
        Named("ask-none-met", asks.Any(ask => ask.HasKind) ? 0 : 1);
        foreach (var kind in Enum.GetValues<AskKind>())
        {
            if (asks.Any(ask => ask.Kind == kind && !ask.HasKind))
                Named("ask-open-" + kind, 0.7);
            if (asks.Any(ask => ask.Kind == kind && ask.HasKind))
                Named("ask-met-" + kind, 0.7);
        }

        Named("words-an-ask", Math.Min(1.5, reading.Reply.Message.Words.Count / 25.0 / asks.Count));
    }

    private void AddProgress(ReplyReading reading)
    {
        Named("act-supported", reading.Acts.Any(act => act is { IsSupported: true, IsNew: true }) ? 1 : 0);
        Named("act-told-again", reading.Acts.Count > 0 && reading.Acts.All(act => !act.IsNew) ? 1 : 0);
        Named("act-unsupported", reading.Acts.Any(act => !act.IsSupported) ? 1 : 0);
        Named("new-values", Math.Min(1.5, reading.NewValues / 2.0));
        Named("asks-something-new", ReplyProgress.AsksSomethingNew(reading) ? 1 : 0);
        Named("only-told", reading.CustomerOnlyTells ? 1 : 0);
        Named("gave-values", reading.Question.Values.Count > 0 ? 1 : 0);
    }

    private void AddRepetition(ReplyReading reading)
    {
        float likeness = 0, share = 0, content = 0;
        _own.Fill(_tokens);
        foreach (var turn in reading.ServiceTurns)
        {
            _earlierTokens.Read(turn.Message.Text);
            _earlier.Fill(_earlierTokens);
            likeness = Math.Max(likeness, _own.Likeness(_earlier));
            share = Math.Max(share, _own.ShareIn(_earlier));
            content = Math.Max(content, reading.Reply.Contents.ShareIn(turn.Contents.Stems));
        }

        var said = reading.ServiceTurns.Any();
        Named("said-before", said ? 0.5 : 0);
        Named("never-said", said ? 0 : 1);
        Named("like-earlier", likeness * 2);
        Named("share-earlier", share);
        Named("content-earlier", content);
        Named("much-earlier", content > 0.5 ? 1 : 0);
        Named("both-sorry", reading.FirstCue("sorry") is not null && reading.ServiceTurns.Any(turn => turn.Cues.Exists(hit => hit.Name == "sorry")) ? 1 : 0);
        Named("both-vague", reading.FirstCue("vague") is not null && reading.ServiceTurns.Any(turn => turn.Cues.Exists(hit => hit.Name == "vague")) ? 1 : 0);
        Named("both-deflect", reading.FirstCue("deflect") is not null && reading.ServiceTurns.Any(turn => turn.Cues.Exists(hit => hit.Name == "deflect")) ? 1 : 0);
        Named("both-ask", reading.FirstCue("ask") is not null && reading.ServiceTurns.Any(turn => turn.Cues.Exists(hit => hit.Name == "ask")) ? 1 : 0);
        Named("said-no-new-fact", said && !reading.Support.Any(one => one.Text?.Place == EvidencePlace.Fact) ? 1 : 0);
    }

    private void AddStyle(ReplyReading reading)
    {
        var message = reading.Reply.Message;
        var words = Math.Max(1, message.Words.Count);
        var isSpaced = reading.Language != "zh";
        Named("hard-to-read", isSpaced ? Math.Clamp((60 - reading.Ease.Value) / 60, -1, 2) : Math.Clamp((reading.Ease.Value - 20) / 30, -1, 2));
        Named("lix", isSpaced ? Math.Clamp((reading.Ease.Lix - 40) / 30, -1, 2) : 0);
        Named("sentence-length", Math.Min(2, reading.Ease.WordsPerSentence / 25));
        Named("long-words", message.Words.Count(word => word.Form.Length > 10) * 4.0 / words);
        Named("short-forms", ShortForms(message) * 4.0 / words);
        Named("brackets", Math.Min(1.5, message.Text.Count(character => character is '(' or '/' or ';' or '§') * 5.0 / words));
        Named("asks-back", message.Sentences.Any(sentence => sentence.IsQuestion) ? 1 : 0);
        Named("ends-asking", message.Sentences.Count > 0 && message.Sentences[^1].IsQuestion ? 1 : 0);
        Named("exclaims", Math.Min(1, message.Sentences.Sum(sentence => sentence.Exclamations) / 2.0));
        if (reading.Language != "en")
            return;
        var (good, bad, worst) = _vectors.Valence(_tokens);
        Named("good", Math.Min(1.5, good * 3 / words));
        Named("bad", Math.Min(1.5, bad * 3 / words));
        Named("worst", worst / 3);
    }

    /// <summary>Words in capitals of two letters and more, and words with a point inside the sentence: "RFD", "reqd.", "crit. 2".</summary>
    private static int ShortForms(MessageText message)
    {
        var count = 0;
        for (var index = 0; index < message.Words.Count; index++)
        {
            var word = message.Words[index];
            var written = message.Text.AsSpan(word.Start, word.End - word.Start);
            var isCapital = written.Length >= 2 && !written.ContainsAnyExceptInRange('A', 'Z');
            var isCut = word.End + 1 < message.Text.Length && message.Text[word.End] == '.' && char.IsLetter(word.Form[0]) && word.Form.Length <= 5 && (char.IsLower(message.Text[word.End + 1]) || (message.Text[word.End + 1] == ' ' && word.End + 2 < message.Text.Length && !char.IsUpper(message.Text[word.End + 2])));
            count += isCapital || isCut ? 1 : 0;
        }

        return count;
    }

    private void AddMeaning(ReplyReading reading)
    {
        if (reading.Language != "en" || !_vectors.Read(_tokens, _mean))
            return;
        for (var dimension = 0; dimension < _mean.Length; dimension++)
            _buffer.Add(FeatureHash.Named("meaning." + dimension.ToString(System.Globalization.CultureInfo.InvariantCulture), Buckets), _mean[dimension] * 0.7f);
        Named("near-question", Near(reading.Input.Question));
        Named("near-fact", reading.Facts.Select(fact => Near(fact.Message.Text)).DefaultIfEmpty(0).Max());
        Named("near-earlier", reading.ServiceTurns.Select(turn => Near(turn.Message.Text)).DefaultIfEmpty(0).Max());
    }

    private float Near(string text)
    {
        _earlierTokens.Read(text);
        return _vectors.Read(_earlierTokens, _other) ? Math.Max(0, System.Numerics.Tensors.TensorPrimitives.Dot<float>(_mean, _other)) : 0;
    }
}
