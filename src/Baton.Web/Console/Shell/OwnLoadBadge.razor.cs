using Baton.Desk;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What the worker carries, for the worker's own eyes.</summary>
public sealed partial class OwnLoadBadge : IDisposable
{
    private IDisposable? _floor;
    private OwnLoad? _load;

    [Inject]
    private IFloor Floor { get; set; } = null!;

    [Inject]
    private IWorkforce Workforce { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => _floor?.Dispose();

    /// <inheritdoc/>
    protected override void OnInitialized() => _floor = Floor.Subscribe(() => _ = InvokeAsync(Look));

    private void Look()
    {
        var load = Floor.LoadOf(Session.Worker.Id, Session.Capacity);
        // Shown with one decimal: smaller changes draw nothing.
        if (_load is { } shown && Math.Abs(shown.Emotional - load.Emotional) < 0.05 && shown with { Emotional = load.Emotional } == load) return;
        _load = load;
        StateHasChanged();
    }

    private Task EndAsync() => Workforce.EndBreatherAsync(Session.Worker.Id, CancellationToken.None);
}
