using Baton.Testing;
using Baton.Web;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Tests;

/// <summary>Early help and the floor, in a real browser against the running demo.</summary>
public sealed class FloorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_sees_who_looks_at_what_and_a_customer_who_asks_for_a_person_is_offered_with_one_key()
    {
        await using var server = await BatonServer.StartAsync(new() { Command = "demo", Arguments = ["--customers", "0", "--Web:RateLimits:Enabled=false"] }, Cancel);
        await using var browser = await Browser.StartAsync();
        using var customer = await CustomerClient.OpenAsync(server.Url, Cancel);
        await customer.WriteAsync("m1", "Where is my order?", Cancel);

        var worker = await SignInAsync(browser, server, 0);
        await worker.Locator(".rows .row").First.WaitForAsync();
        await worker.Keyboard.PressAsync("j");
        await worker.Keyboard.PressAsync("s");
        await worker.Locator("#composer-text[data-mode=StepIn]").FillAsync("I am Baton's worker and I look at it too.");
        await worker.Keyboard.PressAsync("Enter");
        try { await customer.UntilAsync(item => item.TryGetProperty("text", out var text) && text.GetString()!.StartsWith("I am Baton's worker", StringComparison.Ordinal), Cancel); } catch (Exception e) { throw new InvalidOperationException(server.Output, e); }
        await worker.GetByText("The AI agent answers").WaitForAsync();
        await SaveAsync(worker, "step-in");

        var lead = await SignInAsync(browser, server, DemoAccounts.All.Count - 1);
        await lead.GetByRole(AriaRole.Link, new() { Name = "Floor" }).ClickAsync();
        await lead.Locator(".floor .table a").First.WaitForAsync(); // the worker looks at the conversation
        await SaveAsync(lead, "floor");

        await customer.AskForPersonAsync(Cancel);
        await worker.Locator(".offer-bar").WaitForAsync(); // it goes first to the worker who was there when it went wrong
        await SaveAsync(worker, "offer");
        await worker.Keyboard.PressAsync("Escape"); // out of the text
        await worker.Keyboard.PressAsync("y");
        await worker.GetByText("You answer").WaitForAsync();
    }

    private static async Task<IPage> SignInAsync(Browser browser, BatonServer server, int account)
    {
        var page = await (await browser.DesktopAsync(ColorScheme.Light)).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(server.Url, "/console").ToString());
        await page.GetByLabel("E-mail").FillAsync(DemoAccounts.All[account].Email);
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".shell[data-ready=true] .wall").WaitForAsync();
        return page;
    }

    private static async Task SaveAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
