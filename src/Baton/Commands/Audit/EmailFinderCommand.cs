using System.CommandLine;
using System.Globalization;
using Baton.Audit;

namespace Baton;

/// <summary><c>baton audit email-finder</c>: finds every way to reach an organisation and judges them without using any.</summary>
internal static class EmailFinderCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url") { Description = "The site's home, e.g. https://example.org" };
        var engagement = new Option<FileInfo?>("--engagement") { Description = "A file that says who audits whom, which hosts, at which pace (docs/audit.md). What it says wins over the other options." };
        var output = new Option<DirectoryInfo?>("--out") { Description = "The run's folder. An interrupted run in it goes on. Default: audits/<host>/<date>." };
        var pages = new Option<int>("--pages") { Description = "Most pages, 1 to 20000.", DefaultValueFactory = _ => new CrawlOptions().MostPages };
        var pace = new Option<double>("--pace") { Description = "Seconds between two requests to one host; 0 only for a site of your own.", DefaultValueFactory = _ => 1 };
        var contact = new Option<string?>("--contact") { Description = "A page or address where the audited side learns who asks; sent with every request." };
        var countries = new Option<string[]>("--country") { Description = "Where the organisation is established (ISO 3166), when its domain does not say." };
        var dns = new Option<string[]>("--dns") { Description = "DNS servers to ask, as address or address:port." };
        var allowPrivate = new Option<string[]>("--allow-private") { Description = "Addresses outside the public internet that may be reached, e.g. 127.0.0.1 for a site of your own." };
        var resolve = new Option<string[]>("--resolve") { Description = "A name whose address is given instead of looked up, as name=address, for a site that is not in DNS yet." };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Do not render pages that need scripts." };
        var noServers = new Option<bool>("--no-mail-servers") { Description = "Do not greet mail servers to learn whether they take mail encrypted." };
        var probe = new Option<bool>("--probe-mailboxes") { Description = "Ask mail servers whether they know each name in the engagement's scope (RCPT), without sending. Needs a signed engagement with proof of control or a legal basis; counts against its budget." };
        var audits = new Option<DirectoryInfo>("--audits") { Description = "The folder with all audits and their ledger. Default: audits.", DefaultValueFactory = _ => new("audits") };
        var browser = new Option<string?>("--browser") { Description = "The Chromium to render with." };
        var command = new Command("email-finder", "Find every way to reach an organisation from its website, and judge them. Sends nothing.") { url, engagement, output, pages, pace, contact, countries, dns, allowPrivate, resolve, noBrowser, browser, noServers, probe, audits };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop => await RunAsync(
                AuditArguments.Site(parsed.GetRequiredValue(url)),
                parsed.GetValue(output),
                await AuditArguments.EngagedAsync(parsed.GetValue(engagement), AuditArguments.Site(parsed.GetRequiredValue(url)), new EmailFinderOptions
                {
                    Fetch = new() { Pace = TimeSpan.FromSeconds(AuditArguments.Within("--pace", parsed.GetValue(pace), 0, 600)), Contact = parsed.GetValue(contact), AllowedPrivate = [.. (parsed.GetValue(allowPrivate) ?? []).Select(AuditArguments.Address)], Names = AuditArguments.Names(parsed.GetValue(resolve) ?? []) },
                    Crawl = new() { MostPages = (int)AuditArguments.Within("--pages", parsed.GetValue(pages), 1, 20_000) },
                    Duties = new() { Countries = parsed.GetValue(countries) ?? [] },
                    DnsServers = [.. (parsed.GetValue(dns) ?? []).Select(AuditArguments.DnsServer)],
                    Renders = !parsed.GetValue(noBrowser),
                    Browser = parsed.GetValue(browser),
                    GreetsMailServers = !parsed.GetValue(noServers),
                }, stop),
                parsed.GetRequiredValue(audits),
                parsed.GetValue(probe) ? parsed.GetValue(engagement) ?? throw new UserMistakeException("--probe-mailboxes needs --engagement: nothing is asked of a mail server without authorisation.") : null,
                stop),
            cancellationToken));
        return command;
    }

    private static async Task RunAsync(Uri site, DirectoryInfo? output, EmailFinderOptions options, DirectoryInfo audits, FileInfo? probed, CancellationToken cancellationToken)
    {
        using var ledger = new WriteLedger(new(Path.Combine(audits.FullName, "ledger")));
        if (probed is not null)
        {
            var engagement = await EngagementFile.ReadAsync(probed, cancellationToken);
            options = options with { Probe = new(new AuthorisationGate(engagement, ledger, new ControlProof(options.DnsServers, options.Fetch, TimeProvider.System), TimeProvider.System), engagement.Auditor.Email) };
        }
        await using var services = AuditServices.Create();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var folder = output ?? new DirectoryInfo(Path.Combine(audits.FullName, site.Host, now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)));
        using var run = await RunFolder.OpenAsync(folder, new(EmailFinder.Tool, site.AbsoluteUri, now) { Engagement = options.Engagement }, cancellationToken);
        if (run.Known.Count > 0) await Console.Out.WriteLineAsync($"Going on after {run.Known.Count} pages.");
        try
        {
            var report = await services.GetRequiredService<EmailFinder>().RunAsync(site, run, options, new CrawlConsole(), cancellationToken);
            await ReportWriter.WriteAsync(report, folder, cancellationToken);
            await SummaryAsync(report, folder);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync($"{Environment.NewLine}Stopped. To go on: baton audit email-finder {site} --out {folder.FullName}");
            throw;
        }
    }

    private static async Task SummaryAsync(AuditReport report, DirectoryInfo folder)
    {
        await Console.Out.WriteLineAsync();
        foreach (var finding in report.Findings.Where(finding => finding.Severity > Severity.Notice)) await Console.Out.WriteLineAsync($"  {finding.Severity.ToString().ToLowerInvariant(),-7} {finding.Title}");
        await Console.Out.WriteLineAsync($"{report.Coverage.Read} pages, {report.Routes.Count} routes, {report.Findings.Count(finding => finding.Severity > Severity.Notice)} findings, {report.Findings.Count(finding => finding.Severity == Severity.Praise)} done well.");
        await Console.Out.WriteLineAsync($"Report: {Path.Combine(folder.FullName, ReportWriter.HtmlFile)}");
        if (report.Coverage.Read == 0) throw new UserMistakeException($"{report.Findings[0].Title} {report.Findings[0].Explanation} {report.Findings[0].Advice}");
    }
}

/// <summary>Progress on the console: a line that is rewritten, or now and then a line where the output is a file.</summary>
internal sealed class CrawlConsole : IProgress<CrawlProgress>
{
    private const int Every = 25;

    public void Report(CrawlProgress value)
    {
        if (!Console.IsOutputRedirected) Console.Write($"\r{value.Done} pages read, {value.Waiting} waiting   ");
        else if (value.Done % Every == 0) Console.WriteLine($"{value.Done} pages read, {value.Waiting} waiting");
    }
}
