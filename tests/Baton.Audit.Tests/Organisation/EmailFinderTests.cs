namespace Baton.Audit.Tests;

/// <summary>One run over the whole fake organisation, looked at from every side.</summary>
public sealed class AuditedOrganisation : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-audit-");

    public FakeOrganisation Organisation { get; private set; } = null!;

    public AuditReport Report { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Organisation = await FakeOrganisation.StartAsync();
        Report = await RunAsync(Organisation, _folder, Organisation.Options, CancellationToken.None);
    }

    public static async Task<AuditReport> RunAsync(FakeOrganisation organisation, DirectoryInfo folder, EmailFinderOptions options, CancellationToken cancellationToken, IProgress<CrawlProgress>? progress = null)
    {
        using var run = await RunFolder.OpenAsync(folder, new(EmailFinder.Tool, organisation.Home.AbsoluteUri, DateTimeOffset.UnixEpoch), cancellationToken);
        return await new EmailFinder(new AddressReader(TimeProvider.System), TimeProvider.System).RunAsync(organisation.Home, run, options, progress ?? new Silent(), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Organisation.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class Silent : IProgress<CrawlProgress>
    {
        public void Report(CrawlProgress value)
        {
        }
    }
}

public sealed class EmailFinderTests(AuditedOrganisation audited) : IClassFixture<AuditedOrganisation>
{
    private AuditReport Report => audited.Report;

    private IEnumerable<string> Subjects(string code) => Report.Findings.Where(finding => finding.Code == code).Select(finding => finding.Subject);

    private Finding Only(string code) => Assert.Single(Report.Findings, finding => finding.Code == code);

    private Route Email(string address) => Assert.Single(Report.Routes, route => route.Kind == RouteKind.Email && route.Target == address);

    [Fact]
    public void Every_way_to_the_organisation_is_found()
    {
        Assert.Equal(
            ["ablage@gibt-es-nicht.de", "alt@nordlicht-moebel.de", "archiv@nordlicht-moebel.de", "barrierrefei@nordlicht-moebel.de", "buero@ohne-mx.de", "büro@nordlicht-moebel.de", "dsb@kanzlei-schutz.de", "hallo@nordlicht-moebel.de", "hilfe@nordlicht-moebel.de",
                "info@nordlicht-moebel.de", "kundenservice@nordlicht-moebel.de", "labor@kaputt.de", "lager@tote-server.de", "neu@nordlicht-moebel.de", "noreply@nordlicht-moebel.de", "notiz@nur-text.de", "nur-browser@nordlicht-moebel.de", "offen@nordlicht-moebel.de",
                "ole.hansen@nordlicht-moebel.de", "presse@nordlich-moebel.de", "reklamation@nimmt-nichts.de", "security@nordlicht-moebel.de", "werkstatt@nordlicht-moebel.de"],
            Report.Routes.Where(route => route.Kind == RouteKind.Email).Select(route => route.Target).Order(StringComparer.Ordinal));
        Assert.Equal(["Chat tawk.to", "Messenger https://wa.me/493012345678", "Phone +49 30 23125000", "Social https://www.instagram.com/nordlichtmoebel"],
            Report.Routes.Where(route => route.Kind is RouteKind.Chat or RouteKind.Messenger or RouteKind.Phone or RouteKind.Social).Select(route => $"{route.Kind} {route.Target}").Order(StringComparer.Ordinal));
        Assert.Contains("10115 Berlin", Assert.Single(Report.Routes, route => route.Kind == RouteKind.Post).Target, StringComparison.Ordinal);
        Assert.Single(Report.Routes, route => route.Kind == RouteKind.Form);
    }

    [Theory]
    [InlineData("kundenservice@nordlicht-moebel.de", RoutePurpose.Support, 1)]
    [InlineData("dsb@kanzlei-schutz.de", RoutePurpose.Privacy, 1)]
    [InlineData("reklamation@nimmt-nichts.de", RoutePurpose.Complaints, 1)]
    [InlineData("presse@nordlich-moebel.de", RoutePurpose.Press, 1)]
    [InlineData("barrierrefei@nordlicht-moebel.de", RoutePurpose.Accessibility, 1)]
    [InlineData("ole.hansen@nordlicht-moebel.de", RoutePurpose.Person, 1)]
    [InlineData("noreply@nordlicht-moebel.de", RoutePurpose.NoReply, 2)]
    [InlineData("nur-browser@nordlicht-moebel.de", RoutePurpose.General, 3)]
    public void A_route_has_its_purpose_and_its_clicks_from_home(string address, RoutePurpose purpose, int clicks)
    {
        var route = Email(address);
        Assert.Equal(purpose, route.Purpose);
        Assert.Equal(clicks, route.Clicks);
    }

    [Fact]
    public void What_only_the_sitemap_names_is_found_and_no_click_leads_there() => Assert.Null(Email("archiv@nordlicht-moebel.de").Clicks);

    [Fact]
    public void Who_sees_an_address_is_told_apart()
    {
        Assert.Equal(Exposure.Everybody, Email("kundenservice@nordlicht-moebel.de").Exposure);
        Assert.Equal(new Exposure(true, true, false), Email("barrierrefei@nordlicht-moebel.de").Exposure);
        Assert.Equal(Exposure.Scripts, Email("hilfe@nordlicht-moebel.de").Exposure);
        Assert.Equal(Exposure.Machines, Email("hallo@nordlicht-moebel.de").Exposure);
    }

    [Fact]
    public void Mail_that_cannot_arrive_is_said_to_and_what_DNS_did_not_answer_is_not()
    {
        Assert.Equal(["ablage@gibt-es-nicht.de", "lager@tote-server.de", "notiz@nur-text.de", "presse@nordlich-moebel.de", "reklamation@nimmt-nichts.de"], Subjects("email.dead-domain").Order(StringComparer.Ordinal));
        Assert.Equal(Reachability.Unknown, Email("labor@kaputt.de").Reach);
        Assert.Equal(Reachability.Open, Email("buero@ohne-mx.de").Reach);
        Assert.Contains("nordlicht-moebel.de was meant", Report.Findings.Single(finding => finding.Subject == "presse@nordlich-moebel.de").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_that_was_built_in_is_found_and_no_other()
    {
        string[] faults = ["email.data-differs", "email.dead-domain", "email.link-unlike-text", "email.needs-scripts", "email.no-reply", "email.not-read-aloud", "email.picture", "email.template-residue", "form.needs-phone", "form.short", "language.no-route", "link.dead", "security-txt.expired"];
        Assert.Equal(faults, Report.Findings.Where(finding => finding.Severity > Severity.Notice).Select(finding => finding.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_done_well_is_said() => Assert.Superset(
        new HashSet<string>(StringComparer.Ordinal) { "duty.ddg-5", "duty.gdpr-13-1", "form.copy", "praise.plain-address", "praise.several-means", "praise.replies", "praise.mta-sts" },
        Report.Findings.Where(finding => finding.Severity == Severity.Praise).Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Every_finding_has_evidence_and_every_fault_says_what_to_do()
    {
        Assert.All(Report.Findings, finding => Assert.NotEmpty(finding.Evidence));
        Assert.All(Report.Findings.Where(finding => finding.Severity != Severity.Praise), finding => Assert.NotEmpty(finding.Advice));
        var two = Only("email.link-unlike-text").Evidence;
        Assert.Equal(["shown: alt@nordlicht-moebel.de", "link: mailto:neu@nordlicht-moebel.de"], two.Select(one => one.Quote));
        Assert.All(two, one => Assert.Equal(64, one.Sha256?.Length));
    }

    [Fact]
    public void A_good_practice_never_weighs_more_than_low() =>
        Assert.All(Report.Findings.Where(finding => finding.Rule?.Kind == RuleKind.GoodPractice), finding => Assert.True(finding.Severity <= Severity.Low));

    [Fact]
    public void A_notice_against_collecting_addresses_is_passed_on() => Assert.Contains("widersprochen", Only("site.no-collecting").Evidence[0].Quote, StringComparison.Ordinal);

    [Fact]
    public void Traps_are_left_and_said_to_be()
    {
        Assert.True(audited.Organisation.Asked.Count < 160, $"{audited.Organisation.Asked.Count} requests");
        Assert.True(audited.Organisation.Asked.Count(path => path.Contains("/kalender/", StringComparison.Ordinal)) <= 4);
        Assert.Contains(Report.NotTested, one => one.Why.Contains("calendar", StringComparison.Ordinal));
        Assert.Contains(Report.NotTested, one => one.Why.Contains("repeats itself", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_was_sent_and_robots_txt_was_obeyed()
    {
        Assert.All(audited.Organisation.Asked, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        Assert.DoesNotContain("GET /geheim/plan", audited.Organisation.Asked);
        Assert.DoesNotContain("GET /senden", audited.Organisation.Asked);
        Assert.Contains("GET /geheim/offen", audited.Organisation.Asked);
    }

    [Fact]
    public void The_report_names_what_was_not_tested()
    {
        Assert.Contains(Report.NotTested, one => one.Why.Contains("robots.txt", StringComparison.Ordinal));
        Assert.Contains(Report.NotTested, one => one.What.StartsWith("DSA", StringComparison.Ordinal));
        Assert.Contains(Report.NotTested, one => one.What.Contains("mailbox exists", StringComparison.Ordinal));
    }

    [Fact]
    public void The_report_for_people_is_one_file_that_loads_nothing()
    {
        var html = HtmlReport.Write(Report);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img ", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.All(Report.Findings, finding => Assert.Contains(System.Net.WebUtility.HtmlEncode(finding.Title), html, StringComparison.Ordinal));
    }
}
