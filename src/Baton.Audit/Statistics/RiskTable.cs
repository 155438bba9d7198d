namespace Baton.Audit;

/// <summary>What happened at each distinct time of a sample, in order.</summary>
internal sealed class RiskTable
{
    private RiskTable(IReadOnlyList<RiskStep> steps, int count)
    {
        Steps = steps;
        Count = count;
    }

    public IReadOnlyList<RiskStep> Steps { get; }

    public int Count { get; }

    /// <exception cref="ArgumentException">There is no observation, or a time or cause is negative or no number.</exception>
    public static RiskTable Of(IReadOnlyCollection<Observation> sample)
    {
        if (sample.Count == 0)
            throw new ArgumentException("There are no observations.", nameof(sample));
        if (sample.FirstOrDefault(seen => !double.IsFinite(seen.Time) || seen.Time < 0 || seen.Cause < 0) is { } wrong)
            throw new ArgumentException($"{wrong} cannot be observed: times and causes are 0 or more.", nameof(sample));
        var steps = new List<RiskStep>();
        var atRisk = sample.Count;
        foreach (var tied in sample.GroupBy(seen => seen.Time).OrderBy(tied => tied.Key))
        {
            var events = tied.Where(seen => seen.Cause > 0).GroupBy(seen => seen.Cause).ToDictionary(cause => cause.Key, cause => cause.Count());
            steps.Add(new RiskStep(tied.Key, atRisk, events.Values.Sum(), tied.Count(seen => seen.Cause == 0), events));
            atRisk -= tied.Count();
        }

        return new RiskTable(steps, sample.Count);
    }
}

/// <summary>One distinct time: how many were under observation just before it, and what became of them. Who is censored at a time was still at risk at it.</summary>
internal sealed record RiskStep(double Time, int AtRisk, int Events, int Censored, IReadOnlyDictionary<int, int> EventsByCause)
{
    public int Of(int cause) => EventsByCause.GetValueOrDefault(cause);
}
