namespace Baton.Language;

/// <summary>What kind of answer an ask wants.</summary>
internal enum AskKind
{
    /// <summary>Yes or no, or something done.</summary>
    Other,

    /// <summary>A time.</summary>
    When,

    /// <summary>A number or amount.</summary>
    HowMuch,

    /// <summary>A place.</summary>
    Where,

    /// <summary>A cause.</summary>
    Why,

    /// <summary>A person.</summary>
    Who,
}

/// <summary>An ask of the customer with the clause of the reply that comes nearest to it.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="FirstWord">Its first word in the customer's message.</param>
/// <param name="EndWord">After its last.</param>
/// <param name="Overlap">Share of its content words that the reply has.</param>
/// <param name="HasKind">Whether the reply has something of the kind asked for that the customer did not say.</param>
/// <param name="Clause">The nearest clause of the reply; -1 when none is near.</param>
internal readonly record struct FoundAsk(AskKind Kind, int FirstWord, int EndWord, float Overlap, bool HasKind, int Clause);

/// <summary>Finds what a customer asks: parts that end with a question mark, or have a question word or a request.</summary>
internal static class AskFinder
{
    private const int MostAsks = 8;

    public static IReadOnlyList<FoundAsk> Find(ReplyReading reading)
    {
        var asks = new List<FoundAsk>();
        var message = reading.Question.Message;
        foreach (var (first, end) in ClauseSplitter.Split(message))
        {
            if (asks.Count == MostAsks)
                break;
            var sentence = message.Sentences[message.Words[first].Sentence];
            var isLast = sentence.EndWord == end;
            var cues = reading.Question.Cues.Where(hit => hit.FirstWord >= first && hit.FirstWord < end).Select(hit => hit.Name).ToList();
            var kind = Kind(cues);
            if ((sentence.IsQuestion && isLast) || kind != AskKind.Other || cues.Contains("request") || cues.Contains("wants-person"))
                asks.Add(Match(reading, kind, first, end));
        }

        if (asks.Count == 0 && message.Words.Count > 0)
            asks.Add(Match(reading, AskKind.Other, 0, message.Words.Count));
        return asks;
    }

    private static AskKind Kind(List<string> cues) =>
        cues.Contains("when") ? AskKind.When : cues.Contains("how-much") ? AskKind.HowMuch : cues.Contains("where") ? AskKind.Where : cues.Contains("why") ? AskKind.Why : cues.Contains("who") ? AskKind.Who : AskKind.Other;

    private static FoundAsk Match(ReplyReading reading, AskKind kind, int first, int end)
    {
        var wanted = new ContentWords(reading.Question.Message, first, end);
        var clause = -1;
        var best = 0f;
        var clauses = ClauseSplitter.Split(reading.Reply.Message);
        for (var index = 0; index < clauses.Count; index++)
        {
            var share = wanted.ShareIn(new ContentWords(reading.Reply.Message, clauses[index].FirstWord, clauses[index].EndWord).Stems);
            if (HasKind(reading, kind, clauses[index]))
                share += 0.5f;
            if (share > best)
                (best, clause) = (share, index);
        }

        return new FoundAsk(kind, first, end, wanted.ShareIn(reading.Reply.Contents.Stems), HasKind(reading, kind, (0, reading.Reply.Message.Words.Count)), clause);
    }

    private static bool HasKind(ReplyReading reading, AskKind kind, (int FirstWord, int EndWord) part) => kind switch
    {
        AskKind.When => HasValue(reading, part, value => value.Kind is ClaimKind.Date or ClaimKind.Time or ClaimKind.Weekday or ClaimKind.Number),
        AskKind.HowMuch => HasValue(reading, part, value => value.Kind is ClaimKind.Money or ClaimKind.Number or ClaimKind.Percent),
        AskKind.Why => HasCue(reading, part, "because"),
        AskKind.Who => HasCue(reading, part, "way"),
        AskKind.Where => HasCue(reading, part, "way") || HasValue(reading, part, value => value.Kind is ClaimKind.Number or ClaimKind.Code),
        _ => HasCue(reading, part, "yes") || HasCue(reading, part, "no") || HasCue(reading, part, "done"),
    };

    private static bool HasCue(ReplyReading reading, (int FirstWord, int EndWord) part, string section) =>
        reading.Reply.Cues.Exists(hit => hit.Name == section && hit.FirstWord >= part.FirstWord && hit.FirstWord < part.EndWord);

    private static bool HasValue(ReplyReading reading, (int FirstWord, int EndWord) part, Func<FoundValue, bool> isWanted)
    {
        if (part.EndWord <= part.FirstWord)
            return false;
        var (start, end) = (reading.Reply.Message.Words[part.FirstWord].Start, reading.Reply.Message.Words[part.EndWord - 1].End);
        return reading.Reply.Values.Exists(value => value.Start >= start && value.Start < end && isWanted(value)
            && !reading.Question.Values.Exists(said => said.Kind == value.Kind && said.Number == value.Number && said.Code == value.Code));
    }
}
