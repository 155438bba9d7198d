using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What the person who takes over must know, on one screen.</summary>
public sealed partial class BriefPanel
{
    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationView View { get; set; } = null!;

    /// <summary>Version of the view, so that the panel is drawn again when it grew.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>The customer's other conversations, newest first.</summary>
    [Parameter]
    public IReadOnlyList<ConversationSummary> Earlier { get; set; } = [];

    /// <summary>False when only its first line is shown.</summary>
    [Parameter]
    public bool IsOpen { get; set; } = true;

    /// <summary>The name the customer sees of who reads this.</summary>
    [Parameter, EditorRequired]
    public string Worker { get; set; } = "";

    /// <summary>The worker wants the suggested first message in the text field.</summary>
    [Parameter]
    public EventCallback<string> OnSuggestion { get; set; }

    /// <summary>The worker folds or unfolds it.</summary>
    [Parameter]
    public EventCallback OnToggle { get; set; }
}
