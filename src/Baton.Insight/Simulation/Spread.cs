namespace Baton.Insight;

/// <summary>How unevenly something is spread.</summary>
public static class Spread
{
    /// <summary>The Gini coefficient of values of at least 0: 0 when all are alike, towards 1 when one has everything; 0 for no values or nothing to spread.</summary>
    public static double Gini(IReadOnlyCollection<double> values)
    {
        var sum = values.Sum();
        if (values.Count == 0 || sum <= 0) return 0;
        var weighted = values.Order().Select((value, i) => (i + 1) * value).Sum();
        return ((2 * weighted) / (values.Count * sum)) - ((values.Count + 1.0) / values.Count);
    }

    /// <summary>The smallest value that a share of the values does not exceed; 0 for no values.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">Above 0, at most 1.</param>
    public static double Quantile(IReadOnlyCollection<double> values, double share) =>
        values.Count == 0 ? 0 : values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(values.Count * share) - 1));
}
