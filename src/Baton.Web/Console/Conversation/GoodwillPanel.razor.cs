using System.Globalization;
using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Baton.Web;

/// <summary>What the worker may give to make good in this case, and what is left. The limits are kept by the desk, not here.</summary>
public sealed partial class GoodwillPanel : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private GoodwillLeft? _left;
    private int _seen = -1;
    private bool _wasOpen;
    private bool _isGiving;
    private string? _amount;
    private string? _for;
    private string? _refusal;
    private string _grantId = Guid.NewGuid().ToString("N");

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationView View { get; set; } = null!;

    /// <summary>Version of the view.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>Which conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }

    /// <summary>Whether the form is open.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>The worker opens or closes the form.</summary>
    [Parameter]
    public EventCallback OnToggle { get; set; }

    [Inject]
    private IGoodwill Goodwill { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_seen == Version || !View.IsEmotional || !View.IsHeldBy(Session.Worker.Id)) return;
        _seen = Version;
        _left = await Goodwill.LeftAsync(Conversation, View.Team, Session.Worker.Id, _closing.Token);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (IsOpen && !_wasOpen) await Script.InvokeVoidAsync("batonConsole.focusSoon", _closing.Token, "goodwill-amount");
        _wasOpen = IsOpen;
    }

    private string Money(decimal amount) => Labels.Money(Math.Max(0, amount), _left!.Currency);

    private async Task GrantAsync()
    {
        if (!decimal.TryParse(_amount?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            _refusal = "Write the amount as a number, e.g. 12.50.";
            return;
        }

        _isGiving = true;
        try
        {
            _refusal = (await Goodwill.GrantAsync(Conversation, Session.Worker, _grantId, amount, _for ?? "", _closing.Token)).Refusal?.Why;
            if (_refusal is not null) return;
            (_grantId, _amount, _for) = (Guid.NewGuid().ToString("N"), null, null);
            _left = await Goodwill.LeftAsync(Conversation, View.Team, Session.Worker.Id, _closing.Token);
            await OnToggle.InvokeAsync();
        }
        finally
        {
            _isGiving = false;
        }
    }
}
