using MathNet.Numerics;

namespace Baton.Audit;

/// <summary>Whether groups differ in how long they take: the log-rank test (Mantel 1966), every cause counting as the event.</summary>
/// <param name="ChiSquare">The statistic.</param>
/// <param name="Degrees">Degrees of freedom: groups less one.</param>
/// <param name="PValue">How often chance alone gives as much or more; 1 when there is nothing to compare.</param>
/// <param name="Groups">Observed and expected events, by group.</param>
public sealed record LogRank(double ChiSquare, int Degrees, double PValue, IReadOnlyList<LogRankGroup> Groups)
{
    /// <summary>Below this number of expected events in a group the test's distribution does not hold.</summary>
    private const double FewestExpected = 5;

    /// <summary>Whether a group is too small, or too little is expected in it, for the test to mean anything.</summary>
    public bool IsTooFewToTell => Groups.Count < 2 || Groups.Any(group => group.Count < Observation.FewestToTell || group.Expected < FewestExpected);

    /// <summary>Compares the groups of a sample.</summary>
    /// <exception cref="ArgumentException">The sample is empty or holds what cannot be observed.</exception>
    public static LogRank Of(IReadOnlyCollection<Observation> sample)
    {
        var all = RiskTable.Of(sample);
        var names = sample.Select(seen => seen.Group).Distinct().Order().ToArray();
        var tables = names.Select(name => RiskTable.Of([.. sample.Where(seen => seen.Group == name)])).ToArray();
        var observed = tables.Select(table => (double)table.Steps.Sum(step => step.Events)).ToArray();
        var expected = new double[names.Length];
        var covariance = new double[names.Length, names.Length];
        foreach (var step in all.Steps.Where(step => step.Events > 0))
        {
            var atRisk = tables.Select(table => AtRisk(table, step.Time)).ToArray();
            for (var row = 0; row < names.Length; row++)
            {
                var share = atRisk[row] / step.AtRisk;
                expected[row] += step.Events * share;
                if (step.AtRisk < 2)
                    continue;
                var weight = step.Events * (step.AtRisk - step.Events) / (step.AtRisk - 1.0);
                for (var column = 0; column < names.Length; column++)
                    covariance[row, column] += weight * share * ((row == column ? 1 : 0) - (atRisk[column] / step.AtRisk));
            }
        }

        var groups = names.Select((name, index) => new LogRankGroup(name, tables[index].Count, (int)observed[index], expected[index])).ToList();
        var degrees = names.Length - 1;
        var statistic = QuadraticForm.Of([.. observed.Zip(expected, (seen, due) => seen - due)], covariance);
        return new LogRank(statistic, degrees, degrees == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2), groups);
    }

    /// <summary>How many of the group were waiting just before a time.</summary>
    private static double AtRisk(RiskTable table, double time)
    {
        // The first step at or after the time tells who was left.
        int low = 0, high = table.Steps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (table.Steps[middle].Time < time)
                low = middle + 1;
            else
                high = middle;
        }

        return low < table.Steps.Count ? table.Steps[low].AtRisk : 0;
    }
}

/// <summary>One group of a comparison.</summary>
/// <param name="Group">Its number.</param>
/// <param name="Count">How many were observed.</param>
/// <param name="Observed">Events in it.</param>
/// <param name="Expected">Events it would have if no group differed.</param>
public sealed record LogRankGroup(int Group, int Count, int Observed, double Expected);
