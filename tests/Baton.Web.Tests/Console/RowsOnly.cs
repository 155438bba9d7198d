using Baton.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Baton.Web.Tests;

/// <summary>The wall's rows as the page puts them out, all of them: a browser sees only those in its window.</summary>
public sealed class RowsOnly : ComponentBase
{
    [Parameter]
    public IReadOnlyList<ConversationSummary> Shown { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var row in Shown)
        {
            builder.OpenComponent<WallRow>(0);
            builder.SetKey(row.Id);
            builder.AddComponentParameter(1, nameof(WallRow.Row), row);
            builder.AddComponentParameter(2, nameof(WallRow.Link), "console/c/x");
            builder.CloseComponent();
        }
    }
}
