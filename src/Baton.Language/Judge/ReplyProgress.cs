namespace Baton.Language;

/// <summary>
/// What brings a customer further whatever the words: a question that was not asked before, and values from the facts that nobody has
/// said yet. The corpus has few replies that are made of them, and on conversations of others the models alone miss them.
/// </summary>
internal static class ReplyProgress
{
    private const double Discounted = 0.3;
    private const int Repeats = 3;
    private const double Settled = 0.15;
    private const float MostRepeated = 0.75f;

    /// <summary>The numbers of the faults that progress speaks against: answers nothing, only reassures, repeats.</summary>
    private static readonly int[] _spokenAgainst = [0, 2, Repeats];

    /// <summary>Whether the reply asks something that no earlier reply asked in much the same words.</summary>
    public static bool AsksSomethingNew(ReplyReading reading) =>
        (reading.Reply.Message.Sentences.Any(sentence => sentence.IsQuestion) || (reading.FirstCue("ask") ?? reading.FirstCue("needs")) is not null)
        && !reading.CustomerSays("wants-person")
        && reading.ServiceTurns.All(turn => reading.Reply.Contents.ShareIn(turn.Contents.Stems) < MostRepeated);

    /// <summary>Whether a person was asked for and the reply says, without a denial or condition, that one comes: then that wish is settled.</summary>
    private static bool HandsOver(ReplyReading reading) =>
        reading.CustomerSays("wants-person") && reading.FirstCue("handover") is { } hit
        && reading.Reply.Message.Sentences[hit.Sentence] is { IsQuestion: false } sentence
        && !Enumerable.Range(sentence.FirstWord, hit.EndWord - sentence.FirstWord).Select(word => reading.Reply.Message.Words[word].Form).Any(word => ActWords.Denials.Contains(word) || ActWords.Conditions.Contains(word));

    /// <summary>For each of <see cref="ReplyModels.Faults"/>, what its probability is multiplied with.</summary>
    public static double[] Factors(ReplyReading reading)
    {
        var factors = Enumerable.Repeat(1d, ReplyModels.Faults.Count).ToArray();
        var (isFarewell, asks, refuses) = (reading.IsFarewell, AsksSomethingNew(reading), reading.Refuses);
        var acts = reading.Acts.Any(act => act is { IsSupported: true, IsNew: true }) ? Settled : 1;
        var values = reading.NewValues;
        foreach (var fault in _spokenAgainst)
        {
            var brings = values >= (fault == Repeats ? 2 : 1) ? Discounted : 1;
            factors[fault] = isFarewell ? 0 : (asks && fault != 0 ? Discounted : 1) * brings * acts * (refuses && fault != Repeats ? Discounted : 1);
        }

        if (HandsOver(reading))
            (factors[0], factors[2]) = (factors[0] * Settled, factors[2] * Settled);
        return factors;
    }
}
