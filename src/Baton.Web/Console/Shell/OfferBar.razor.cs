using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>The conversation that is offered to the worker now, on every page: one key takes it, one lets it go to somebody else.</summary>
public sealed partial class OfferBar : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IDisposable? _floor;
    private WorkOffer? _offer;
    private ConversationSummary? _row;
    private string? _refusal;

    [Inject]
    private IFloor Floor { get; set; } = null!;

    [Inject]
    private IWall Wall { get; set; } = null!;

    [Inject]
    private IWorkforce Workforce { get; set; } = null!;

    [Inject]
    private IConversations Conversations { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The worker takes the conversation that is offered; nothing when none is.</summary>
    public async Task AcceptAsync()
    {
        if (_offer is not { } offer) return;
        var result = await Conversations.ClaimAsync(offer.Conversation, Session.Worker, _closing.Token);
        _refusal = result.Refusal?.Why;
        Show(null);
        if (_refusal is null) Navigation.NavigateTo($"console/c/{offer.Conversation}");
    }

    /// <summary>The worker lets somebody else be asked; nothing when none is offered.</summary>
    public async Task DeclineAsync()
    {
        if (_offer is not { } offer) return;
        await Workforce.DeclineAsync(offer.Worker, offer.Conversation, _closing.Token);
        Show(null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _floor?.Dispose();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _floor = Floor.Subscribe(() => _ = InvokeAsync(Look));

    private void Look()
    {
        var offer = Floor.Now.Offers.FirstOrDefault(offer => offer.Worker == Session.Worker.Id);
        if (offer != _offer) Show(offer);
    }

    private void Show(WorkOffer? offer)
    {
        _row = offer is null ? null : Wall.Find(offer.Conversation);
        _offer = _row is null ? null : offer;
        StateHasChanged();
    }
}
