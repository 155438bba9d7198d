namespace Baton.Audit;

/// <summary>What became of a finding over the runs.</summary>
public enum LifeState
{
    /// <summary>In the newest run for the first time.</summary>
    New,

    /// <summary>In the newest run and in the one before.</summary>
    Still,

    /// <summary>In the newest run, not in the one before, but in an earlier one.</summary>
    Returned,

    /// <summary>Not in the newest run, which looked at what it is about.</summary>
    Gone,

    /// <summary>Not in the newest run, which could not tell: it may still be there.</summary>
    NotSeenAgain,
}

/// <summary>One finding over all runs of one tool on one target.</summary>
/// <param name="Finding">As the last run that had it tells it.</param>
/// <param name="State">What became of it.</param>
/// <param name="First">When it was seen first.</param>
/// <param name="Last">When it was seen last.</param>
/// <param name="Runs">In how many runs it was seen.</param>
public sealed record FindingLife(Finding Finding, LifeState State, DateTimeOffset First, DateTimeOffset Last, int Runs)
{
    /// <summary>Follows every finding through the reports; what is there now first, gravest first.</summary>
    /// <param name="reports">Reports of one tool on one target, in any order.</param>
    public static IReadOnlyList<FindingLife> Of(IEnumerable<AuditReport> reports)
    {
        var runs = reports.OrderBy(report => report.FinishedAt).ToList();
        if (runs.Count == 0) return [];
        var seen = new Dictionary<(string, string), List<(int Run, Finding Finding)>>();
        for (var run = 0; run < runs.Count; run++)
        {
            foreach (var finding in runs[run].Findings)
            {
                if (!seen.TryGetValue((finding.Code, finding.Subject), out var list)) seen[(finding.Code, finding.Subject)] = list = [];
                list.Add((run, finding));
            }
        }
        return [.. seen.Values.Select(places => Of(runs, places))
            .OrderBy(life => life.State is LifeState.Gone or LifeState.NotSeenAgain).ThenByDescending(life => life.Finding.Severity)
            .ThenBy(life => life.Finding.Code, StringComparer.Ordinal).ThenBy(life => life.Finding.Subject, StringComparer.Ordinal)];
    }

    private static FindingLife Of(List<AuditReport> runs, List<(int Run, Finding Finding)> places)
    {
        var newest = runs.Count - 1;
        var state = places[^1].Run != newest ? (runs[newest].LookedAt(places[^1].Finding) ? LifeState.Gone : LifeState.NotSeenAgain)
            : places.Count == 1 ? LifeState.New
            : places[^2].Run == newest - 1 ? LifeState.Still : LifeState.Returned;
        return new(places[^1].Finding, state, runs[places[0].Run].FinishedAt, runs[places[^1].Run].FinishedAt, places.Count);
    }
}
