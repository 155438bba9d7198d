namespace Baton.Audit;

/// <summary>What changed between two runs on the same target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Before">When the earlier run was judged.</param>
/// <param name="After">When the later run was judged.</param>
/// <param name="New">Findings of the later run only.</param>
/// <param name="Still">Findings of both, as the later run has them.</param>
/// <param name="Gone">Findings of the earlier run only.</param>
/// <param name="NotSeenAgain">Findings of the earlier run that the later one could not check, because it did not look there or could not tell.</param>
/// <param name="Routes">Routes that appeared, vanished or changed.</param>
public sealed record ReportDiff(string Target, DateTimeOffset Before, DateTimeOffset After, IReadOnlyList<Finding> New, IReadOnlyList<Finding> Still, IReadOnlyList<Finding> Gone, IReadOnlyList<Finding> NotSeenAgain, IReadOnlyList<RouteChange> Routes)
{
    /// <summary>Compares two runs.</summary>
    /// <exception cref="ArgumentException">They are of different tools or targets.</exception>
    public static ReportDiff Between(AuditReport before, AuditReport after)
    {
        if (before.Tool != after.Tool || before.Target != after.Target) throw new ArgumentException($"The first is {before.Tool} on {before.Target}, the second {after.Tool} on {after.Target}: only runs of one tool on one target can be compared.", nameof(after));
        static (string, string) Key(Finding finding) => (finding.Code, finding.Subject);
        var (old, now) = (before.Findings.Select(Key).ToHashSet(), after.Findings.Select(Key).ToHashSet());
        var lost = before.Findings.Where(finding => !now.Contains(Key(finding))).ToList();
        return new(after.Target, before.FinishedAt, after.FinishedAt,
            [.. after.Findings.Where(finding => !old.Contains(Key(finding)))],
            [.. after.Findings.Where(finding => old.Contains(Key(finding)))],
            [.. lost.Where(after.LookedAt)],
            [.. lost.Where(finding => !after.LookedAt(finding))],
            [.. Changes(before, after)]);
    }

    private static IEnumerable<RouteChange> Changes(AuditReport before, AuditReport after)
    {
        static string Key(Route route) => $"{route.Kind} {route.Target.ToLowerInvariant()}";
        var old = before.Routes.ToLookup(Key, StringComparer.Ordinal);
        var now = after.Routes.ToLookup(Key, StringComparer.Ordinal);
        foreach (var route in after.Routes)
        {
            var known = old[Key(route)].FirstOrDefault();
            if (known is null) yield return new(route.Kind, route.Target, "appeared", null, route.Reach);
            else if (known.Reach != route.Reach) yield return new(route.Kind, route.Target, "changed", known.Reach, route.Reach);
        }
        foreach (var route in before.Routes.Where(route => !now.Contains(Key(route)))) yield return new(route.Kind, route.Target, after.Coverage.IsComplete ? "vanished" : "not seen again", route.Reach, null);
    }
}

/// <summary>What became of a route.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Target">Its target.</param>
/// <param name="What">appeared, changed, vanished, or not seen again.</param>
/// <param name="Before">Whether it could be used before.</param>
/// <param name="After">Whether it can be used now.</param>
public sealed record RouteChange(RouteKind Kind, string Target, string What, Reachability? Before, Reachability? After);
