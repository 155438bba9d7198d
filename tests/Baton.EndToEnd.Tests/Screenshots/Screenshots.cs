using Baton.Testing;
using Baton.Web;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Tests;

/// <summary>Pictures for the README and the pages, made from the running demo: <c>./eng/screenshots.sh</c>.</summary>
public sealed class Screenshots
{
    private const int Customers = 12;

    private static readonly string Folder = Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") ?? Path.GetTempPath();

    [Fact(Explicit = true)]
    public async Task Are_made_from_the_running_demo()
    {
        await using var server = await BatonServer.StartAsync(
            new() { Command = "demo", Arguments = ["--customers", $"{Customers}", "--Web:RateLimits:Enabled=false"] }, TestContext.Current.CancellationToken);
        await using var browser = await Browser.StartAsync();

        var shop = await (await browser.DesktopAsync()).NewPageAsync();
        shop.SetDefaultTimeout(90_000);
        await shop.GotoAsync(new Uri(server.ShopUrl, "/sign-in").ToString());
        await shop.GetByText("Ada Okafor").First.ClickAsync();
        await shop.Locator("baton-chat .launcher").ClickAsync();
        await shop.Locator("baton-chat .composer textarea").FillAsync("Where is my last order?");
        await shop.Keyboard.PressAsync("Enter");
        await shop.Locator("baton-chat .agent .text").Nth(1).WaitForAsync(); // the first is the welcome
        await SaveAsync(shop, "widget");

        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await SignInAsync(browser, server, theme);
            await page.Locator(".rows .row").Nth(9).WaitForAsync();
            var name = theme.ToString().ToLowerInvariant();
            await page.Locator(".rows .row").First.ClickAsync();
            await page.Locator("textarea").First.WaitForAsync();
            await SaveAsync(page, $"wall-{name}");
        }
    }

    private static async Task<IPage> SignInAsync(Browser browser, BatonServer server, ColorScheme theme)
    {
        var page = await (await browser.DesktopAsync(theme)).NewPageAsync();
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync(new Uri(server.Url, "/console").ToString());
        await page.GetByLabel("E-mail").FillAsync(DemoAccounts.All[0].Email);
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".shell[data-ready=true] .wall").WaitForAsync();
        return page;
    }

    private static Task<byte[]> SaveAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
