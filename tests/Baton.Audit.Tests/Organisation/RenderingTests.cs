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
    public async Task Without_a_browser_what_was_not_seen_is_said()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var organisation = await FakeOrganisation.StartAsync();
        var report = await AuditedOrganisation.RunAsync(organisation, _folder, organisation.Options with { Renders = true, Browser = "/nowhere/chromium" }, cancelled);
        Assert.DoesNotContain(report.Routes, route => route.Target == "app@nordlicht-moebel.de");
        Assert.Contains(report.NotTested, one => one.What.Contains("without scripts", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
