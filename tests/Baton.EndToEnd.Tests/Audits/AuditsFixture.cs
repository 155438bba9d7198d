using Baton.EndToEnd.Tests;
using Baton.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(AuditsFixture))]

namespace Baton.EndToEnd.Tests;

/// <summary>The real program with audits of past months, an engagement for a live site, one with a mistake, and a real browser.</summary>
public sealed class AuditsFixture : IAsyncLifetime
{
    private const string Email = "rosa@audit.example";
    private const string Password = "rosa looks closely";

    private BatonServer? _server;
    private Browser? _browser;
    private AuditedSite? _site;

    public Uri Url => _server!.Url;

    public string Folder { get; } = Directory.CreateTempSubdirectory("baton-audits-").FullName;

    public async ValueTask InitializeAsync()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await PastRuns.WriteAsync(Folder, cancelled);
        await PastRadar.WriteAsync(Folder, cancelled);
        _site = await AuditedSite.StartAsync();
        Directory.CreateDirectory(Path.Combine(Folder, "engagements"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "engagements", "harbour.yaml"), $"name: Harbour check\nauditor: {{ name: Rosa Lind, email: rosa@pruefer.example }}\naudited: {{ organisation: Harbour Books, countries: [IE] }}\nfrom: 2020-01-01\nto: 2099-12-31\nhosts: [localhost]\nsite: http://localhost:{_site.Port}/\nevery: 28\npace: 0\n", cancelled);
        await File.WriteAllTextAsync(Path.Combine(Folder, "engagements", "wrong.yaml"), "name: Half a file\nhosts: []\n", cancelled);
        _server = await BatonServer.StartAsync(
            new()
            {
                Arguments =
                [
                    $"--Web:FirstAdmin:Email={Email}", "--Web:FirstAdmin:Name=Rosa", $"--Web:FirstAdmin:Password={Password}", "--Web:RateLimits:Enabled=false",
                    $"--Audit:Folder={Folder}", "--Audit:AllowPrivate:0=127.0.0.1", "--Audit:AllowPrivate:1=::1", "--Audit:Sender:Name=Rosa Lind", "--Audit:Sender:Email=rosa@pruefer.example", "--Audit:Sender:Organisation=Prüfer eG",
                ],
            },
            cancelled);
        _browser = await Browser.StartAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A browser of its own.</summary>
    public async Task<IPage> VisitAsync(string path, ColorScheme theme = ColorScheme.Light)
    {
        var page = await (await _browser!.DesktopAsync(theme)).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(Url, path).ToString());
        return page;
    }

    /// <summary>A phone of its own.</summary>
    public async Task<IPage> PhoneAsync() => await (await _browser!.PhoneAsync()).NewPageAsync();

    /// <summary>A lead at the audits.</summary>
    public async Task<IPage> OpenAsync(ColorScheme theme = ColorScheme.Light)
    {
        var page = await VisitAsync("/audits", theme);
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "What was audited" }).WaitForAsync();
        return page;
    }
}
