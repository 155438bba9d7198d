using Baton.Audit;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

public sealed class AuditsPageTests(AuditsFixture audits)
{
    [Fact]
    public async Task A_lead_sees_how_findings_lived_over_the_runs()
    {
        var page = await audits.OpenAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "harbour-books.example" })).ToContainTextAsync("0 new, 1 back, 1 still there, 2 gone");
        await page.GetByRole(AriaRole.Link, new() { Name = "harbour-books.example" }).ClickAsync();

        await Expect(page.Locator(".audit-finding")).ToHaveCountAsync(2);
        await Expect(page.Locator(".audit-finding.medium")).ToContainTextAsync("back again");
        await Expect(page.Locator(".audit-finding.low")).ToContainTextAsync("still there");
        await Expect(page.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", "2026-08-03: 2 high, 1 medium, 1 low; 2026-08-31: 2 high, 0 medium, 1 low; 2026-09-28: 1 high, 0 medium, 1 low; 2026-10-26: 0 high, 1 medium, 1 low");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gone" }).ClickAsync();
        await Expect(page.Locator(".audit-finding")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Done well" }).ClickAsync();
        await Expect(page.Locator(".audit-finding.praise")).ToContainTextAsync("plain, near and readable");
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }

    [Fact]
    public async Task A_letter_that_only_a_person_can_place_is_placed_and_the_report_follows()
    {
        var run = Path.Combine(audits.Folder, "lantern-lamps.example", "radar");
        var page = await audits.OpenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "lantern-lamps.example" }).ClickAsync();
        await Expect(page.Locator(".radar-letter")).ToHaveCountAsync(1);
        await Expect(page.Locator(".letter-words")).ToContainTextAsync("We pay the postage.");
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { } pictures) await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, "console-audit-letters.png"), FullPage = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, it answers this enquiry" }).ClickAsync();
        await Expect(page.Locator(".radar-letter")).ToContainTextAsync("Rosa on ");
        Assert.Equal(2, (await ReadAsync(run)).Radar!.Probes.Count(probe => probe.Outcome == ProbeOutcome.Resolved));

        // The last word holds, and each is kept.
        await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await page.Locator(".radar-letter").FocusAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(".radar-letter")).ToContainTextAsync("belongs to no enquiry");
        Assert.Equal([ProbeOutcome.Silent, ProbeOutcome.Resolved], (await ReadAsync(run)).Radar!.Probes.Select(probe => probe.Outcome).Order());
        Assert.Equal(2, File.ReadAllLines(Path.Combine(run, "by-hand.jsonl")).Count(line => line.Contains("\"person\":\"Rosa\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("harbour-books.example")]
    [InlineData("lantern-lamps.example")]
    public async Task A_report_fits_a_phone_and_prints(string host)
    {
        var page = await audits.PhoneAsync();
        var files = Directory.GetFiles(Path.Combine(audits.Folder, host), ReportWriter.HtmlFile, SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            var sheets = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }));
            Assert.StartsWith("%PDF-", sheets, StringComparison.Ordinal);
        }
    }

    private static Task<AuditReport> ReadAsync(string run) => ReportWriter.ReadAsync(new(Path.Combine(run, "report.json")), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_run_starts_from_the_console_and_its_report_opens()
    {
        var page = await audits.OpenAsync();
        await Expect(page.GetByText("'from' is missing.")).ToBeVisibleAsync();
        var schedule = page.GetByRole(AriaRole.Row, new() { Name = "Harbour check" }).First.GetByRole(AriaRole.Cell).Nth(4);
        await Expect(schedule).ToContainTextAsync("every 28 days");
        await Expect(schedule).ToContainTextAsync("due, and the schedule is off");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run Email Finder for Harbour check" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "localhost" }).Last;
        await Expect(row).ToContainTextAsync("finished");
        await Expect(schedule).ToContainTextAsync("next ");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".audit-finding").Filter(new() { HasText = "The form takes 200 characters." })).ToBeVisibleAsync();
        var report = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).ClickAsync());
        await Expect(report.GetByRole(AriaRole.Heading, new() { Name = "Advertised against reachable" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_audited_side_answers_by_its_link_and_the_answer_stands_beside_the_finding()
    {
        var page = await audits.OpenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "harbour-books.example" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await page.Locator(".reply-link").InnerTextAsync();

        var side = await audits.VisitAsync(new Uri(link).PathAndQuery);
        await side.GetByLabel("To").SelectOptionAsync(new SelectOptionValue { Label = "low: The form takes 200 characters." });
        await side.GetByLabel("Your words").FillAsync("Longer messages reach us by mail. <b>See the page.</b>");
        await side.GetByLabel("Your name and function").FillAsync("Una Byrne, Harbour Books");
        await side.GetByRole(AriaRole.Button, new() { Name = "Send the reply" }).ClickAsync();
        await Expect(side.GetByText("Your reply is kept.")).ToBeVisibleAsync();
        Assert.Empty((await side.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));

        await page.ReloadAsync();
        await Expect(page.Locator(".audit-finding.low .side-reply")).ToContainTextAsync("Longer messages reach us by mail. <b>See the page.</b>");
        var written = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(audits.Folder, "harbour-books.example"), "report.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last(), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;b&gt;See the page.", written, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Take back all links" }).ClickAsync();
        await Expect(page.GetByText("link(s) work")).ToHaveCountAsync(0);
        await Expect((await audits.VisitAsync(new Uri(link).PathAndQuery)).GetByRole(AriaRole.Heading)).ToHaveTextAsync("This link does not work");
    }

    [Fact]
    public async Task Who_got_a_message_learns_who_sent_it_and_objects_for_good()
    {
        var page = await audits.VisitAsync("/about-audits?for=help@harbour-books.example");
        await Expect(page.GetByText("Prüfer eG")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Never write there again" }).ClickAsync();
        await Expect(page.GetByText("Nothing will be sent to help@harbour-books.example again.")).ToBeVisibleAsync();
        Assert.Contains("help@harbour-books.example", await File.ReadAllTextAsync(Path.Combine(audits.Folder, "ledger", "objections.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_for_leads_and_never_outside_the_archive()
    {
        var stranger = await audits.VisitAsync("/audits/report?run=harbour-books.example");
        await Expect(stranger.GetByLabel("Password")).ToBeVisibleAsync();
        var page = await audits.OpenAsync();
        Assert.Equal(404, (await page.Context.APIRequest.GetAsync(new Uri(audits.Url, "/audits/report?run=../../etc").ToString())).Status);
    }
}
