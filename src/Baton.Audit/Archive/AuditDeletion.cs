namespace Baton.Audit;

/// <summary>Aborts runs and deletes everything that was learned: pages, copies, reports, replies. What stays are objections and the count of what was written.</summary>
/// <param name="archive">The archive.</param>
/// <param name="time">The clock.</param>
public sealed class AuditDeletion(AuditArchive archive, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Stops all writing, ends runs under way and deletes the folders of runs that a choice holds for.</summary>
    /// <param name="chosen">Which runs.</param>
    /// <param name="why">Who aborts and why; stands in the ledger's STOP file.</param>
    /// <param name="cancellationToken">Stops the deletion.</param>
    /// <returns>What was deleted, and what a program that does not end still holds.</returns>
    public async Task<(IReadOnlyList<AuditRun> Deleted, IReadOnlyList<AuditRun> Held)> AbortAndDeleteAsync(Func<RunHead, bool> chosen, string why, CancellationToken cancellationToken)
    {
        using (var ledger = new WriteLedger(archive.Ledger)) await ledger.StopAsync(why, cancellationToken);
        var runs = await archive.RunsAsync(chosen, cancellationToken);
        foreach (var run in runs.Where(run => run.State == RunState.Running)) RunFolder.Abort(run.Folder);
        var started = time.GetTimestamp();
        while (runs.Any(run => RunFolder.IsRunning(run.Folder)) && time.GetElapsedTime(started) < Patience) await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
        var held = runs.Where(run => RunFolder.IsRunning(run.Folder)).ToList();
        var deleted = runs.Except(held).ToList();
        foreach (var run in deleted) run.Folder.Delete(recursive: true);
        var left = (await archive.SubjectsAsync(cancellationToken)).Select(subject => subject.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in deleted.Select(run => AuditSubject.KeyOf(run.Head.Tool, run.Head.Target)).Distinct(StringComparer.Ordinal).Where(key => !left.Contains(key))) archive.Replies.Delete(key);
        return (deleted, held);
    }
}
