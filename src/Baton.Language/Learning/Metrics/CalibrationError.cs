namespace Baton.Language;

/// <summary>How far probabilities are from what then happens.</summary>
internal static class CalibrationError
{
    /// <summary>
    /// Expected calibration error: in bins of equal width, the distance between mean probability and share of yes, weighed by the bin's
    /// size (Naeini, Cooper, Hauskrecht 2015). 0 is perfect; 0 of nothing.
    /// </summary>
    /// <param name="predicted">Probability that it is yes (or that the named class is right), and whether it was.</param>
    /// <param name="bins">How many.</param>
    public static double Expected(IReadOnlyList<(double Probability, bool IsYes)> predicted, int bins = 10)
    {
        var error = 0.0;
        foreach (var bin in predicted.GroupBy(one => Math.Min((int)(one.Probability * bins), bins - 1)))
            error += Math.Abs(bin.Average(one => one.Probability) - bin.Average(one => one.IsYes ? 1.0 : 0.0)) * bin.Count();
        return predicted.Count == 0 ? 0 : error / predicted.Count;
    }
}
