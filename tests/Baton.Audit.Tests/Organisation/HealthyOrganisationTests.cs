namespace Baton.Audit.Tests;

/// <summary>An organisation that does everything well, and the same seen only in part: neither may be accused.</summary>
public sealed class HealthyOrganisationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-healthy-");

    private static Dictionary<string, string> Pages(string robots = "User-agent: *\nDisallow: /warenkorb\n") => new(StringComparer.Ordinal)
    {
        ["/robots.txt"] = robots,
        ["/"] = Page("Start", "<h1>Möbel aus Holz</h1><a href='/warenkorb'>Warenkorb</a><a href='/tische'>Tische</a>"),
        ["/tische"] = Page("Tische", "<p>Ein Tisch @ 499 EUR, Bild tisch@2x.webp. Versand mit versand@18.2.0-Paket.</p>"),
        ["/warenkorb"] = Page("Warenkorb", "<p>leer</p>"),
        ["/kontakt"] = Page("Kontakt", "<h1>Kontakt</h1><p><a href='mailto:info@nordlicht-moebel.de'>info@nordlicht-moebel.de</a></p><p>Telefon: <a href='tel:+493023125000'>030 23125000</a></p><form method='post' action='/senden'><label>Ihre Nachricht <textarea name='n' required></textarea></label></form>"),
        ["/impressum"] = Page("Impressum", "<h1>Impressum</h1><p>Nordlicht Möbel GmbH<br>Lindenallee 12<br>10115 Berlin</p><p>info@nordlicht-moebel.de</p>"),
        ["/datenschutz"] = Page("Datenschutz", "<h1>Datenschutz</h1><p>Fragen: dsb@kanzlei-schutz.de</p>"),
        ["/.well-known/security.txt"] = "Contact: mailto:security@nordlicht-moebel.de\nExpires: 2099-01-01T00:00:00Z\n",
    };

    private static string Page(string title, string body) => $"<!doctype html><html lang='de'><head><title>{title}</title></head><body>{body}<footer><a href='/'>Start</a> <a href='/kontakt'>Kontakt</a> <a href='/impressum'>Impressum</a> <a href='/datenschutz'>Datenschutz</a></footer></body></html>";

    private async Task<AuditReport> AuditAsync(Dictionary<string, string> pages)
    {
        await using var organisation = await FakeOrganisation.StartAsync(pages);
        return await AuditedOrganisation.RunAsync(organisation, new(Path.Combine(_folder.FullName, "run")), organisation.Options, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_does_everything_well_is_only_praised()
    {
        var report = await AuditAsync(Pages());
        Assert.Empty(report.Findings.Where(finding => finding.Severity > Severity.Notice).Select(finding => $"{finding.Code} {finding.Title}"));
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "duty.ddg-5", "duty.gdpr-13-1", "praise.plain-address", "praise.security-txt", "praise.several-means" }, report.Findings.Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal));
        Assert.True(report.Coverage.IsComplete);
    }

    [Fact]
    public async Task What_robots_txt_hides_could_not_be_told_instead_of_missing()
    {
        var report = await AuditAsync(Pages("User-agent: *\nDisallow: /kontakt\nDisallow: /impressum\nDisallow: /datenschutz\nDisallow: /.well-known/\n"));
        Assert.DoesNotContain(report.Findings, finding => finding is { Verdict: Verdict.NotEvidenced or Verdict.Confirmed, Severity: > Severity.Notice });
        Assert.Contains(report.Findings, finding => finding is { Code: "duty.ddg-5", Verdict: Verdict.CouldNotTell, Severity: Severity.Low } && finding.Title.StartsWith("Could not tell", StringComparison.Ordinal));
        Assert.Contains(report.NotTested, one => one.Why.Contains("robots.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_address_the_whole_site_having_been_seen_it_is_not_evidenced()
    {
        var pages = Pages();
        foreach (var path in pages.Keys.ToList()) pages[path] = pages[path].Replace("info@nordlicht-moebel.de", "", StringComparison.Ordinal).Replace("dsb@kanzlei-schutz.de", "", StringComparison.Ordinal);
        pages.Remove("/.well-known/security.txt");
        var report = await AuditAsync(pages);
        Assert.Contains(report.Findings, finding => finding is { Code: "email.none", Verdict: Verdict.NotEvidenced, Severity: Severity.High });
        Assert.Contains(report.Findings, finding => finding is { Code: "duty.ddg-5", Verdict: Verdict.NotEvidenced } && finding.Title.StartsWith("Not evidenced", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding is { Code: "security-txt.none", Severity: Severity.Notice });
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_not_judged()
    {
        var report = await AuditAsync(new(StringComparer.Ordinal) { ["/robots.txt"] = "User-agent: *\nDisallow: /\n" });
        var only = Assert.Single(report.Findings);
        Assert.Equal(("site.unreadable", Verdict.CouldNotTell, Severity.Notice), (only.Code, only.Verdict, only.Severity));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
