namespace Baton.Language;

/// <summary>Where what is judged shows.</summary>
internal sealed class ReplyEvidence(ReplyReading reading)
{
    /// <summary>The customer's asks, each with what answers it. A reply that answers all has answered each, whatever is found.</summary>
    public IReadOnlyList<AskedThing> Asks(AnswerCoverage coverage) => [.. reading.Asks.Select(ask => Thing(ask, coverage))];

    /// <summary>The asks that nothing in the reply comes near to.</summary>
    public IReadOnlyList<JudgeEvidence> OfAsks() =>
        [.. reading.Asks.Where(ask => !IsMet(ask)).Select(ask => Span(reading.Question, ask.FirstWord, ask.EndWord, "no part of the reply comes near to this"))];

    public IReadOnlyList<JudgeEvidence> OfReassurance() =>
        [.. Cues(reading.Reply, "soothe", "comforts"), .. Cues(reading.Reply, "sorry", "apologises"), .. Cues(reading.Reply, "vague", "puts off without a time"), .. Cues(reading.Reply, "receipt", "only says that the message arrived"), .. Cues(reading.Reply, "deflect", "sends elsewhere")];

    public IReadOnlyList<JudgeEvidence> OfRepetition()
    {
        var nearest = reading.ServiceTurns.MaxBy(turn => reading.Reply.Contents.ShareIn(turn.Contents.Stems));
        return nearest is null ? [] : [nearest.At(0, nearest.Message.Text.Length, "said before")];
    }

    public IReadOnlyList<JudgeEvidence> OfPerson() =>
        [
            .. Cues(reading.Question, "wants-person", "asks for a person"), .. Cues(reading.Question, "grave", "needs a person"),
            .. reading.Before.Where(turn => turn.Speaker == "customer").SelectMany(turn => Cues(turn.Text, "wants-person", "asked for a person")),
        ];

    public IReadOnlyList<JudgeEvidence> OfClarity() => Cues(reading.Reply, "official", "official words");

    public IReadOnlyList<JudgeEvidence> OfCivility() => Cues(reading.Reply, "scold", "scolds");

    private static bool IsMet(FoundAsk ask) => ask.Clause >= 0 && (ask.HasKind || ask.Overlap > 0);

    private AskedThing Thing(FoundAsk ask, AnswerCoverage coverage)
    {
        var span = Span(reading.Question, ask.FirstWord, ask.EndWord, "");
        var isMet = coverage == AnswerCoverage.All || (coverage == AnswerCoverage.Partly && IsMet(ask));
        var answer = isMet && ask.Clause >= 0 ? Span(reading.Reply, reading.Clauses[ask.Clause].FirstWord, reading.Clauses[ask.Clause].EndWord, "answers it") : null;
        var covered = !isMet ? AnswerCoverage.None : coverage == AnswerCoverage.All || ask.HasKind ? AnswerCoverage.All : AnswerCoverage.Partly;
        return new AskedThing(span.Start, span.Length, reading.Question.Message.Text.Substring(span.Start, span.Length), covered, answer);
    }

    private static List<JudgeEvidence> Cues(KnownText text, string section, string why) =>
        [.. text.Cues.Where(hit => hit.Name == section).Select(hit => Span(text, hit.FirstWord, hit.EndWord, why)).Distinct()];

    private static JudgeEvidence Span(KnownText text, int firstWord, int endWord, string why)
    {
        var start = text.Message.Words[firstWord].Start;
        return text.At(start, text.Message.Words[endWord - 1].End - start, why);
    }
}
