using System.Text.Json;

namespace Baton.Audit;

/// <summary>One message that was allowed.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Target">To whom.</param>
/// <param name="Engagement">In which engagement.</param>
public sealed record LedgerEntry(DateTimeOffset At, WriteKind Kind, string Target, string Engagement)
{
    /// <summary>Which mail of its probe.</summary>
    public WriteStep Step { get; init; }

    /// <summary>The probe; <see langword="null"/> for what stands alone.</summary>
    public string? Probe { get; init; }
}

/// <summary>
/// A folder that remembers over all runs what was written (<c>written.jsonl</c>), who objected (<c>objections.txt</c>, for good), and
/// whether everything is stopped (a file named <c>STOP</c>).
/// </summary>
/// <param name="folder">The folder; shared by all engagements, so that an objection holds for each of them.</param>
public sealed class WriteLedger(DirectoryInfo folder) : IDisposable
{
    private const string StopFile = "STOP";
    private const string ObjectionsFile = "objections.txt";
    private const string WrittenFile = "written.jsonl";

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Stops everything at once, for all engagements, until the file is taken away.</summary>
    /// <param name="why">Who stopped and why.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task StopAsync(string why, CancellationToken cancellationToken)
    {
        folder.Create();
        var half = PathOf($"{StopFile}.{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(half, why, cancellationToken);
        File.Move(half, PathOf(StopFile), overwrite: true);
    }

    /// <summary>Who stopped everything and why; <see langword="null"/> when nobody did.</summary>
    public string? Stopped
    {
        get
        {
            try
            {
                return IsStopped ? File.ReadAllText(PathOf(StopFile)).Trim() : null;
            }
            catch (FileNotFoundException)
            {
                // Allowed again between the two looks.
                return null;
            }
            catch (IOException unreadable)
            {
                return $"the file cannot be read ({unreadable.Message})";
            }
        }
    }

    /// <summary>Whether somebody stopped everything.</summary>
    internal bool IsStopped => File.Exists(PathOf(StopFile));

    /// <summary>Lets writing go on after a stop; engagements and objections hold as before.</summary>
    public void Resume()
    {
        if (folder.Exists) File.Delete(PathOf(StopFile));
    }

    /// <summary>What was written, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(CancellationToken cancellationToken) => File.Exists(PathOf(WrittenFile))
        ? [.. (await File.ReadAllLinesAsync(PathOf(WrittenFile), cancellationToken)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize(line, AuditJson.Lines.LedgerEntry)!)]
        : [];

    /// <summary>Who objected, in small letters.</summary>
    public IReadOnlyList<string> Objections => File.Exists(PathOf(ObjectionsFile)) ? [.. File.ReadAllLines(PathOf(ObjectionsFile)).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>Remembers that an address or a host wants no more; there is no way back in the program.</summary>
    public async Task ObjectAsync(string target, CancellationToken cancellationToken)
    {
        folder.Create();
        await File.AppendAllTextAsync(PathOf(ObjectionsFile), target.Trim().ToLowerInvariant() + "\n", cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>What stands against writing to somebody, whatever the engagement says.</summary>
    internal IEnumerable<string> Refusals(WriteRequest request)
    {
        if (Stopped is { } why) yield return $"Everything is stopped: {why} ({PathOf(StopFile)}).";
        // Who objects for a domain objects for every host in it.
        if (Objections.Any(objection => Same(objection, request.Target) || Same(objection, request.Host) || request.Host.EndsWith("." + objection, StringComparison.OrdinalIgnoreCase))) yield return $"{request.Target} has objected to being written to.";
    }

    /// <summary>Enters a message if the budget allows it; otherwise says why not.</summary>
    internal async Task<string?> TryEnterAsync(WriteRequest request, DateTimeOffset now, string engagement, Budget budget, TimeSpan window, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            folder.Create();
            // Held open alone, so that a second program on the same folder waits for its turn by failing.
            await using var file = new FileStream(PathOf(WrittenFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(file);
            var entries = (await reader.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, AuditJson.Lines.LedgerEntry)!).ToList();
            if (Refusal(entries, request, now, engagement, budget, window) is { } refusal) return refusal;
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new LedgerEntry(now, request.Kind, request.Target, engagement) { Step = request.Step, Probe = request.Probe }, AuditJson.Lines.LedgerEntry), cancellationToken);
            await file.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await file.FlushAsync(cancellationToken);
            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static bool Same(string a, string b) => string.Equals(a.TrimEnd('/'), b.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string? Refusal(List<LedgerEntry> entries, WriteRequest request, DateTimeOffset now, string engagement, Budget budget, TimeSpan window)
    {
        var target = entries.Where(entry => entry.Target.Equals(request.Target, StringComparison.OrdinalIgnoreCase)).ToList();
        if (request.Step == WriteStep.Opening)
        {
            var here = target.Count(entry => entry.At > now - window && entry.Step == WriteStep.Opening);
            if (here >= budget.PerRoute) return $"The budget for {request.Target} is used up: {here} of {budget.PerRoute} within {window.TotalDays:0} days.";
        }
        else
        {
            // A probe that goes on may do so once in each way, and only if it was begun with leave.
            var own = target.Where(entry => entry.Engagement == engagement && entry.Probe is not null && entry.Probe == request.Probe).ToList();
            if (!own.Exists(entry => entry.Step == WriteStep.Opening)) return $"No probe of {request.Target} was begun that this could continue.";
            if (own.Exists(entry => entry.Step == request.Step)) return $"The probe {request.Probe} of {request.Target} has had this mail already.";
        }
        var all = entries.Count(entry => entry.Engagement == engagement && entry.Step != WriteStep.Closing);
        return request.Step != WriteStep.Closing && all >= budget.Total ? $"The whole budget is used up: {all} of {budget.Total}." : null;
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
