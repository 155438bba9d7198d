namespace Baton.Language;

/// <summary>
/// What brings a customer further whatever the words: a question that was not asked before, and values from the facts that nobody has
/// said yet. The corpus has few replies that are made of them, and on conversations of others the models alone miss them.
/// </summary>
internal static class ReplyProgress
{
    private const int EnoughValues = 2;
    private const double Discounted = 0.3;
    private const double MostRepeated = 0.6;

    /// <summary>The numbers of the faults that progress speaks against: answers nothing, only reassures, repeats.</summary>
    private static readonly int[] _spokenAgainst = [0, 2, 3];

    /// <summary>Whether the reply asks something that no earlier reply asked in much the same words.</summary>
    public static bool AsksSomethingNew(ReplyReading reading) =>
        (reading.Reply.Message.Sentences.Any(sentence => sentence.IsQuestion) || reading.FirstCue("ask") is not null)
        && !reading.CustomerSays("wants-person")
        && reading.ServiceTurns.All(turn => reading.Reply.Contents.ShareIn(turn.Contents.Stems) < MostRepeated);

    public static void Discount(ReplyReading reading, bool asks, double[] faults)
    {
        var brings = NewValues(reading) >= EnoughValues;
        foreach (var fault in _spokenAgainst)
            faults[fault] *= (asks && fault != 0 ? Discounted : 1) * (brings ? Discounted : 1);
    }

    private static int NewValues(ReplyReading reading)
    {
        var said = new KnownValues([reading.Question, .. reading.Before.Select(turn => turn.Text)]);
        return reading.Reply.Values.Where((value, index) => reading.Support[index] is { Support: ClaimSupport.Supported, Text.Place: EvidencePlace.Fact } && said.Support(value).Support != ClaimSupport.Supported).Count();
    }
}
