using System.Text.Json;
using Baton.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>Signals at messages, at replies and at a reply that was withheld: explained, corrected, kept and learned from.</summary>
public sealed class SignalsInTheConsoleTests : IDisposable
{
    private const string Comfort = "We understand your frustration and appreciate your patience. Your satisfaction is important to us.";
    private const string Hours = "On Saturdays we are open from 9:00 to 18:00.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-signals-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withheld_reply_shows_why_and_what_a_worker_says_of_signals_is_kept_and_learned_from()
    {
        Write("hours", Hours, "when are you open on Saturday", "what are your opening hours", "how late are you open");
        Write("late-delivery", Comfort, "where is my delivery", "my parcel has not come yet", "the delivery is late again");
        await using var server = await BatonServer.StartAsync(
            new()
            {
                DataFolder = _folder.FullName,
                Arguments = [$"--Agent:ProceduresFolder={Path.Combine(_folder.FullName, "procedures")}", $"--Web:FirstAdmin:Email={ConsoleFixture.Email}", "--Web:FirstAdmin:Name=Wanda", $"--Web:FirstAdmin:Password={ConsoleFixture.Password}", "--Web:RateLimits:Enabled=false"],
            },
            Cancel);
        await using var browser = await Browser.StartAsync();
        using var customer = await ConsoleCustomer.OpenAsync(server.Url, "When are you open on Saturday?");
        await customer.SeesAsync("agent", Hours);
        await customer.WritesAsync("Where is my delivery? My parcel has not come yet.");
        var page = await OpenAsync(browser, server, customer);

        await CorrectWithheldReplyAsync(page);
        await MissAsync(page.Locator(".message.agent").Filter(new() { HasText = Hours }), "Only reassures");
        await MissAsync(page.Locator(".message.customer").Last, "Is angry with us");
        await MissAsync(page.Locator(".message.customer").First, "Asks for a person");

        await server.KillAsync();
        await LearnAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task CorrectWithheldReplyAsync(IPage page)
    {
        var withheld = page.Locator(".withheld");
        await Expect(withheld).ToContainTextAsync(Comfort);
        var signal = withheld.Locator(".message-signal");
        await Expect(signal).ToContainTextAsync("only reassures");
        await Expect(signal.Locator(".tip")).ToBeHiddenAsync();
        await signal.HoverAsync();
        await Expect(signal.Locator(".tip")).ToContainTextAsync("the service not working");
        await page.Mouse.MoveAsync(0, 0);
        await Expect(signal.Locator(".tip")).ToBeHiddenAsync();
        await signal.FocusAsync();
        await Expect(signal.Locator(".tip")).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { } shots) await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "console-withheld.png") });
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(signal).ToContainTextAsync("wrong, says Wanda");
        // Taken back, and said again: the last word counts.
        await signal.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(signal).Not.ToContainTextAsync("wrong, says");
        await signal.GetByRole(AriaRole.Button, new() { Name = "Wrong" }).ClickAsync();
        await Expect(signal).ToContainTextAsync("wrong, says Wanda");
    }

    private static async Task MissAsync(ILocator message, string words)
    {
        await message.HoverAsync();
        await message.GetByText("Missed?").ClickAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = words }).ClickAsync();
        await Expect(message.Locator(".message-signal").Filter(new() { HasText = words })).ToBeVisibleAsync();
    }

    /// <summary>Two messages and two replies were marked; what is missing to the fewest labels comes from a file.</summary>
    private async Task LearnAsync()
    {
        var (log, more, models) = (Path.Combine(_folder.FullName, "log.jsonl"), Path.Combine(_folder.FullName, "more.jsonl"), Path.Combine(_folder.FullName, "models"));
        await BatonServer.RunAsync(["export", log, $"--Journal:DataFolder={_folder.FullName}"], Cancel);
        Assert.Equal(6, (await File.ReadAllLinesAsync(log, Cancel)).Count(line => line.Contains("\"signal-marked.1\"", StringComparison.Ordinal)));
        await File.WriteAllLinesAsync(more, Enumerable.Range(0, 46).Select(number => JsonSerializer.Serialize(new { text = $"please send form {number}", feeling = "neutral", person = false })), Cancel);
        var learned = await BatonServer.RunAsync(["learn", log, more, "--out", models], Cancel);
        Assert.Contains("Learned from 48 messages, 2 labels of replies", learned, StringComparison.Ordinal);
        Assert.Equal(["claim.model", "dissatisfaction.model", "feeling.model", "person.model", "reply.model", "risk-emotional.model", "risk-technical.model"], Directory.GetFiles(models).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task<IPage> OpenAsync(Browser browser, BatonServer server, ConsoleCustomer customer)
    {
        var page = await (await browser.DesktopAsync()).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(server.Url, "/console").ToString());
        await page.GetByLabel("E-mail").FillAsync(ConsoleFixture.Email);
        await page.GetByLabel("Password").FillAsync(ConsoleFixture.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator($"#row-{customer.Id}").GetByRole(AriaRole.Link).ClickAsync();
        return page;
    }

    private void Write(string name, string text, params string[] examples) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, "procedures")).FullName, name + ".yaml"),
        $"""
        name: {name}
        title: {name}
        topic: {name}
        description: {name}
        needs: none
        examples: ["{string.Join("\", \"", examples)}"]
        steps:
          - say: "{text}"
        """);
}
