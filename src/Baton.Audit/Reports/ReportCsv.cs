using System.Text;

namespace Baton.Audit;

/// <summary>Findings and routes as tables (RFC 4180).</summary>
public static class ReportCsv
{
    /// <summary>One line a finding.</summary>
    public static string Findings(AuditReport report) => Table(
        ["code", "subject", "verdict", "severity", "title", "rule", "rule_kind", "advice", "evidence", "where"],
        report.Findings.Select(finding => (string?[])[finding.Code, finding.Subject, Word(finding.Verdict), Word(finding.Severity), finding.Title, finding.Rule?.Code, finding.Rule is null ? null : Word(finding.Rule.Kind), finding.Advice, string.Join(" | ", finding.Evidence.Select(one => one.Quote)), string.Join(" | ", finding.Evidence.Select(one => one.Url?.AbsoluteUri ?? one.Where))]));

    /// <summary>One line a route: the matrix of advertised against reachable.</summary>
    public static string Routes(AuditReport report) => Table(
        ["kind", "target", "purpose", "reachable", "why", "clicks", "languages", "places", "without_scripts", "with_scripts", "screen_reader", "first_page"],
        report.Routes.Select(route => (string?[])[Word(route.Kind), route.Target, Word(route.Purpose), Word(route.Reach), route.Why, route.Clicks?.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Join(' ', route.Languages), route.Appearances.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Yes(route.Exposure.WithoutScripts), Yes(route.Exposure.WithScripts), Yes(route.Exposure.ToScreenReader), route.Appearances[0].Page.AbsoluteUri]));

    internal static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Yes(bool? value) => value switch { true => "yes", false => "no", null => "unknown" };

    internal static string Table(string[] heads, IEnumerable<string?[]> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Prepend(heads)) table.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return table.ToString();
    }

    // A cell that a spreadsheet would take for a formula is somebody else's text: it gets an apostrophe.
    private static string Cell(string? text)
    {
        text ??= "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
