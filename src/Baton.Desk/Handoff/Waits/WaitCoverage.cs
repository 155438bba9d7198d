namespace Baton.Desk;

/// <summary>How often customers of a team were met when they were told they would be.</summary>
/// <param name="Team">The team.</param>
/// <param name="Told">Customers who were told a range and whose wait says whether it held.</param>
/// <param name="Kept">Of these, met within it.</param>
/// <param name="Late">Of these, met later or not at all.</param>
/// <param name="Unknown">Left before it can be said.</param>
/// <param name="Nominal">The share that was aimed at, 0 to 1; 0 when nobody was told.</param>
public sealed record WaitCoverage(string Team, int Told, int Kept, int Late, int Unknown, double Nominal)
{
    /// <summary>The share that held, 0 to 1; null when nothing is known.</summary>
    public double? Share => Told == 0 ? null : (double)Kept / Told;

    /// <summary>One line a team, by name.</summary>
    public static IReadOnlyList<WaitCoverage> Of(IEnumerable<ToldWait> waits) =>
    [
        .. waits.Where(wait => wait.Stated.Share is not null).GroupBy(wait => wait.Stated.Team, StringComparer.OrdinalIgnoreCase).OrderBy(team => team.Key, StringComparer.OrdinalIgnoreCase)
            .Select(team => new WaitCoverage(
                team.Key,
                team.Count(wait => wait.IsKept is not null),
                team.Count(wait => wait.IsKept == true),
                team.Count(wait => wait.Waited > wait.Stated.Latest),
                team.Count(wait => wait.IsKept is null),
                team.Average(wait => wait.Stated.Share!.Value))),
    ];
}
