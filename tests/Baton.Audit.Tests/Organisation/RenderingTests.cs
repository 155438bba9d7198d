namespace Baton.Audit.Tests;

/// <summary>Pages that only a browser can show; Chromium is installed by the test script.</summary>
public sealed class RenderingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-render-");

    [Fact]
    public async Task A_page_that_needs_scripts_is_rendered_and_the_report_says_so()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var organisation = await FakeOrganisation.StartAsync();
        var report = await AuditedOrganisation.RunAsync(organisation, _folder, organisation.Options with { Renders = true }, cancelled);
        var route = Assert.Single(report.Routes, route => route.Target == "app@nordlicht-moebel.de");
        Assert.Equal(Exposure.Scripts, route.Exposure);
        Assert.True(report.Coverage.Rendered > 0);
        Assert.Equal(0, report.Coverage.NeedScripts);
    }

    [Fact]
    public async Task Pages_that_findings_quote_are_pictured_in_the_folder_and_in_the_report()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var organisation = await FakeOrganisation.StartAsync();
        var report = await AuditedOrganisation.RunAsync(organisation, _folder, organisation.Options with { Renders = true }, cancelled);
        var pictures = Assert.IsType<IReadOnlyList<PagePicture>>(report.Pictures, exactMatch: false);
        Assert.InRange(pictures.Count, 1, EvidencePictures.Most);
        var quoted = report.Findings.Where(finding => finding.Verdict == Verdict.Confirmed).SelectMany(finding => finding.Evidence).Select(evidence => evidence.Url).ToHashSet();
        foreach (var picture in pictures)
        {
            var png = await File.ReadAllBytesAsync(Directory.GetFiles(_folder.FullName, picture.File, SearchOption.AllDirectories).Single(), cancelled);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
            Assert.Equal(picture.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(png)));
            Assert.Contains(picture.Url, quoted);
        }

        await ReportWriter.WriteAsync(report, _folder.GetDirectories("pictures", SearchOption.AllDirectories).Single().Parent!, cancelled);
        var html = await File.ReadAllTextAsync(Directory.GetFiles(_folder.FullName, ReportWriter.HtmlFile, SearchOption.AllDirectories).Single(), cancelled);
        Assert.Equal(pictures.Count, html.Split("src=\"data:image/png;base64,").Length - 1);
    }

    [Fact]
    public async Task Without_a_browser_what_was_not_seen_is_said()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var organisation = await FakeOrganisation.StartAsync();
        var report = await AuditedOrganisation.RunAsync(organisation, _folder, organisation.Options with { Renders = true, Browser = "/nowhere/chromium" }, cancelled);
        Assert.DoesNotContain(report.Routes, route => route.Target == "app@nordlicht-moebel.de");
        Assert.Contains(report.NotTested, one => one.What.Contains("without scripts", StringComparison.Ordinal));
        Assert.Null(report.Pictures);
        Assert.Contains(report.NotTested, one => one.What.StartsWith("Pictures of", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
