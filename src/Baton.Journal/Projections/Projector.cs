using Microsoft.Extensions.Logging;

namespace Baton.Journal;

/// <summary>Reads the log and keeps the projections: one step is one batch of events and one transaction.</summary>
internal sealed class Projector(IJournal journal, IProjectionStore store, ILogger<Projector> logger) : IDisposable
{
    private const int BatchSize = 2_000;
    private const int Remembered = 20_000;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Dictionary<ConversationId, ConversationSummary> _recent = [];
    private long? _position;

    /// <summary>Reads on by one batch.</summary>
    /// <returns>Where the projections stand; null when another process writes them.</returns>
    public async Task<long?> StepAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!await store.TryOpenAsync(cancellationToken))
            {
                Forget();
                return null;
            }

            var position = _position ??= await BeginAsync(cancellationToken);
            var events = await journal.ReadAllAsync(position, BatchSize, cancellationToken);
            if (events.Count == 0) return await CheckAsync(position, cancellationToken);
            if (!await store.WriteAsync(await FoldAsync(position, events, cancellationToken), cancellationToken)) Forget(); // somebody reset them: begin again from where they stand
            else _position = events[^1].Position;
            JournalMetrics.Followed(events.Count);
            return _position ?? 0;
        }
        catch
        {
            // What is remembered may be ahead of what was kept.
            Forget();
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Drops the projections; the next steps read the log from its beginning.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            Forget();
            await store.ResetAsync(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>With nothing to read it is time to see whether somebody set the projections back.</summary>
    private async Task<long> CheckAsync(long position, CancellationToken cancellationToken)
    {
        var (actual, _) = await store.ReadCheckpointAsync(cancellationToken);
        if (actual != position) Forget();
        return actual;
    }

    private async Task<long> BeginAsync(CancellationToken cancellationToken)
    {
        var (position, fold) = await store.ReadCheckpointAsync(cancellationToken);
        if (fold == ConversationFold.Version && position <= await journal.GetHeadAsync(cancellationToken)) return position;
        // Another fold made them, or they belong to a log that is not this one: a restored backup, for example.
        if (position > 0) JournalLog.ProjectionOutdated(logger);
        await store.ResetAsync(cancellationToken);
        return 0;
    }

    private async Task<ProjectionBatch> FoldAsync(long position, IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        if (_recent.Count > Remembered) _recent.Clear();
        var unknown = events.Select(e => e.Conversation).Where(id => !_recent.ContainsKey(id)).ToHashSet();
        if (unknown.Count > 0)
        {
            foreach (var summary in await store.ReadAsync(unknown, cancellationToken)) _recent[summary.Id] = summary;
        }

        HashSet<ConversationId> changed = [];
        List<SearchableText> texts = [];
        foreach (var logged in events)
        {
            _recent[logged.Conversation] = ConversationFold.Apply(_recent.GetValueOrDefault(logged.Conversation), logged);
            changed.Add(logged.Conversation);
            if (SearchWords.TextOf(logged.Event) is { } text && SearchWords.Of(text) is { Count: > 0 } words)
                texts.Add(new(logged.Position, logged.Conversation, words));
        }

        return new(position, events[^1].Position, [.. changed.Select(id => _recent[id])], texts);
    }

    private void Forget()
    {
        _position = null;
        _recent.Clear();
    }
}
