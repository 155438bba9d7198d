using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Baton.Web;

/// <summary>What is around every page of the console: the bar, the keys, the alarm, the worker's presence.</summary>
public sealed partial class ConsoleLayout : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private DotNetObjectReference<ConsoleLayout>? _self;
    private EscalationAlert? _alert;
    private UpdatePacer? _pacer;
    private IDisposable? _wallSubscription;
    private ErrorBoundary? _boundary;
    private OfferBar? _offer;
    private Availability _availability;
    private string _announcement = "";
    private int _holding;
    private bool _isReady;
    private bool _isHelpOpen;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private PresenceBeat Presence { get; set; } = null!;

    [Inject]
    private PresenceBoard Board { get; set; } = null!;

    [Inject]
    private ShortcutHub Keys { get; set; } = null!;

    [Inject]
    private IWall Wall { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>A key was pressed outside of any text field; called by the browser.</summary>
    [JSInvokable]
    public async Task OnKeyAsync(string key)
    {
        if (_isHelpOpen)
        {
            if (key is "?" or "Escape") await ToggleHelpAsync();
            return;
        }

        if (key == "?") await ToggleHelpAsync();
        else if (key == "a") await ToggleAvailabilityAsync();
        else if (key == "y" && _offer is not null) await _offer.AcceptAsync();
        else if (key == "n" && _offer is not null) await _offer.DeclineAsync();
        else await Keys.PressAsync(key);
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _alert?.Dispose();
        _wallSubscription?.Dispose();
        _pacer?.Dispose();
        _self?.Dispose();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!await Session.LoadAsync(_closing.Token))
        {
            Navigation.NavigateTo("sign-in", forceLoad: true);
            return;
        }

        _availability = Board.Get(Session.Worker.Id);
        _pacer = new UpdatePacer(Time, TimeSpan.FromMilliseconds(500), () => InvokeAsync(CountHolding));
        _wallSubscription = Wall.Subscribe(_ => _pacer.Signal());
        _alert = new EscalationAlert(Wall, Time, (rows, waiting) => _ = InvokeAsync(() => AlertAsync(rows, waiting)));
        CountHolding();
        await Presence.StartAsync(Session.Worker, Session.Capacity, () => _ = InvokeAsync(ShowChosen));
        _isReady = true;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isReady || _self is not null) return;
        _self = DotNetObjectReference.Create(this);
        var keys = Shortcuts.All.SelectMany(shortcut => shortcut.Keys).ToArray();
        await Script.InvokeVoidAsync("batonConsole.start", _closing.Token, _self, keys, Time.GetUtcNow().ToUnixTimeMilliseconds());
        await Script.InvokeVoidAsync("batonConsole.waiting", _closing.Token, _alert!.Waiting);
    }

    private void CountHolding()
    {
        var holding = Wall.Rows.Count(row => WallTabs.IsMine(row, Session.Worker.Id));
        if (holding == _holding) return;
        _holding = holding;
        StateHasChanged();
    }

    private async Task AlertAsync(IReadOnlyList<ConversationSummary> rows, int waiting)
    {
        if (_self is null) return;
        await Script.InvokeVoidAsync("batonConsole.waiting", _closing.Token, waiting);
        if (rows.Count == 0) return;
        _announcement = rows.Count == 1
            ? $"{Labels.CustomerName(rows[0].Customer)} needs a person: {rows[0].EscalationReason}"
            : $"{rows.Count} more customers need a person.";
        StateHasChanged();
        await Script.InvokeVoidAsync("batonConsole.ring", _closing.Token);
    }

    private async Task ToggleAvailabilityAsync()
    {
        await Presence.ChooseAsync(_availability == Availability.Available ? Availability.Away : Availability.Available);
        ShowChosen();
    }

    private void ShowChosen()
    {
        _availability = Board.Get(Session.Worker.Id);
        StateHasChanged();
    }

    private Task ToggleHelpAsync()
    {
        _isHelpOpen = !_isHelpOpen;
        StateHasChanged();
        return Task.CompletedTask;
    }
}
