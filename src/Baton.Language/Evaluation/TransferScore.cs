namespace Baton.Language;

/// <summary>
/// Golden Transfer within Tolerance (Liu, Gao, Kang and others 2021, "Time to Transfer"): how near a proposed moment is to the labelled
/// one, 1 for the same, falling like a bell curve as wide as the tolerance; one too late is punished like one too early.
/// </summary>
internal static class TransferScore
{
    /// <param name="labelled">The labelled round; null when nobody was needed.</param>
    /// <param name="proposed">The proposed round; null for none.</param>
    /// <param name="tolerance">In rounds: 1 for GT-I, 2 for GT-II, 3 for GT-III.</param>
    /// <returns>0 to 1; 1 when both are none, 0 when only one is.</returns>
    public static double Of(int? labelled, int? proposed, int tolerance)
    {
        if (labelled is not { } wanted || proposed is not { } named)
            return labelled is null && proposed is null ? 1 : 0;
        double apart = named - wanted;
        return Math.Exp(-apart * apart / (2.0 * tolerance * tolerance));
    }
}
