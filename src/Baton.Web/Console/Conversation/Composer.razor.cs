using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Baton.Web;

/// <summary>
/// Where a worker writes. The text lives in the browser, in the field and in the browser's storage, until the desk has
/// accepted it: no lost connection and no reload loses it, and each text has its own message id, so that sending it again
/// after doubt sends it once.
/// </summary>
public sealed partial class Composer : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<AttachmentRef> _files = [];
    private DotNetObjectReference<Composer>? _self;
    private IJSObjectReference? _field;

    // A key may come before the browser's part of the field is there.
    private bool _isFocusWanted;
    private ElementReference _text;
    private IReadOnlyList<CannedReply>? _slash;
    private int _slashAt;
    private bool _isUploading;

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationView View { get; set; } = null!;

    /// <summary>Version of the view.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>Which conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }

    /// <summary>What the worker can do to it.</summary>
    [Parameter, EditorRequired]
    public ConversationActs Acts { get; set; } = null!;

    /// <summary>What is being written.</summary>
    [Parameter]
    public ComposerMode Mode { get; set; }

    /// <summary>The worker turns to another kind of writing.</summary>
    [Parameter]
    public EventCallback<ComposerMode> OnMode { get; set; }

    /// <summary>Why the last act was refused; null for nothing to say.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    /// <summary>An act was refused, or the refusal was read.</summary>
    [Parameter]
    public EventCallback<string?> OnRefusal { get; set; }

    /// <summary>The worker begins or stops typing to the customer.</summary>
    [Parameter]
    public Action<bool>? OnTyping { get; set; }

    /// <summary>True while the customer is told that somebody types.</summary>
    public bool IsTyping { get; private set; }

    [Inject]
    private CannedReplies Canned { get; set; } = null!;

    [Inject]
    private AttachmentUploads Uploads { get; set; } = null!;

    [Inject]
    private ILetterDesk Letters { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private ComposerWords Words => ComposerWords.For(Mode, View, View.IsHeldBy(Acts.Worker.Id), View.HasJoined(Acts.Worker.Id));

    private bool IsToColleague => ComposerWords.IsToColleague(View, View.IsHeldBy(Acts.Worker.Id));

    /// <summary>Puts the cursor where the mode begins.</summary>
    public async Task FocusAsync(ComposerMode mode)
    {
        if (mode == ComposerMode.Close) await Script.InvokeVoidAsync("batonConsole.focusSoon", _closing.Token, "close-resolved");
        else if (_field is not null) await _field.InvokeVoidAsync("focus", _closing.Token);
        else _isFocusWanted = true;
    }

    /// <summary>Called by the browser when the worker sends.</summary>
    /// <returns>True when it was accepted: the browser may forget the text.</returns>
    [JSInvokable]
    public Task<bool> OnSubmitAsync(string mode, string text, string messageId) => SubmitAsync(Enum.Parse<ComposerMode>(mode), text, messageId);

    /// <summary>Called by the browser when typing begins and ends.</summary>
    [JSInvokable]
    public void OnTypingAsync(bool isOn)
    {
        var tells = isOn && Mode == ComposerMode.Reply && View.Holder != Holder.Closed;
        if (tells == IsTyping && !tells) return;
        IsTyping = tells;
        OnTyping?.Invoke(tells);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _self?.Dispose();
        try
        {
            if (_field is not null) await _field.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its part with it.
        }

        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _field = await Script.InvokeAsync<IJSObjectReference?>("batonComposer.attach", _closing.Token, _text, _self, $"{Acts.Worker.Id}:{Conversation}");
            await RestoreDraftAsync();
            if (_isFocusWanted && _field is not null) await _field.InvokeVoidAsync("focus", _closing.Token);
        }
    }

    private static string PressedWord(bool isPressed) => isPressed ? "true" : "false";

    private string Pressed(ComposerMode mode) => PressedWord(Mode == mode);

    private async Task<bool> SubmitAsync(ComposerMode mode, string text, string messageId)
    {
        if (string.IsNullOrWhiteSpace(text) && !ComposerWords.For(mode, View, true).MayBeEmpty && (mode != ComposerMode.Reply || _files.Count == 0)) return false;
        if (mode is ComposerMode.Reply or ComposerMode.StepIn && SuggestedMessage.HasGaps(text, View.Locale))
        {
            await OnRefusal.InvokeAsync("The customer would see the square brackets: write what stands for them, or delete them.");
            return false;
        }

        var why = mode == ComposerMode.Whisper && IsToColleague
            ? await Acts.WhisperToColleagueAsync(text, _closing.Token)
            : await Acts.SubmitAsync(mode, messageId, text, [.. _files], Wish, _closing.Token);
        await OnRefusal.InvokeAsync(why);
        if (why is not null) return false;
        if (mode == ComposerMode.Reply)
        {
            _files.Clear();
            await ForgetDraftAsync();
        }

        OnTypingAsync(false);
        if (mode != ComposerMode.Reply) await OnMode.InvokeAsync(ComposerMode.Reply);
        StateHasChanged();
        return true;
    }
}
