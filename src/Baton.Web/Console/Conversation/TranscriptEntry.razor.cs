using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>One thing in the transcript. Drawn again only when it changed: a long conversation costs no more than a short one.</summary>
public sealed partial class TranscriptEntry
{
    private TranscriptItem? _drawn;
    private bool _wasShown;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public TranscriptItem Item { get; set; } = null!;

    /// <summary>Which conversation, for links to its files.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }

    /// <summary>The worker corrects what was read from the message.</summary>
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

    /// <inheritdoc/>
    protected override void OnInitialized() => (_drawn, _wasShown) = (Item, IsShown);

    private Task MarkAsync(int messageVersion, string code, SignalMark mark) => OnMark.InvokeAsync(new(messageVersion, code, mark));

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        if (ReferenceEquals(_drawn, Item) && _wasShown == IsShown) return false;
        (_drawn, _wasShown) = (Item, IsShown);
        return true;
    }
}
