using System.Collections.Concurrent;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>What each worker chose, so that all of a worker's tabs say the same to the desk.</summary>
public sealed class PresenceBoard
{
    private readonly ConcurrentDictionary<WorkerId, Availability> _chosen = new();
    private readonly ConcurrentDictionary<object, (WorkerId Worker, Action OnChanged)> _tabs = new();

    /// <summary>The worker's choice. Who has not chosen is available: whoever opens the console is at work.</summary>
    public Availability Get(WorkerId worker) => _chosen.GetValueOrDefault(worker, Availability.Available);

    /// <summary>The worker chooses; all tabs are told.</summary>
    public void Set(WorkerId worker, Availability availability)
    {
        _chosen[worker] = availability;
        foreach (var (_, tab) in _tabs)
            if (tab.Worker == worker) tab.OnChanged();
    }

    /// <summary>A tab wants to know of the choices of others. Dispose it when the tab closes.</summary>
    public IDisposable Follow(WorkerId worker, Action onChanged)
    {
        var tab = new Tab(this);
        _tabs[tab] = (worker, onChanged);
        return tab;
    }

    private sealed class Tab(PresenceBoard board) : IDisposable
    {
        public void Dispose() => board._tabs.TryRemove(this, out _);
    }
}
