using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>From a fact of the brief to what it stands on in the transcript. The browser scrolls there by itself.</summary>
public sealed partial class SourceLink
{
    /// <summary>Version of the transcript's item; 0 shows nothing.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>What is shown, for those who do not see the arrow.</summary>
    [Parameter, EditorRequired]
    public string What { get; set; } = "";
}
