namespace Baton.Journal;

/// <summary>
/// The last committed events in memory, so that those who follow the log do not read back from disk what was just written.
/// Holds an unbroken stretch of positions; bounded in number and in bytes.
/// </summary>
internal sealed class HotTail(int capacity = 4096, long maxBytes = 16 << 20)
{
    private readonly Lock _lock = new();
    private readonly (LoggedEvent Event, int Bytes)[] _ring = new (LoggedEvent, int)[capacity];
    private long _first = 1; // position of the oldest event held
    private long _next = 1; // position after the newest event held
    private long _bytes;

    /// <summary>Adds what was just committed. A gap (another writer's events) starts the stretch anew.</summary>
    public void Add(AppendRequest committed)
    {
        var placed = committed.Placed!;
        lock (_lock)
        {
            for (var i = 0; i < placed.Length; i++) Add(placed[i], committed.Events[i].Data.Length);
        }
    }

    /// <summary>The events after a position; null when it reaches further back than the stretch.</summary>
    public List<LoggedEvent>? Read(long afterPosition, int limit)
    {
        lock (_lock)
        {
            if (_first == _next || afterPosition + 1 < _first) return null;
            var count = (int)Math.Clamp(_next - 1 - afterPosition, 0, limit);
            var events = new List<LoggedEvent>(count);
            for (var position = afterPosition + 1; events.Count < count; position++) events.Add(_ring[position % _ring.Length].Event);
            return events;
        }
    }

    private void Add(LoggedEvent logged, int bytes)
    {
        if (logged.Position != _next)
        {
            while (_first < _next) Drop();
            _first = _next = logged.Position;
        }

        while (_first < _next && (_next - _first == _ring.Length || _bytes + bytes > maxBytes)) Drop();
        _ring[_next++ % _ring.Length] = (logged, bytes);
        _bytes += bytes;
    }

    private void Drop()
    {
        ref var oldest = ref _ring[_first++ % _ring.Length];
        _bytes -= oldest.Bytes;
        oldest = default;
    }
}
