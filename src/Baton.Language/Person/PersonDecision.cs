namespace Baton.Language;

/// <summary>
/// Decides from pattern and model whether a person is asked for. Missing one who asks is worse than offering one in vain, so either
/// alone is enough when it is sure.
/// </summary>
internal static class PersonDecision
{
    /// <summary>The model alone asks for a person from here on.</summary>
    public const double Sure = 0.25;

    /// <summary>Under it the model silences a pattern.</summary>
    public const double Excluded = 0.05;

    public static bool Asks(double probability, CommandCues cues) => Asks(probability, cues.Has(CueNames.Person));

    public static bool Asks(double probability, bool hasCue) => probability >= Sure || (hasCue && probability >= Excluded);
}
