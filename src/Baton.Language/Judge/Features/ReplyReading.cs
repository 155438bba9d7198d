namespace Baton.Language;

/// <summary>A reply and its context, read once: what every judgement looks at.</summary>
internal sealed class ReplyReading
{
    // Earlier turns say little after so many.
    private const int MostTurns = 12;
    private const int MostFacts = 64;
    private const int LongestThanks = 12;
    private const float ClearlyAbout = 0.34f;
    private const float SaidBefore = 0.6f;

    public ReplyReading(ReplyInContext reply)
    {
        Input = reply;
        Reply = ReplyClosing.Cut(new KnownText(EvidencePlace.Reply, 0, reply.Text));
        Question = new KnownText(EvidencePlace.Question, 0, reply.Question);
        var skipped = Math.Max(0, reply.Before.Count - MostTurns);
        Before = [.. reply.Before.Skip(skipped).Select((turn, index) => (turn.Speaker, Said(turn, skipped + index)))];
        Facts = [.. (reply.Facts ?? []).Take(MostFacts).Select((fact, index) => new KnownText(EvidencePlace.Fact, index, fact))];
        var shown = LanguageIdentification.Identify(Reply.Message, reply.Locale);
        Language = shown.Code is "en" or "de" or "es" or "fr" or "zh" ? shown.Code : LanguageIdentification.LanguageOf(reply.Locale);
        Known = new KnownValues([.. Facts, Question, .. Before.Select(turn => turn.Text)]);
        Support = [.. Reply.Values.Select(value => Known.Support(value) is { Support: ClaimSupport.Unsupported } && KnownValues.IsSumOf(value, Reply.Values) ? (ClaimSupport.Derived, null, null) : Known.Support(value))];
        KnownStems = new HashSet<string>(Facts.Concat(Before.Select(turn => turn.Text)).Append(Question).SelectMany(text => text.Contents.Stems), StringComparer.Ordinal);
        FactStems = new HashSet<string>(Facts.SelectMany(text => text.Contents.Stems), StringComparer.Ordinal);
        SaidStems = new HashSet<string>(Before.Select(turn => turn.Text).Append(Question).SelectMany(text => text.Contents.Stems), StringComparer.Ordinal);
        Ease = ReadingEase.Of(Reply.Message, Language);
        Asks = AskFinder.Find(this);
        Clauses = ClauseSplitter.Split(Reply.Message);
        Acts = ToldActs.Find(Reply.Message, reply.Facts is null ? null : Facts.Select(fact => fact.Message), Before.Select(turn => turn.Text).Append(Question).Select(text => text.Message));
    }

    private static KnownText Said(Turn turn, int index)
    {
        var text = new KnownText(EvidencePlace.Before, index, turn.Text);
        return turn.Speaker == "customer" ? text : ReplyClosing.Cut(text);
    }

    public ReplyInContext Input { get; }

    public KnownText Reply { get; }

    public KnownText Question { get; }

    public IReadOnlyList<(string Speaker, KnownText Text)> Before { get; }

    public IReadOnlyList<KnownText> Facts { get; }

    public string Language { get; }

    public KnownValues Known { get; }

    /// <summary>Of each of the reply's values, in their order.</summary>
    public IReadOnlyList<(ClaimSupport Support, FoundValue? From, KnownText? Text)> Support { get; }

    public IReadOnlySet<string> KnownStems { get; }

    public IReadOnlySet<string> FactStems { get; }

    public IReadOnlySet<string> SaidStems { get; }

    public ReadingEase Ease { get; }

    public IReadOnlyList<FoundAsk> Asks { get; }

    /// <summary>What the reply says was done.</summary>
    public IReadOnlyList<ToldAct> Acts { get; }

    /// <summary>How many of the reply's values nobody has said before and stand in a fact; those that only follow from what is known count half.</summary>
    public double NewValues
    {
        get
        {
            var said = new KnownValues([Question, .. Before.Select(turn => turn.Text)]);
            return Reply.Values.Select((value, index) => said.Support(value).Support == ClaimSupport.Supported ? 0 : Support[index] switch
            {
                { Support: ClaimSupport.Supported, Text.Place: EvidencePlace.Fact } => 1,
                { Support: ClaimSupport.Derived } => 0.5,
                _ => 0,
            }).Sum();
        }
    }

    /// <summary>True when nothing is left open and the reply only thanks or says goodbye too: it need bring nobody further.</summary>
    public bool IsFarewell => (ReplyClosing.IsAll(Reply) && !Question.Message.Sentences.Any(sentence => sentence.IsQuestion)) || (CustomerOnlyTells && Question.Message.Words.Count <= LongestThanks && Question.Values.Count == 0
        && new CommandCues(Question.Message, LanguageIdentification.Identify(Question.Message, Input.Locale), Input.Locale) is var cues && (cues.Has(CueNames.Thank) || cues.Has(CueNames.Leave)));

    /// <summary>A clear no to what was asked, not said before.</summary>
    public bool Refuses => FirstCue("no") is not null && Asks.Any(ask => ask.Overlap >= ClearlyAbout) && ServiceTurns.All(turn => Reply.Contents.ShareIn(turn.Contents.Stems) < SaidBefore);

    /// <summary>True when the customer asks nothing in this message, as one does who gives a value or says yes: then no answer can be missing.</summary>
    public bool CustomerOnlyTells => !Question.Message.Sentences.Any(sentence => sentence.IsQuestion)
        && !Question.Cues.Exists(hit => hit.Name is "when" or "how-much" or "where" or "why" or "who" or "request" or "wants-person");

    /// <summary>The reply's parts between marks, by first and end word.</summary>
    public IReadOnlyList<(int FirstWord, int EndWord)> Clauses { get; }

    public IEnumerable<KnownText> ServiceTurns => Before.Where(turn => turn.Speaker != "customer").Select(turn => turn.Text);

    /// <summary>Whether what the customer said, now or before, has a cue of a section.</summary>
    public bool CustomerSays(string section) =>
        Question.Cues.Exists(hit => hit.Name == section) || Before.Any(turn => turn.Speaker == "customer" && turn.Text.Cues.Exists(hit => hit.Name == section));

    public CueHit? FirstCue(string section)
    {
        foreach (var hit in Reply.Cues)
        {
            if (hit.Name == section)
                return hit;
        }

        return null;
    }
}
