using Baton.EndToEnd.Tests;
using Baton.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ConsoleFixture))]

namespace Baton.EndToEnd.Tests;

/// <summary>The real program and a real browser for all tests of the console.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    public const string Email = "wanda@shop.example";
    public const string Password = "wanda works here";

    private BatonServer? _server;
    private Browser? _browser;

    public Uri Url => _server!.Url;

    public async ValueTask InitializeAsync()
    {
        _server = await BatonServer.StartAsync(
            new() { Command = "demo", Arguments = [$"--Web:FirstAdmin:Email={Email}", "--Web:FirstAdmin:Name=Wanda", $"--Web:FirstAdmin:Password={Password}", "--Web:RateLimits:Enabled=false"] },
            TestContext.Current.CancellationToken);
        _browser = await Browser.StartAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    public Task<ConsoleCustomer> CustomerAsync(string firstWords) => ConsoleCustomer.OpenAsync(Url, firstWords);

    /// <summary>A browser of its own, at the sign-in.</summary>
    public async Task<IPage> VisitAsync(ColorScheme theme = ColorScheme.Light)
    {
        var page = await (await _browser!.DesktopAsync(theme)).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(Url, "/console").ToString());
        return page;
    }

    /// <summary>A worker signed in with a password, at the wall.</summary>
    public async Task<IPage> SignInAsync(ColorScheme theme = ColorScheme.Light)
    {
        var page = await VisitAsync(theme);
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".shell[data-ready=true] .wall").WaitForAsync();
        return page;
    }
}
