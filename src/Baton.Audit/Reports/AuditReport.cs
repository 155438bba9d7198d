namespace Baton.Audit;

/// <summary>The result of one run: what report.json holds and what the other forms are made from.</summary>
/// <param name="Schema">The version of this form; 1.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Target">What was audited.</param>
/// <param name="StartedAt">When the run began.</param>
/// <param name="FinishedAt">When it was judged.</param>
/// <param name="Program">Program and version.</param>
public sealed record AuditReport(int Schema, string Tool, string Target, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, string Program)
{
    /// <summary>The engagement's name; <see langword="null"/> without one.</summary>
    public string? Engagement { get; init; }

    /// <summary>What was seen and what was not.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Findings, gravest first, praise last.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The matrix: every advertised route, and whether it can be used.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>What DNS says about the domains of addresses.</summary>
    public required IReadOnlyList<MailDomain> Domains { get; init; }

    /// <summary>What was not tested, and why.</summary>
    public required IReadOnlyList<NotTested> NotTested { get; init; }

    /// <summary>Pictures of pages that findings quote; <see langword="null"/> in reports that have none.</summary>
    public IReadOnlyList<PagePicture>? Pictures { get; init; }

    /// <summary>What the audited side said about it; <see langword="null"/> when it said nothing.</summary>
    public IReadOnlyList<SideReply>? Replies { get; init; }

    /// <summary>What the Reply Radar measured; <see langword="null"/> in reports of other tools.</summary>
    public RadarResult? Radar { get; init; }

    /// <summary>Whether this run looked at what a finding of another run is about: only then its absence here means that it is gone.</summary>
    internal bool LookedAt(Finding finding)
    {
        if (Radar is not { } radar) return Coverage.IsComplete;
        if (finding.Subject.Contains('@', StringComparison.Ordinal)) return radar.IsValid && radar.Probes.Any(probe => probe.Route == finding.Subject && Told(probe.Outcome));
        return finding.Code == "radar.invalid" || radar.Comparisons.Any(comparison => !comparison.IsTooFewToTell && comparison.Groups.Any(group => group.Name == finding.Subject));
    }

    private static bool Told(ProbeOutcome outcome) => outcome is not (ProbeOutcome.NotSent or ProbeOutcome.Void or ProbeOutcome.Blocked or ProbeOutcome.Unclear or ProbeOutcome.Waiting);
}
