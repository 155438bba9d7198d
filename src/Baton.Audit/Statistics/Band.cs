using MathNet.Numerics.Distributions;

namespace Baton.Audit;

/// <summary>Confidence limits at one point; NaN where none can be given.</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Band(double Lower, double Upper)
{
    /// <summary>No limits.</summary>
    public static Band None { get; } = new(double.NaN, double.NaN);

    /// <summary>Symmetric on the scale log(-log p), so that limits stay within 0 and 1 (Kalbfleisch and Prentice); none at 0 and 1.</summary>
    /// <param name="probability">The estimate.</param>
    /// <param name="logError">Standard error of its logarithm.</param>
    /// <param name="level">E.g. 0.95.</param>
    internal static Band LogLog(double probability, double logError, double level)
    {
        if (probability is not (> 0 and < 1) || !double.IsFinite(logError))
            return None;
        var width = Quantile(level) * logError / Math.Log(probability);
        var one = Math.Pow(probability, Math.Exp(-width));
        var other = Math.Pow(probability, Math.Exp(width));
        return new Band(Math.Min(one, other), Math.Max(one, other));
    }

    internal static double Quantile(double level) => level is > 0 and < 1 ? Normal.InvCDF(0, 1, 0.5 + (level / 2)) : throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
}
