namespace Baton.Audit;

/// <summary>The report as one file that needs nothing else: no script, no network, readable on a phone and on paper.</summary>
public static class HtmlReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="load">Gives a picture's PNG, or <see langword="null"/> when it is not at hand; left out, the report shows none.</param>
    public static string Write(AuditReport report, Func<PagePicture, byte[]?>? load = null)
    {
        if (report.Radar is { } radar) return HtmlRadar.Write(report, radar);
        var replies = report.Replies ?? [];
        var faults = report.Findings.Where(finding => finding.Severity > Severity.Notice).ToList();
        var notices = report.Findings.Where(finding => finding.Severity == Severity.Notice).ToList();
        var praise = report.Findings.Where(finding => finding.Severity == Severity.Praise).ToList();
        return Html.Of($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>{Title(report)}: {report.Target}</title><style>{new Html(EmbeddedText.All("Reports.report.css"))}</style></head><body>
            <header class="top"><p class="kind">{Title(report)} · audit from outside</p><h1>{new Uri(report.Target).Host}</h1>
            <p class="lead">{Summary(report, faults)}</p>
            <p class="soft">Seen {report.StartedAt:d MMMM yyyy, HH:mm} to {report.FinishedAt:d MMMM yyyy, HH:mm} UTC, starting at {report.Target}. Nothing was sent, filled in or called.{(report.Engagement is null ? Html.Nothing : Html.Of($" Engagement: {report.Engagement}."))}</p>
            <nav class="jump"><a href="#findings">Findings</a><a href="#praise">What is done well</a><a href="#matrix">Advertised against reachable</a><a href="#mail">Mail domains</a><a href="#coverage">What was seen</a><a href="#untested">Not tested</a></nav></header>
            <main>
            <div class="numbers">{Numbers(report, faults, praise)}</div>
            {ReportCharts.Routes(report)}
            <h2 id="findings">Findings</h2>
            {HtmlFinding.Replies([.. replies.Where(reply => reply.Code.Length == 0)])}
            <p class="soft">Each names its evidence. "Could not tell" is an answer too. What is called good practice is an opinion of the trade and never weighs more than "low".</p>
            {(faults.Count == 0 ? Html.Of($"<p>None.</p>") : Html.Join(faults.Select(finding => HtmlFinding.Write(finding, replies))))}
            {(notices.Count == 0 ? Html.Nothing : Html.Of($"<h2>Worth knowing</h2>{Html.Join(notices.Select(finding => HtmlFinding.Write(finding, replies)))}"))}
            <h2 id="praise">What is done well</h2>
            {(praise.Count == 0 ? Html.Of($"<p class=\"soft\">Nothing stood out.</p>") : Html.Join(praise.Select(finding => HtmlFinding.Write(finding, replies))))}
            {HtmlPictures.Write(report.Pictures ?? [], load ?? (_ => null))}
            <h2 id="matrix">Advertised against reachable</h2>
            <p class="soft">Every way to the organisation that the site names, and whether it can be used as far as that shows without using it.</p>
            {HtmlTables.Routes(report)}
            <h2 id="mail">Mail domains</h2>
            {HtmlTables.Domains(report)}
            <h2 id="coverage">What was seen</h2>
            {Coverage(report)}
            <h2 id="untested">Not tested, and why</h2>
            <ul class="plain">{Html.Join(report.NotTested.Select(one => Html.Of($"<li><strong>{one.What}.</strong> {one.Why}</li>")))}</ul>
            </main>
            <footer><p>{report.Program}. Raw copies lie in the run's folder under <span class="code">raw/</span>, named by their SHA-256. Times are UTC. The audited side may comment on every finding; verdicts say what was seen on this day, not what the law says about it.</p></footer>
            </body></html>
            """).Value;
    }

    private static string Title(AuditReport report) => report.Tool switch { EmailFinder.Tool => "Email Finder", _ => report.Tool };

    private static string Summary(AuditReport report, List<Finding> faults)
    {
        if (report.Coverage.Read == 0) return "No page could be read, so nothing was judged.";
        var usable = report.Routes.Count(route => route.Reach == Reachability.Open);
        var closed = report.Routes.Count(route => route.Reach == Reachability.Closed);
        var high = faults.Count(finding => finding.Severity == Severity.High);
        return $"{report.Routes.Count} ways to the organisation are advertised. Nothing speaks against {usable}; {closed} cannot work; for {report.Routes.Count - usable - closed} it could not be told without using them. "
            + (faults.Count == 0 ? "No fault was found." : $"{faults.Count} findings, {high} of them high.");
    }

    private static Html Numbers(AuditReport report, List<Finding> faults, List<Finding> praise)
    {
        (int Number, string Words)[] cards =
            [(report.Routes.Count, "advertised ways"), (report.Routes.Count(route => route.Reach == Reachability.Closed), "cannot work"), (faults.Count, "findings"), (praise.Count, "done well"), (report.Coverage.Read, "pages read")];
        return Html.Join(cards.Select(card => Html.Of($"<div class=\"number\"><b>{card.Number}</b><span>{card.Words}</span></div>")));
    }

    private static Html Coverage(AuditReport report) => Html.Of($"""
        <p>{report.Coverage.Read} pages were read, {report.Coverage.Rendered} of them also in a browser with scripts. {report.Coverage.Failed} could not be had, {report.Coverage.Disallowed} are kept away by robots.txt, {report.Coverage.Left} were known and not fetched, {report.Coverage.NeedScripts} say little without scripts and were not rendered.</p>
        <p><strong>{(report.Coverage.IsComplete ? "Nothing that was known was out of reach: what was not found was not on the pages that links lead to." : "Not everything was in reach. Where something was not found, the verdict is \"could not tell\".")}</strong></p>
        """);
}
