namespace Baton.Audit;

/// <summary>Charts as inline SVG, with their numbers as text beside them.</summary>
internal static class ReportCharts
{
    private const int RowHeight = 30;
    private const int LabelWidth = 130;
    private const int BarWidth = 520;

    /// <summary>Routes by kind: how many can be used, cannot work, could not be told.</summary>
    public static Html Routes(AuditReport report)
    {
        var kinds = report.Routes.GroupBy(route => route.Kind).OrderBy(group => group.Key).ToList();
        if (kinds.Count == 0) return Html.Nothing;
        var most = kinds.Max(group => group.Count());
        return Html.Of($"""
            <figure><svg viewBox="0 0 720 {(kinds.Count * RowHeight) + 6}" role="img" aria-label="Ways by kind and reachability">{Html.Join(kinds.Select((group, row) => Row(group, row, most)))}</svg>
            <figcaption><span class="dot is-open"></span>nothing against it &nbsp; <span class="dot is-closed"></span>cannot work &nbsp; <span class="dot"></span>could not tell without using it</figcaption></figure>
            """);
    }

    private static Html Row(IGrouping<RouteKind, Route> group, int row, int most)
    {
        var (top, left) = ((row * RowHeight) + 4, (double)LabelWidth);
        var bars = new List<Html>();
        foreach (var reach in (Reachability[])[Reachability.Open, Reachability.Closed, Reachability.Unknown])
        {
            var count = group.Count(route => route.Reach == reach);
            if (count == 0) continue;
            var width = Math.Max(3, (double)BarWidth * count / most);
            bars.Add(Html.Of($"<rect class=\"{ReportCsv.Word(reach)}\" x=\"{left:0.#}\" y=\"{top}\" width=\"{width - 1:0.#}\" height=\"20\" rx=\"3\"><title>{count} {ReportCsv.Word(reach)}</title></rect>"));
            left += width;
        }
        return Html.Of($"<text x=\"0\" y=\"{top + 15}\">{ReportCsv.Word(group.Key).Replace('-', '.')}</text>{Html.Join(bars)}<text class=\"soft\" x=\"{left + 8:0.#}\" y=\"{top + 15}\">{group.Count()}</text>");
    }
}
