using Baton.Testing;
using Baton.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>What protects workers, in two real browsers against the running demo: the shield, and help from a colleague.</summary>
public sealed class ProtectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_abusive_message_is_folded_and_the_contact_ends_with_a_warning_before_and_a_leads_word()
    {
        await using var server = await StartAsync();
        await using var browser = await Browser.StartAsync();
        using var customer = await ConsoleCustomer.OpenAsync(server.Url, "Where is my order?");
        var worker = await SignInAsync(browser, server, 0);
        await OpenAsync(worker, customer, "t");

        // Anger at the matter is shown as it is.
        await customer.WritesAsync("This is fucking ridiculous, three weeks!");
        await Expect(worker.Locator(".message.customer").Last).ToContainTextAsync("ridiculous");
        await Expect(worker.Locator(".care-bar.shield")).ToHaveCountAsync(0);

        await customer.WritesAsync("You are a stupid bitch, answer me");
        await Expect(worker.Locator(".message.shielded")).ToContainTextAsync("Folded: this message looks like an insult");
        await Expect(worker.Locator("body")).Not.ToContainTextAsync("stupid bitch");
        await SaveAsync(worker, "shield-folded");
        await worker.Keyboard.PressAsync("Escape");
        await worker.Keyboard.PressAsync("v");
        await Expect(worker.Locator(".message.customer").Last).ToContainTextAsync("stupid bitch");
        await SaveAsync(worker, "shield-shown");
        await worker.Keyboard.PressAsync("v");
        await worker.Keyboard.PressAsync("e");
        await customer.SeesAsync("service", "must not be insulted or threatened");
        await customer.WritesAsync("fuck you");
        await Expect(worker.Locator(".message.shielded")).ToHaveCountAsync(2);
        await worker.Keyboard.PressAsync("e");
        await Expect(worker.Locator(".care-bar.shield")).ToContainTextAsync("a lead is asked");
        await Expect(worker.GetByRole(AriaRole.Button, new() { Name = "End the contact" })).ToHaveCountAsync(0);

        var lead = await SignInAsync(browser, server, 1);
        await lead.Locator(".help-calls a").ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "End the contact" })).ToBeVisibleAsync();
        await SaveAsync(lead, "shield-lead");
        await lead.GetByRole(AriaRole.Button, new() { Name = "End the contact" }).ClickAsync();
        await customer.SeesAsync("service", "You can write again at any time");
        await Expect(worker.Locator(".conversation-who")).ToContainTextAsync("Closed");
    }

    [Fact]
    public async Task A_colleague_who_is_called_whispers_joins_and_relieves_and_the_customer_sees_who_speaks()
    {
        await using var server = await StartAsync();
        await using var browser = await Browser.StartAsync();
        using var customer = await ConsoleCustomer.OpenAsync(server.Url, "My lamp is broken.");
        var worker = await SignInAsync(browser, server, 0);
        var colleague = await SignInAsync(browser, server, 1);
        await OpenAsync(worker, customer, "t");
        await worker.Keyboard.PressAsync("Escape");
        await worker.Keyboard.PressAsync("h");
        await Expect(worker.Locator(".care-bar.help")).ToContainTextAsync("Help is asked");

        await colleague.Locator(".help-calls a").ClickAsync();
        await Expect(colleague.Locator(".care-bar.help")).ToContainTextAsync("asks for help");
        await colleague.Keyboard.PressAsync("w");
        await colleague.Locator("#composer-text[data-mode=Whisper]").FillAsync("Offer a new lamp.");
        await colleague.Keyboard.PressAsync("Enter");
        await Expect(worker.Locator(".whisper")).ToContainTextAsync("Offer a new lamp.");
        await SaveAsync(worker, "help-whisper");

        await Expect(colleague.Locator("#composer-text[data-mode=Reply]")).ToBeVisibleAsync();
        await colleague.Keyboard.PressAsync("Escape");
        await colleague.Keyboard.PressAsync("i");
        await customer.SeesAsync("service", "has joined and reads along");
        await Expect(colleague.Locator(".care-bar.help")).ToContainTextAsync("The customer sees who writes.");
        await colleague.Keyboard.PressAsync("r");
        await colleague.Locator("#composer-text[data-mode=Reply]").FillAsync("Lena here: a new lamp leaves today.");
        await colleague.Keyboard.PressAsync("Enter");
        var said = await customer.SeesAsync("worker", "a new lamp leaves today");
        Assert.Equal(DemoAccounts.All[1].Name, said.GetProperty("name").GetString());
        await Expect(worker.Locator(".conversation-who")).ToContainTextAsync("You answer");
        await Expect(colleague.Locator(".help-calls")).ToHaveCountAsync(0);
        await SaveAsync(colleague, "help-joined");

        await colleague.Keyboard.PressAsync("Escape");
        await colleague.Keyboard.PressAsync("p");
        await Expect(colleague.Locator(".conversation-who")).ToContainTextAsync("You answer");
        await Expect(worker.Locator(".conversation-who")).ToContainTextAsync($"{DemoAccounts.All[1].Name} answers");
        Assert.DoesNotContain("Offer a new lamp.", await customer.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_sets_a_budget_and_a_worker_makes_good_within_it()
    {
        await using var server = await StartAsync();
        await using var browser = await Browser.StartAsync();
        var lead = await SignInAsync(browser, server, 1);
        await lead.GetByRole(AriaRole.Link, new() { Name = "Goodwill" }).ClickAsync();
        await lead.Locator("#goodwill-case").FillAsync("20");
        await lead.Locator("#goodwill-day").FillAsync("50");
        await lead.Locator("#goodwill-month").FillAsync("100");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Set limits" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Status).Filter(new() { HasText = "It holds from now on." })).ToBeVisibleAsync();

        using var customer = await ConsoleCustomer.OpenAsync(server.Url, "I am furious, this is a disgrace, you have ruined my birthday!");
        var worker = await SignInAsync(browser, server, 0);
        await OpenAsync(worker, customer, "t");
        var panel = worker.Locator(".care-bar.goodwill");
        await Expect(panel).ToContainTextAsync("up to 20.00 EUR");
        await worker.Keyboard.PressAsync("Escape");
        await worker.Keyboard.PressAsync("m");
        await worker.Locator("#goodwill-amount").FillAsync("25");
        await worker.Locator("#goodwill-for").FillAsync("voucher for the ruined birthday");
        await SaveAsync(worker, "goodwill-form");
        await worker.Keyboard.PressAsync("Enter");
        await Expect(panel).ToContainTextAsync("Only 20.00 EUR are left in this conversation");
        await worker.Locator("#goodwill-amount").FillAsync("12.50");
        await worker.Keyboard.PressAsync("Enter");
        await Expect(worker.Locator(".turn").Filter(new() { HasText = "made good: 12.50 EUR" })).ToBeVisibleAsync();
        await Expect(panel).ToContainTextAsync("up to 7.50 EUR");
        await SaveAsync(worker, "goodwill-given");

        await lead.ReloadAsync();
        await Expect(lead.Locator(".page")).ToContainTextAsync("Given this month: 12.50 EUR, left 87.50 EUR");
        await SaveAsync(lead, "goodwill-lead");
        Assert.DoesNotContain("12.50", await customer.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workers_feelings_are_on_the_floor_only_after_the_workers_own_choice()
    {
        await using var server = await StartAsync();
        await using var browser = await Browser.StartAsync();
        var worker = await SignInAsync(browser, server, 0);
        var lead = await SignInAsync(browser, server, 1);
        await lead.GetByRole(AriaRole.Link, new() { Name = "Floor" }).ClickAsync();
        var row = lead.Locator(".floor tbody tr").Filter(new() { HasText = "Wanda" });
        await Expect(row).ToBeVisibleAsync();
        await Expect(lead.Locator(".floor thead")).Not.ToContainTextAsync("Feelings");
        await worker.Locator(".own-load a").ClickAsync();
        await worker.Locator("#load-share").CheckAsync();
        await Expect(lead.Locator(".floor thead")).ToContainTextAsync("Feelings");
        await Expect(row.Locator("td").Last).ToHaveTextAsync("0.0");
        await SaveAsync(worker, "load-own");
        await SaveAsync(lead, "load-floor");
        await worker.Locator("#load-share").UncheckAsync();
        await Expect(lead.Locator(".floor thead")).Not.ToContainTextAsync("Feelings");
    }

    internal static Task<BatonServer> StartAsync() =>
        BatonServer.StartAsync(new() { Command = "demo", Arguments = ["--customers", "0", "--Web:RateLimits:Enabled=false"] }, Cancel);

    internal static async Task OpenAsync(IPage page, ConsoleCustomer customer, string key)
    {
        await page.Locator($"#row-{customer.Id}").GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator(".composer").WaitForAsync();
        await page.Keyboard.PressAsync(key);
        await Expect(page.Locator(".conversation-who")).ToContainTextAsync("You answer", new() { Timeout = 60_000 });
        await Expect(page.Locator("#composer-text")).ToBeFocusedAsync();
    }

    internal static async Task<IPage> SignInAsync(Browser browser, BatonServer server, int account)
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

    internal static async Task SaveAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
