using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>All shortcuts, on <c>?</c>.</summary>
public sealed partial class ShortcutList
{
    private static readonly IReadOnlyList<IGrouping<string, Shortcut>> Parts =
        [.. Shortcuts.All.Concat(Shortcuts.InText).GroupBy(shortcut => shortcut.Where, StringComparer.Ordinal)];

    private ElementReference _close;

    /// <summary>The worker has seen enough.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _close.FocusAsync();
    }
}
