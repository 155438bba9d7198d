namespace Baton.Language;

/// <summary>
/// Decides from pattern and model whether a person is asked for. Missing one who asks is worse than offering one in vain, so either
/// alone is enough when it is sure.
/// </summary>
internal static class PersonDecision
{
    /// <summary>The model alone asks for a person from here on.</summary>
    public const double Sure = 0.28;

    /// <summary>Under it the model silences a pattern.</summary>
    public const double Excluded = 0.05;

    /// <summary>The same for a bare yes or no: only where a person was plainly offered does it ask for one.</summary>
    public const double SureOfAnswer = 0.6;

    private const int BareAnswer = 3;

    public static bool Asks(double probability, CommandCues cues, MessageText message)
    {
        // "Please do not call me", "is this a bot?": plain words weigh more than words in common with requests.
        if (cues.Has(CueNames.NoPerson) && !cues.Has(CueNames.Person))
            return false;
        var isAnswer = message.Words.Count <= BareAnswer && (cues.Has(CueNames.Yes) || cues.Has(CueNames.No));
        return Asks(probability, cues.Has(CueNames.Person)) && (!isAnswer || probability >= SureOfAnswer);
    }

    public static bool Asks(double probability, bool hasCue) => probability >= Sure || (hasCue && probability >= Excluded);
}
