using System.Security.Cryptography;
using System.Text;

namespace Baton.Audit;

/// <summary>What one tool saw of one target over all its runs.</summary>
/// <param name="Key">Its name in addresses of pages; made from tool and target.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Target">What is audited.</param>
/// <param name="Runs">Runs, newest first.</param>
public sealed record AuditSubject(string Key, string Tool, string Target, IReadOnlyList<AuditRun> Runs)
{
    /// <summary>The newest run with a report; <see langword="null"/> without one.</summary>
    public AuditRun? Newest => Runs.FirstOrDefault(run => run.Report is not null);

    /// <summary>What the audited side said.</summary>
    public IReadOnlyList<SideReply> Replies { get; init; } = [];

    /// <summary>Every finding over all runs.</summary>
    public IReadOnlyList<FindingLife> Lives() => FindingLife.Of(Runs.Select(run => run.Report).OfType<AuditReport>());

    /// <summary>The numbers of each finished run, oldest first.</summary>
    public IReadOnlyList<TrendPoint> Trend() => [.. Runs.Where(run => run.Report is not null).Reverse().Select(run => TrendPoint.Of(run.Report!))];

    /// <summary>The key of a tool and a target.</summary>
    public static string KeyOf(string tool, string target) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tool}\n{target}")))[..16];
}

/// <summary>The numbers of one run.</summary>
/// <param name="At">When it was judged.</param>
/// <param name="High">Findings that keep people out.</param>
/// <param name="Medium">Findings that keep some people out.</param>
/// <param name="Low">Nuisances.</param>
/// <param name="Praise">What is done well.</param>
/// <param name="Open">Routes that nothing speaks against.</param>
/// <param name="Closed">Routes that cannot work.</param>
/// <param name="Unknown">Routes of which it could not be told.</param>
/// <param name="IsComplete">Whether the run saw everything that matters; if not, fewer findings may only mean that less was seen.</param>
public sealed record TrendPoint(DateTimeOffset At, int High, int Medium, int Low, int Praise, int Open, int Closed, int Unknown, bool IsComplete)
{
    internal static TrendPoint Of(AuditReport report)
    {
        int Findings(Severity severity) => report.Findings.Count(finding => finding.Severity == severity);
        int Routes(Reachability reach) => report.Routes.Count(route => route.Reach == reach);
        return new(report.FinishedAt, Findings(Severity.High), Findings(Severity.Medium), Findings(Severity.Low), Findings(Severity.Praise),
            Routes(Reachability.Open), Routes(Reachability.Closed), Routes(Reachability.Unknown), report.Coverage.IsComplete);
    }
}
