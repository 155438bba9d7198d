namespace Baton.Audit;

/// <summary>What a person says about a run of the Reply Radar, kept with who said it and when. The report follows.</summary>
/// <param name="radar">Makes the report anew.</param>
/// <param name="time">The clock.</param>
public sealed class PersonsWord(ReplyRadar radar, TimeProvider time)
{
    /// <summary>Says where a letter belongs; what was said last holds.</summary>
    /// <param name="record">The run.</param>
    /// <param name="sha256">The letter, or the first characters of its SHA-256.</param>
    /// <param name="probe">The enquiry; empty for the likeliest, <see langword="null"/> for none.</param>
    /// <param name="person">Who says so.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The enquiry it now belongs to, or <see langword="null"/>.</returns>
    /// <exception cref="RadarException">There is no such letter or enquiry, or nobody says who speaks.</exception>
    public async Task<string?> PlaceAsync(RadarRecord record, string sha256, string? probe, string person, CancellationToken cancellationToken)
    {
        var found = record.Events.OfType<LetterCame>().Where(came => came.Sha256.StartsWith(sha256, StringComparison.OrdinalIgnoreCase)).DistinctBy(came => came.Sha256).ToList();
        if (found is not [var came]) throw new RadarException($"{found.Count} letters begin with {sha256}. See: baton audit reply-radar letters {record.Folder}");
        var key = probe is "" ? came.Probe : probe;
        RequireKnown(record, key);
        await record.SayAsync(new LetterPlaced(time.GetUtcNow(), came.Sha256, key, Named(person)), cancellationToken);
        return key;
    }

    /// <summary>Records what came by another way.</summary>
    /// <param name="record">The run.</param>
    /// <param name="probe">The enquiry.</param>
    /// <param name="at">When it came.</param>
    /// <param name="what">What came.</param>
    /// <param name="person">Who records it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="RadarException">There is no such enquiry, or nobody says who speaks.</exception>
    public Task RecordAsync(RadarRecord record, string probe, DateTimeOffset at, string what, string person, CancellationToken cancellationToken)
    {
        RequireKnown(record, probe);
        return record.SayAsync(new SeenElsewhere(at.ToUniversalTime(), probe, what, Named(person)) { RecordedAt = time.GetUtcNow() }, cancellationToken);
    }

    /// <summary>Writes the report of a run as it stands, with what the audited side said so far.</summary>
    /// <param name="record">The run.</param>
    /// <param name="engagement">The engagement; <see langword="null"/> for the copy that the run was started with.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The report; <see langword="null"/> when no engagement is at hand.</returns>
    public async Task<AuditReport?> ReportAsync(RadarRecord record, Engagement? engagement, CancellationToken cancellationToken)
    {
        var copy = new FileInfo(Path.Combine(record.Folder.FullName, RadarRecord.EngagementFileName));
        engagement ??= copy.Exists ? await EngagementFile.ReadAsync(copy, cancellationToken) : null;
        if (engagement is null) return null;
        var before = new FileInfo(Path.Combine(record.Folder.FullName, ReportWriter.JsonFile));
        var report = radar.Judge(engagement, record) with { Replies = before.Exists ? (await ReportWriter.ReadAsync(before, cancellationToken)).Replies : null };
        await ReportWriter.WriteAsync(report, record.Folder, cancellationToken);
        return report;
    }

    private static string Named(string person) => person.Trim() is { Length: > 0 } name ? name : throw new RadarException("Say who says so.");

    private static void RequireKnown(RadarRecord record, string? probe)
    {
        var keys = record.Events.OfType<PlanMade>().SelectMany(made => made.Plan.Probes).Select(one => one.Key).ToList();
        if (probe is not null && !keys.Contains(probe, StringComparer.Ordinal)) throw new RadarException($"There is no enquiry {probe} in this run. Known: {string.Join(", ", keys)}.");
    }
}
