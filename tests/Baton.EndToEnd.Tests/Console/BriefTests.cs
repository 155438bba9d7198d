using Baton.Testing;
using Baton.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>An emotional and a technical escalation with their different briefs, in a real browser against the running demo.</summary>
public sealed class BriefTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_reads_the_brief_before_accepting_and_begins_from_a_message_that_fits_the_failure()
    {
        await using var server = await BatonServer.StartAsync(new() { Command = "demo", Arguments = ["--customers", "0", "--Web:RateLimits:Enabled=false"] }, Cancel);
        await using var browser = await Browser.StartAsync();
        using var angry = await ConsoleCustomer.OpenAsync(server.Url, "Where is my order SO-10042?");
        await angry.UntilAsync(IsAgent);
        await angry.WritesAsync("This is the third time I ask and still nothing. I am furious with you people!");
        using var upset = await ConsoleCustomer.OpenAsync(server.Url, "Where is my order SO-10043?");
        await upset.UntilAsync(IsAgent);
        await upset.WritesAsync("This is the third time I ask and still nothing. I am furious with you people!");
        using var lost = await ConsoleCustomer.OpenAsync(server.Url, "I want to cancel order SO-10042");
        await lost.UntilAsync(IsAgent);
        await lost.WritesAsync("fnord blorp");
        await lost.WritesAsync("gnarf wibble");

        var page = await (await browser.DesktopAsync(ColorScheme.Light)).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(server.Url, $"/console/c/{angry.Id}").ToString());
        await page.GetByLabel("E-mail").FillAsync(DemoAccounts.All[0].Email);
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        // Nobody has accepted anything yet.
        var brief = page.Locator(".brief");
        await Expect(brief.Locator("blockquote")).ToContainTextAsync("Where is my order SO-10042?");
        await Expect(brief.Locator(".chip")).ToHaveTextAsync("Losing patience or trust");
        await Expect(brief.Locator(".turned")).ToContainTextAsync("with the last words");
        await Expect(brief.Locator(".suggested p")).ToContainTextAsync("That is our fault, not yours, and I am sorry.");
        await Expect(page.Locator(".conversation-who")).ToContainTextAsync("Waiting for a person");
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { } shots) await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "brief.png") });

        // A fact leads to what it stands on, and nothing but the transcript moves.
        await brief.Locator("blockquote .source").ClickAsync();
        await Expect(page.Locator(".entry > :focus")).ToContainTextAsync("Where is my order SO-10042?");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelector('.topbar').getBoundingClientRect().top"));

        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator(".conversation-who")).ToContainTextAsync("You answer");
        var field = page.GetByLabel("Reply to the customer");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("f");
        await Expect(field).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\[what you do\]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".composer .refusal")).ToContainTextAsync("square brackets");
        await field.FillAsync((await field.InputValueAsync()).Replace("[what you do]", "I send it again with another carrier", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Enter");
        await angry.SeesAsync("worker", "I send it again with another carrier");
        await Expect(brief.Locator(".suggested")).ToHaveCountAsync(0);
        await Expect(brief.Locator(".clocks")).ToContainTextAsync("Helped");
        await Expect(page.Locator(".effort-line")).ToContainTextAsync("1 message · 1 of 2 rounds · 1 question · 1 solution offered");

        // Another upset customer gets two rounds of sympathy: a next step is proposed.
        await page.GotoAsync(new Uri(server.Url, $"/console/c/{upset.Id}").ToString());
        await Expect(brief.Locator(".chip")).ToHaveTextAsync("Losing patience or trust");
        await field.FillAsync("I am sorry, I understand how frustrating this must be.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".effort-line")).ToContainTextAsync("Your part: 1 message");
        await upset.WritesAsync("And what do you do about it?");
        await Expect(page.Locator(".message.customer").Last).ToContainTextAsync("And what do you do");
        await field.FillAsync("We take this very seriously.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".effort-line")).ToContainTextAsync("Nothing concrete offered yet.");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("f");
        await Expect(field).ToHaveValueAsync("About where your order is: I am now doing this for you: [what you do]. I write to you again within 15 minutes.");

        await page.GotoAsync(new Uri(server.Url, $"/console/c/{lost.Id}").ToString());
        await Expect(brief.Locator(".chip")).ToHaveTextAsync("Something does not work");
        await Expect(brief.Locator(".suggested p")).ToContainTextAsync("Our assistant did not understand you.");
        await Expect(brief.Locator(".suggested p")).ToContainTextAsync("[next step]");
        await Expect(brief.Locator(".suggested p")).Not.ToContainTextAsync("our fault");
    }

    private static bool IsAgent(System.Text.Json.JsonElement item) => item.GetProperty("type").GetString() == "message" && item.GetProperty("from").GetString() == "agent";
}
