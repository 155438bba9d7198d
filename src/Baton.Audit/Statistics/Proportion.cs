namespace Baton.Audit;

/// <summary>A share of a number of trials, with limits that hold for few trials too (Wilson 1927).</summary>
/// <param name="Successes">How many.</param>
/// <param name="Trials">Of how many; 1 or more.</param>
/// <param name="Band">The limits; within 0 and 1.</param>
public sealed record Proportion(int Successes, int Trials, Band Band)
{
    /// <summary>The share itself.</summary>
    public double Value => Successes / (double)Trials;

    /// <summary>Whether there are too few trials to judge by.</summary>
    public bool IsTooFewToTell => Trials < Observation.FewestToTell;

    /// <summary>A share with its limits.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 or more.</param>
    /// <param name="level">0.95 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">More successes than trials, or none to count.</exception>
    public static Proportion Of(int successes, int trials, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var z = Band.Quantile(level);
        var share = successes / (double)trials;
        var scale = 1 + (z * z / trials);
        var middle = (share + (z * z / (2 * trials))) / scale;
        var half = z * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4.0 * trials * trials))) / scale;
        return new Proportion(successes, trials, new Band(Math.Max(0, middle - half), Math.Min(1, middle + half)));
    }
}
