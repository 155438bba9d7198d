namespace Baton.Insight;

/// <summary>A figure with how many conversations stand behind it.</summary>
/// <param name="Value">The figure; null when too few stand behind it to tell.</param>
/// <param name="Count">How many do.</param>
public sealed record Figure(double? Value, int Count)
{
    /// <summary>Behind fewer conversations a figure says more about chance, and about single people, than about the service.</summary>
    public const int Enough = 10;

    /// <summary>The mean.</summary>
    public static Figure Mean(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Count < Enough ? null : values.Average(), values.Count);
    }

    /// <summary>The median; of an even number the mean of the middle two.</summary>
    public static Figure Median(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < Enough) return new(null, values.Count);
        var sorted = values.Order().ToList();
        return new((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, sorted.Count);
    }

    /// <summary>The share of those that are true, 0 to 1.</summary>
    public static Figure Share(IReadOnlyCollection<bool> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Count < Enough ? null : (double)values.Count(value => value) / values.Count, values.Count);
    }
}
