using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Baton.Web;

/// <summary>The course of a conversation. It stays at its end unless the worker scrolled up to read.</summary>
public sealed partial class Transcript
{
    private ElementReference _list;

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationView View { get; set; } = null!;

    /// <summary>Version of the view, so that the transcript is drawn again when it grew.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>Which conversation, for links to its files.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }

    /// <summary>Who is typing; null for nobody.</summary>
    [Parameter]
    public FeedTyping? Typing { get; set; }

    /// <summary>The worker corrects what was read from a message.</summary>
    [Parameter]
    public EventCallback<SignalCorrection> OnMark { get; set; }

    /// <summary>Whether abusive messages are shown.</summary>
    [Parameter]
    public bool IsShown { get; set; }

    /// <summary>The worker shows or folds abusive messages.</summary>
    [Parameter]
    public EventCallback OnShield { get; set; }

    /// <summary>The worker says that the message of this version is not abusive.</summary>
    [Parameter]
    public EventCallback<int> OnLift { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await Script.InvokeVoidAsync("batonConsole.follow", _list);
    }

    private async Task ToEndAsync() => await Script.InvokeVoidAsync("batonConsole.toEnd", _list);
}
