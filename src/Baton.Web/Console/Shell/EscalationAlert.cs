using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>
/// Tells a worker that somebody newly waits for a person, a moment later and only if nobody has come by then: an alarm for
/// what a colleague already took teaches people to ignore alarms.
/// </summary>
internal sealed class EscalationAlert : IDisposable
{
    /// <summary>How long a colleague has to be first.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2.5);

    private readonly Lock _lock = new();
    private readonly IWall _wall;
    private readonly TimeProvider _time;
    private readonly Action<IReadOnlyList<ConversationSummary>, int> _alert;
    private readonly HashSet<ConversationId> _waiting;
    private readonly Dictionary<ConversationId, DateTimeOffset> _pending = [];
    private readonly ITimer _timer;
    private readonly IDisposable _subscription;

    /// <param name="wall">The wall to watch.</param>
    /// <param name="time">The clock.</param>
    /// <param name="alert">
    /// Called on any thread with those who newly wait and how many wait in all; with none when only the number changed.
    /// </param>
    public EscalationAlert(IWall wall, TimeProvider time, Action<IReadOnlyList<ConversationSummary>, int> alert)
    {
        _wall = wall;
        _time = time;
        _alert = alert;
        _timer = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _waiting = [];
        lock (_lock)
        {
            _subscription = wall.Subscribe(Take);
            // Whoever waits already is on the screen: only newcomers ring.
            foreach (var row in wall.Rows.Where(WallOrder.NeedsPerson)) _waiting.Add(row.Id);
        }
    }

    /// <summary>How many wait for a person.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _waiting.Count;
        }
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }

    private void Take(IReadOnlyList<WallChange> changes)
    {
        int waiting;
        lock (_lock)
        {
            var before = _waiting.Count;
            foreach (var change in changes) Note(change);
            if (_waiting.Count == before) return;
            waiting = _waiting.Count;
        }

        _alert([], waiting);
    }

    private void Note(WallChange change)
    {
        var waits = change.Row is { } row && WallOrder.NeedsPerson(row);
        if (!waits)
        {
            _waiting.Remove(change.Id);
            _pending.Remove(change.Id);
        }
        else if (_waiting.Add(change.Id))
        {
            _pending[change.Id] = _time.GetUtcNow() + Grace;
            if (_pending.Count == 1) _timer.Change(Grace, Timeout.InfiniteTimeSpan);
        }
    }

    private void Ring()
    {
        List<ConversationSummary> still = [];
        int waiting;
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            foreach (var (id, _) in _pending.Where(pending => pending.Value <= now).ToList())
            {
                _pending.Remove(id);
                if (_wall.Find(id) is { } row && WallOrder.NeedsPerson(row)) still.Add(row);
            }

            waiting = _waiting.Count;
            if (_pending.Count > 0)
            {
                var wait = _pending.Values.Min() - now;
                _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }

        if (still.Count > 0) _alert(still, waiting);
    }
}
