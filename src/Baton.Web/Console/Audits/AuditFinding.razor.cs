using Baton.Audit;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>One finding: what, how sure, since when, both sides of the evidence, what the audited side says.</summary>
public sealed partial class AuditFinding
{
    private string _text = "";
    private string _by = "";
    private bool _isOpen;

    /// <summary>The finding and its life.</summary>
    [Parameter, EditorRequired]
    public FindingLife Life { get; set; } = null!;

    /// <summary>What the audited side said, about any finding.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SideReply> Replies { get; set; } = [];

    /// <summary>A lead enters a reply; without it there is no form.</summary>
    [Parameter]
    public EventCallback<(Finding Finding, string Text, string By)> OnReply { get; set; }

    private async Task SaveAsync()
    {
        if (_text.Trim().Length == 0 || _by.Trim().Length == 0) return;
        await OnReply.InvokeAsync((Life.Finding, _text, _by));
        (_text, _isOpen) = ("", false);
    }
}
