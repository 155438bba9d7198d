using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What is folded away of a letter, and what became of one that went out.</summary>
public sealed partial class LetterFoot
{
    /// <summary>The message that came or goes as a letter.</summary>
    [Parameter, EditorRequired]
    public SaidItem Item { get; set; } = null!;

    /// <summary>Which conversation, for the letter's HTML.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }
}
