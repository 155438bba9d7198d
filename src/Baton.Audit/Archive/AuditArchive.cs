using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Baton.Audit;

/// <summary>All audits in one folder: what ran, what runs, what was found over time, and what the audited sides say.</summary>
public sealed class AuditArchive
{
    private const int Deepest = 4;
    private static readonly string[] NoRuns = ["engagements", "ledger", "replies"];

    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, (DateTime Written, AuditReport? Report, string? Problem)> _reports = new(StringComparer.Ordinal);

    /// <param name="options">Where it is.</param>
    /// <param name="time">The clock.</param>
    public AuditArchive(IOptions<AuditOptions> options, TimeProvider time)
    {
        Options = options.Value;
        Root = new(Path.GetFullPath(Options.Folder));
        _time = time;
        Replies = new(new(Path.Combine(Root.FullName, "replies")), time);
        Ledger = new(Path.Combine(Root.FullName, "ledger"));
        EngagementFolder = new(Path.Combine(Root.FullName, "engagements"));
    }

    /// <summary>The folder with everything.</summary>
    public DirectoryInfo Root { get; }

    /// <summary>Where the ledger of what was written lies.</summary>
    public DirectoryInfo Ledger { get; }

    /// <summary>Where engagements lie.</summary>
    public DirectoryInfo EngagementFolder { get; }

    /// <summary>What audited sides said.</summary>
    public RightOfReply Replies { get; }

    /// <summary>How audits are kept.</summary>
    public AuditOptions Options { get; }

    /// <summary>Everything that ran, by tool and target; the one with the newest run first.</summary>
    public async Task<IReadOnlyList<AuditSubject>> SubjectsAsync(CancellationToken cancellationToken)
    {
        List<AuditRun> runs = [];
        foreach (var folder in RunFolders())
        {
            if (await RunAsync(folder, cancellationToken) is { } run) runs.Add(run);
        }
        return [.. runs.GroupBy(run => (run.Head.Tool, run.Head.Target))
            .Select(group => new AuditSubject(AuditSubject.KeyOf(group.Key.Tool, group.Key.Target), group.Key.Tool, group.Key.Target, [.. group.OrderByDescending(run => run.Head.StartedAt)]))
            .Select(subject => subject with { Replies = Replies.Of(subject.Key) })
            .OrderByDescending(subject => subject.Runs[0].Head.StartedAt)];
    }

    /// <summary>One of them; <see langword="null"/> when there is none of that name.</summary>
    public async Task<AuditSubject?> SubjectAsync(string key, CancellationToken cancellationToken) => (await SubjectsAsync(cancellationToken)).FirstOrDefault(subject => subject.Key == key);

    /// <summary>Keeps what the audited side says, and puts it into the newest report; otherwise says what is wrong with it.</summary>
    public async Task<string?> ReplyAsync(string key, string code, string subject, string text, string by, string? enteredBy, CancellationToken cancellationToken)
    {
        if (await SubjectAsync(key, cancellationToken) is not { Newest: { Report: { } report } newest }) return "There is no report to reply to.";
        if (code.Length > 0 && !report.Findings.Any(finding => finding.Code == code && finding.Subject == subject)) return "The newest report has no such finding.";
        if (Replies.Add(key, new(code, subject, text, by, _time.GetUtcNow()) { EnteredBy = enteredBy }) is { } wrong) return wrong;
        await ReportWriter.WriteAsync(report with { Replies = Replies.Of(key) }, newest.Folder, cancellationToken);
        return null;
    }

    /// <summary>The file of a finished run for people; <see langword="null"/> when there is no such run.</summary>
    public FileInfo? ReportFile(string runId)
    {
        var file = new FileInfo(Path.GetFullPath(Path.Combine(Root.FullName, runId, ReportWriter.HtmlFile)));
        return file.FullName.StartsWith(Root.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal) && file.Exists ? file : null;
    }

    /// <summary>Folders of runs that a choice holds for.</summary>
    internal async Task<IReadOnlyList<AuditRun>> RunsAsync(Func<RunHead, bool> chosen, CancellationToken cancellationToken) =>
        [.. (await SubjectsAsync(cancellationToken)).SelectMany(subject => subject.Runs).Where(run => chosen(run.Head))];

    private IEnumerable<DirectoryInfo> RunFolders() => Root.Exists ? Below(Root, 0) : [];

    private static IEnumerable<DirectoryInfo> Below(DirectoryInfo folder, int depth)
    {
        foreach (var inner in folder.EnumerateDirectories())
        {
            if (depth == 0 && NoRuns.Contains(inner.Name, StringComparer.Ordinal)) continue;
            if (File.Exists(Path.Combine(inner.FullName, "run.json")))
            {
                yield return inner;
                continue;
            }
            if (depth == Deepest) continue;
            foreach (var further in Below(inner, depth + 1)) yield return further;
        }
    }

    private async Task<AuditRun?> RunAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        try
        {
            if (await RunFolder.HeadOfAsync(folder, cancellationToken) is not { } head) return null;
            var isRunning = RunFolder.IsRunning(folder);
            var (report, problem) = isRunning ? (null, null) : await ReportAsync(folder, cancellationToken);
            return new(Path.GetRelativePath(Root.FullName, folder.FullName).Replace('\\', '/'), folder, head, isRunning ? RunState.Running : report is null ? RunState.Interrupted : RunState.Finished)
            {
                Report = report,
                Problem = problem,
                Progress = report is null ? await RunFolder.ProgressOfAsync(folder, cancellationToken) : null,
            };
        }
        catch (Exception wrong) when (wrong is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            // A folder that is being written or deleted this moment is a run the next time, or none.
            return null;
        }
    }

    private async Task<(AuditReport? Report, string? Problem)> ReportAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, ReportWriter.JsonFile));
        if (!file.Exists) return (null, null);
        if (_reports.TryGetValue(file.FullName, out var known) && known.Written == file.LastWriteTimeUtc) return (known.Report, known.Problem);
        try
        {
            var report = await ReportWriter.ReadAsync(file, cancellationToken);
            _reports[file.FullName] = (file.LastWriteTimeUtc, report, null);
            return (report, null);
        }
        catch (ReportUnreadableException wrong)
        {
            _reports[file.FullName] = (file.LastWriteTimeUtc, null, wrong.Message);
            return (null, wrong.Message);
        }
    }
}
