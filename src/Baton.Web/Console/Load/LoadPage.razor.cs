using System.Globalization;
using Baton.Desk;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What a worker carries, for the worker's own eyes, and the switch that lets others see a part of it.</summary>
public sealed partial class LoadPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IDisposable? _floor;
    private OwnLoad? _load;
    private OwnRatings? _ratings;
    private bool _isShared;

    [Inject]
    private IFloor Floor { get; set; } = null!;

    [Inject]
    private ILoadSharing Sharing { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    private static int RatingsNeeded => 5;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _floor?.Dispose();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Look();
        _floor = Floor.Subscribe(() => _ = InvokeAsync(Look));
        _isShared = await Sharing.IsSharedAsync(Session.Worker.Id, _closing.Token);
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private void Look()
    {
        (_load, _ratings) = (Floor.LoadOf(Session.Worker.Id, Session.Capacity), Floor.RatingsOf(Session.Worker.Id));
        StateHasChanged();
    }

    private async Task ShareAsync(ChangeEventArgs change)
    {
        _isShared = change.Value is true;
        await Sharing.ChooseAsync(Session.Worker.Id, _isShared, _closing.Token);
    }
}
