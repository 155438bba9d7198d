using System.Collections.Concurrent;
using System.Collections.Immutable;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>The live conversations in memory: loaded from the index, then kept current from the log by <see cref="LogFollower"/>.</summary>
internal sealed class Wall(IConversationIndex index, IJournal journal, LoadBook loads, WaitBook waits) : IWall
{
    private readonly ConcurrentDictionary<ConversationId, ConversationSummary> _rows = new();
    private ImmutableList<Action<IReadOnlyList<WallChange>>> _subscribers = [];
    private ImmutableList<(long Position, TaskCompletionSource Reached)> _awaited = [];
    private long _position;

    public IReadOnlyCollection<ConversationSummary> Rows => (IReadOnlyCollection<ConversationSummary>)_rows.Values;

    public ConversationSummary? Find(ConversationId id) => _rows.GetValueOrDefault(id);

    public IDisposable Subscribe(Action<IReadOnlyList<WallChange>> onChanged)
    {
        ImmutableInterlocked.Update(ref _subscribers, list => list.Add(onChanged));
        return new Subscription(() => ImmutableInterlocked.Update(ref _subscribers, list => list.Remove(onChanged)));
    }

    /// <summary>Loads all live conversations and answers the position up to which they are complete.</summary>
    public async Task<long> LoadAsync(CancellationToken cancellationToken)
    {
        var (open, position) = await index.ListOpenAsync(cancellationToken);
        foreach (var row in open) _rows[row.Id] = row;
        var tail = Math.Max(0, position - LoadBook.Tail);
        while (await journal.ReadAllAsync(tail, 5_000, cancellationToken) is { Count: > 0 } past && past[0].Position <= position)
        {
            foreach (var logged in past.Where(logged => logged.Position <= position))
            {
                loads.Apply(logged);
                waits.Apply(logged);
            }


            tail = past[^1].Position;
        }

        Reach(position);
        return position;
    }

    /// <summary>Applies the next events of the log; those already in a row change nothing.</summary>
    public async Task ApplyAsync(IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        Dictionary<ConversationId, ConversationSummary> touched = [];
        foreach (var logged in events)
        {
            loads.Apply(logged);
            waits.Apply(logged);
            var row = touched.GetValueOrDefault(logged.Conversation) ?? Find(logged.Conversation);
            if (row is null && logged.Version > 1) row = await RebuildAsync(logged, cancellationToken);
            if (row is not null && row.Version >= logged.Version)
            {
                touched[logged.Conversation] = row;
                continue;
            }

            touched[logged.Conversation] = ConversationFold.Apply(row, logged);
        }

        Publish(touched);
        if (events.Count > 0) Reach(events[^1].Position);
    }

    /// <summary>Completes when the wall shows the log up to a position.</summary>
    public Task WaitForAsync(long position, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ImmutableInterlocked.Update(ref _awaited, list => list.Add((position, reached)));
        Reach(Interlocked.Read(ref _position));
        return reached.Task.WaitAsync(cancellationToken);
    }

    private void Reach(long position)
    {
        Interlocked.Exchange(ref _position, Math.Max(position, Interlocked.Read(ref _position)));
        foreach (var waiting in _awaited.Where(waiting => waiting.Position <= position))
        {
            ImmutableInterlocked.Update(ref _awaited, list => list.Remove(waiting));
            waiting.Reached.TrySetResult();
        }
    }

    private void Publish(Dictionary<ConversationId, ConversationSummary> touched)
    {
        List<WallChange> changes = new(touched.Count);
        foreach (var (id, row) in touched)
        {
            if (row.Holder == Holder.Closed) _rows.TryRemove(id, out _);
            else _rows[id] = row;
            changes.Add(new(id, row.Holder == Holder.Closed || row.IsEmpty ? null : row));
        }

        foreach (var subscriber in _subscribers) subscriber(changes);
    }

    /// <summary>A closed conversation left the wall and now goes on.</summary>
    private async Task<ConversationSummary?> RebuildAsync(LoggedEvent until, CancellationToken cancellationToken)
    {
        var past = await journal.ReadAsync(until.Conversation, 0, cancellationToken);
        return past.Where(logged => logged.Version < until.Version).Aggregate((ConversationSummary?)null, ConversationFold.Apply);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
