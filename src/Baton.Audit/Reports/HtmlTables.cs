namespace Baton.Audit;

/// <summary>The tables of the report.</summary>
internal static class HtmlTables
{
    private const int MostPlaces = 12;

    public static Html Routes(AuditReport report) => report.Routes.Count == 0 ? Html.Of($"<p>None was found.</p>") : Html.Of($"""
        <div class="scroll"><table><thead><tr><th>Way</th><th>Kind</th><th>Purpose</th><th>Reachable</th><th>Clicks</th><th>Seen without scripts</th><th>Read aloud</th><th>Languages</th><th>Places</th></tr></thead><tbody>
        {Html.Join(report.Routes.Select(Row))}
        </tbody></table></div>
        """);

    public static Html Domains(AuditReport report) => report.Domains.Count == 0 ? Html.Of($"<p class=\"soft\">No address, no domain to ask.</p>") : Html.Of($"""
        <p class="soft">Asked in DNS. SPF and DMARC say whether the organisation's own replies will be believed, not whether it receives.</p>
        <div class="scroll"><table><thead><tr><th>Domain</th><th>Takes mail</th><th>SPF</th><th>DMARC</th><th>MTA-STS</th><th>Encrypted</th></tr></thead><tbody>
        {Html.Join(report.Domains.Select(domain => Html.Of($"<tr><td class=\"target\">{domain.Domain}</td><td>{Dot(domain.Reach)}{domain.Why}</td><td>{Records(domain.Spf)}</td><td>{Record(domain.Dmarc, domain.DmarcPolicy)}</td><td>{Record(domain.MtaSts, domain.MtaSts)}{(domain.StsPolicy is { Problem: null } policy ? $", {policy.Mode}" : "")}</td><td>{Encrypted(domain)}</td></tr>")))}
        </tbody></table></div>
        """);

    private static Html Row(Route route) => Html.Of($"""
        <tr><td class="target">{route.Target}<small>{route.Why}</small></td><td>{ReportCsv.Word(route.Kind)}</td><td>{ReportCsv.Word(route.Purpose)}</td><td>{Dot(route.Reach)}{Words(route.Reach)}</td><td>{(route.Clicks is { } clicks ? Html.Of($"{clicks}") : Html.Of($"no link"))}</td><td>{Yes(route.Exposure.WithoutScripts)}</td><td>{Yes(route.Exposure.ToScreenReader)}</td><td>{string.Join(", ", route.Languages)}</td><td>{Places(route)}</td></tr>
        """);

    private static Html Places(Route route) => Html.Of($"""
        <details><summary>{route.Appearances.Count}</summary><ul class="plain">{Html.Join(route.Appearances.Take(MostPlaces).Select(seen => Html.Of($"<li><a href=\"{seen.Page.AbsoluteUri}\" rel=\"noreferrer\">{Snippets.Short(seen.Page.PathAndQuery, 60)}</a> {(seen.How is { } how ? ReportCsv.Word(how) : "")}</li>")))}{(route.Appearances.Count > MostPlaces ? Html.Of($"<li>and {route.Appearances.Count - MostPlaces} more</li>") : Html.Nothing)}</ul></details>
        """);

    private static Html Dot(Reachability reach) => Html.Of($"<span class=\"dot {(reach switch { Reachability.Open => "is-open", Reachability.Closed => "is-closed", _ => "" })}\"></span>");

    private static string Words(Reachability reach) => reach switch { Reachability.Open => "nothing against it", Reachability.Closed => "cannot work", _ => "could not tell" };

    private static Html Yes(bool? value) => value switch { true => Html.Of($"<span class=\"yes\">yes</span>"), false => Html.Of($"<span class=\"no\">no</span>"), null => Html.Of($"<span class=\"soft\">could not tell</span>") };

    private static Html Encrypted(MailDomain domain) => domain.Checks is not { Count: > 0 } checks ? Html.Of($"<span class=\"soft\">not asked</span>")
        : Yes(checks.Any(check => check.OffersTls == false) ? false : checks.Any(check => check.OffersTls is null) ? null : true);

    private static string Records(IReadOnlyList<string>? records) => records switch { null => "not told", { Count: 0 } => "none", { Count: 1 } => "one record", _ => $"{records.Count} records" };

    private static string Record(string? record, string? policy) => record switch { null => "not told", "" => "none", _ => policy == record ? "yes" : policy ?? "yes" };
}
