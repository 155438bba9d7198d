using Baton.Insight;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Rows of measures, all of them side by side.</summary>
public sealed partial class MeasuresTable
{
    /// <summary>The rows.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<MeasureRow> Rows { get; set; } = [];

    /// <summary>What the first column has.</summary>
    [Parameter, EditorRequired]
    public string First { get; set; } = "";

    /// <summary>A row's name.</summary>
    [Parameter, EditorRequired]
    public Func<MeasureRow, string> Name { get; set; } = null!;
}
