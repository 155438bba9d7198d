namespace Baton.Language;

/// <summary>A reply and its context, read once: what every judgement looks at.</summary>
internal sealed class ReplyReading
{
    // Earlier turns say little after so many.
    private const int MostTurns = 12;
    private const int MostFacts = 64;

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
        Support = [.. Reply.Values.Select(value => Known.Support(value))];
        KnownStems = new HashSet<string>(Facts.Concat(Before.Select(turn => turn.Text)).Append(Question).SelectMany(text => text.Contents.Stems), StringComparer.Ordinal);
        FactStems = new HashSet<string>(Facts.SelectMany(text => text.Contents.Stems), StringComparer.Ordinal);
        SaidStems = new HashSet<string>(Before.Select(turn => turn.Text).Append(Question).SelectMany(text => text.Contents.Stems), StringComparer.Ordinal);
        Ease = ReadingEase.Of(Reply.Message, Language);
        Asks = AskFinder.Find(this);
        Clauses = ClauseSplitter.Split(Reply.Message);
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
