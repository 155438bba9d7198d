using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>One thing in the transcript. Drawn again only when it changed: a long conversation costs no more than a short one.</summary>
public sealed partial class TranscriptEntry
{
    private TranscriptItem? _drawn;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public TranscriptItem Item { get; set; } = null!;

    /// <summary>Which conversation, for links to its files.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }

    /// <summary>The worker corrects what was read from the message.</summary>
    [Parameter]
    public EventCallback<SignalCorrection> OnMark { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => _drawn = Item;

    private Task MarkAsync(int messageVersion, string code, SignalMark mark) => OnMark.InvokeAsync(new(messageVersion, code, mark));

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        if (ReferenceEquals(_drawn, Item)) return false;
        _drawn = Item;
        return true;
    }
}
