namespace Baton.Audit;

/// <summary>The engagements of an archive: what they allow, and when the next run is due.</summary>
/// <param name="archive">The archive.</param>
/// <param name="time">The clock.</param>
public sealed class AuditEngagements(AuditArchive archive, TimeProvider time)
{
    /// <summary>Every engagement file, by name.</summary>
    /// <param name="subjects">What ran, as the archive tells it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<EngagementStatus>> ListAsync(IReadOnlyList<AuditSubject> subjects, CancellationToken cancellationToken)
    {
        if (!archive.EngagementFolder.Exists) return [];
        using var ledger = new WriteLedger(archive.Ledger);
        var written = await ledger.EntriesAsync(cancellationToken);
        List<EngagementStatus> found = [];
        foreach (var file in archive.EngagementFolder.EnumerateFiles().Where(file => file.Extension is ".yaml" or ".yml").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            try
            {
                found.Add(Of(file.Name, await EngagementFile.ReadAsync(file, cancellationToken), subjects, written));
            }
            catch (EngagementInvalidException wrong)
            {
                found.Add(new(file.Name) { Mistakes = wrong.Mistakes });
            }
        }
        return found;
    }

    /// <summary>Who stopped all writing and why; <see langword="null"/> when nobody did.</summary>
    public string? Stopped()
    {
        using var ledger = new WriteLedger(archive.Ledger);
        return ledger.Stopped;
    }

    /// <summary>Whether a run of the Email Finder stopped before its report, and lately enough to go on.</summary>
    internal static bool IsInterrupted(AuditRun run, Engagement engagement, DateTimeOffset now) =>
        run is { State: RunState.Interrupted, Head.Tool: EmailFinder.Tool } && run.Head.Engagement == engagement.Name && now - run.Head.StartedAt < GoesOnWithin;

    private static readonly TimeSpan GoesOnWithin = TimeSpan.FromDays(2);

    private EngagementStatus Of(string file, Engagement engagement, IReadOnlyList<AuditSubject> subjects, IReadOnlyList<LedgerEntry> written)
    {
        var now = time.GetUtcNow();
        var last = subjects.Where(subject => subject.Tool == EmailFinder.Tool).SelectMany(subject => subject.Runs).Where(run => run.Head.Engagement == engagement.Name).Max(run => (DateTimeOffset?)run.Head.StartedAt);
        var begins = new DateTimeOffset(engagement.From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        DateTimeOffset? next = engagement.Every is { } days ? last is { } before && before.AddDays(days) > begins ? before.AddDays(days) : begins : null;
        return new(file)
        {
            Engagement = engagement,
            Written = written.Count(entry => entry.Engagement == engagement.Name),
            IsOn = engagement.IsOn(DateOnly.FromDateTime(now.UtcDateTime)),
            IsInterrupted = subjects.SelectMany(subject => subject.Runs).Any(run => IsInterrupted(run, engagement, now)),
            LastRun = last,
            NextRun = next is { } due && DateOnly.FromDateTime(due.UtcDateTime) <= engagement.To ? due : null,
        };
    }
}
