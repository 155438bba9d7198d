using System.Collections.Concurrent;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>
/// One worker's view of the wall: the rows in order, the tab, the selection. Changes are taken in on any thread and become
/// visible in <see cref="Refresh"/>, which the page calls a few times a second.
/// </summary>
public sealed class WallView : IDisposable
{
    private readonly IWall _wall;
    private readonly WorkerId _me;
    private readonly ConcurrentQueue<WallChange> _incoming = new();
    private readonly Dictionary<ConversationId, ConversationSummary> _rows = [];
    private readonly List<ConversationSummary> _ordered = [];
    private IDisposable? _subscription;

    /// <summary>A view that shows nothing until <see cref="Start"/>.</summary>
    public WallView(IWall wall, WorkerId me)
    {
        _wall = wall;
        _me = me;
    }

    /// <summary>Called, on the follower's thread, when something waits to be shown by <see cref="Refresh"/>.</summary>
    public Action? Changed { get; set; }

    /// <summary>The part that is shown.</summary>
    public WallTab Tab { get; private set; }

    /// <summary>The rows of the tab, in order. A new list whenever it differs.</summary>
    public IReadOnlyList<ConversationSummary> Visible { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public WallCounts Counts { get; private set; } = new(0, 0, 0, 0);

    /// <summary>The selected conversation; it stays selected wherever its row moves.</summary>
    public ConversationId? Selected { get; private set; }

    /// <summary>True while a pointer rests on the rows: known rows keep their places so that nobody clicks the wrong one.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>How many rows would stand elsewhere if the order were not held.</summary>
    public int Displaced { get; private set; }

    /// <summary>Begins to follow the wall.</summary>
    public void Start()
    {
        // Subscribing first: a change between both steps is applied twice at worst, never missed.
        _subscription ??= _wall.Subscribe(Take);
        foreach (var row in _wall.Rows) Apply(new(row.Id, row));
        Show();
    }

    /// <summary>The row of a live conversation; null when it is not on the wall.</summary>
    public ConversationSummary? Find(ConversationId id) => _rows.GetValueOrDefault(id);

    /// <summary>Makes what has come in visible; false when nothing changed.</summary>
    public bool Refresh()
    {
        var changed = false;
        while (_incoming.TryDequeue(out var change)) changed |= Apply(change);
        if (changed) Show();
        return changed;
    }

    /// <summary>Shows another tab.</summary>
    public void Switch(WallTab tab)
    {
        if (tab == Tab) return;
        Tab = tab;
        Show(anew: true);
    }

    /// <summary>Holds the order or lets it go.</summary>
    public void Hold(bool isHeld)
    {
        IsHeld = isHeld;
        if (!isHeld && Displaced > 0) Show();
    }

    /// <summary>Selects a conversation, or none.</summary>
    public void Select(ConversationId? id) => Selected = id;

    /// <summary>Moves the selection by rows, from the first row when nothing visible is selected.</summary>
    /// <returns>Index of the selected row; -1 when there is none.</returns>
    public int Move(int by)
    {
        if (Visible.Count == 0) return -1;
        var at = IndexOfSelected();
        var next = at < 0 ? 0 : Math.Clamp(at + by, 0, Visible.Count - 1);
        Selected = Visible[next].Id;
        return next;
    }

    /// <summary>Index of the selected row among the visible; -1 when it is not among them.</summary>
    public int IndexOfSelected()
    {
        if (Selected is not { } id) return -1;
        for (var i = 0; i < Visible.Count; i++)
            if (Visible[i].Id == id) return i;
        return -1;
    }

    /// <summary>The conversation that waits for a person most urgently; null when nobody waits.</summary>
    public ConversationSummary? NextWaiting() => _ordered.Count > 0 && WallOrder.NeedsPerson(_ordered[0]) ? _ordered[0] : null;

    /// <inheritdoc/>
    public void Dispose() => _subscription?.Dispose();

    private void Take(IReadOnlyList<WallChange> changes)
    {
        foreach (var change in changes) _incoming.Enqueue(change);
        Changed?.Invoke();
    }

    private bool Apply(WallChange change)
    {
        if (_rows.TryGetValue(change.Id, out var known))
        {
            if (change.Row is { } newer && newer.Version <= known.Version) return false;
            _ordered.RemoveAt(_ordered.BinarySearch(known, WallOrder.Instance));
            _rows.Remove(change.Id);
        }
        else if (change.Row is null)
        {
            return false;
        }

        if (change.Row is not { } row) return true;
        _rows[row.Id] = row;
        _ordered.Insert(~_ordered.BinarySearch(row, WallOrder.Instance), row);
        return true;
    }

    private void Show(bool anew = false)
    {
        List<ConversationSummary> fresh = [.. _ordered.Where(row => WallTabs.Shows(Tab, row, _me))];
        Visible = IsHeld && !anew ? HeldOrder.Keep(Visible, fresh) : fresh;
        Displaced = 0;
        for (var i = 0; i < fresh.Count; i++)
            if (fresh[i].Id != Visible[i].Id) Displaced++;
        Counts = WallCounts.From(_ordered, _me);
    }
}
