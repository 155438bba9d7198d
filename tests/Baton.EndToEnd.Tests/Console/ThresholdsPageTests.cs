using System.Globalization;
using System.Text.Json;
using Baton.Testing;
using Baton.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>A lead moves the point from which a person is called, in a real browser, on a log that was imported.</summary>
public sealed class ThresholdsPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_sees_what_a_threshold_would_have_changed_and_the_point_chosen_holds_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("baton-thresholds-").FullName;
        var log = Path.Combine(folder, "log.jsonl");
        await File.WriteAllLinesAsync(log, Enumerable.Range(0, 40).SelectMany(Failed).Concat(Enumerable.Range(0, 100).SelectMany(Good)), Cancel);
        await BatonServer.RunAsync(["import", log, $"--Journal:DataFolder={folder}"], Cancel);
        var printed = await BatonServer.RunAsync(["thresholds", $"--Journal:DataFolder={folder}"], Cancel);
        Assert.Contains("team default: 40 failed, 100 went well, 0 not known", printed, StringComparison.Ordinal);

        await using var server = await BatonServer.StartAsync(new() { Command = "demo", DataFolder = folder, Arguments = ["--customers", "0", "--Web:RateLimits:Enabled=false"] }, Cancel);
        await using var browser = await Browser.StartAsync();
        var lead = await OpenAsync(browser, server);
        await lead.Locator("#threshold").FillAsync("55");
        await Expect(lead.Locator(".threshold-effect")).ToHaveTextAsync("Of 40 conversations that failed, 20 would have had a person earlier, by 1 of their messages (median). Of 100 that went well, 0 would have been interrupted.");
        await lead.Locator("#threshold").FillAsync("25");
        await Expect(lead.Locator(".threshold-effect")).ToHaveTextAsync("Of 40 conversations that failed, 40 would have had a person earlier, by 1.5 of their messages (median). Of 100 that went well, 10 would have been interrupted.");
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { } shots) await lead.ScreenshotAsync(new() { Path = Path.Combine(shots, "thresholds.png") });
        await lead.GetByRole(AriaRole.Button, new() { Name = "Call from 25 %" }).ClickAsync();
        await Expect(lead.Locator(".thresholds .table")).ToContainTextAsync("A person is called from 25 %");
        await Expect(lead.Locator(".threshold-change")).ToHaveTextAsync("This is the point that holds now.");

        // The same log in measures.
        await lead.GetByRole(AriaRole.Link, new() { Name = "Measures" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Row, new() { Name = "The agent alone" })).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"The agent alone\s*100\s*–\s*0", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(lead.GetByRole(AriaRole.Row, new() { Name = "Asked for a person" }).First).ToContainTextAsync("100 %");

        await server.KillAsync();
        await server.StartAsync(Cancel);
        var again = await OpenAsync(browser, server);
        await Expect(again.Locator("#threshold")).ToHaveValueAsync("25");
        await Expect(again.Locator(".thresholds .table")).ToContainTextAsync(DemoAccounts.All.First(account => account.Role == WorkerRoles.Lead).Name);
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IPage> OpenAsync(Browser browser, BatonServer server)
    {
        var page = await (await browser.DesktopAsync(ColorScheme.Light)).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(server.Url, "/thresholds").ToString());
        await page.GetByLabel("E-mail").FillAsync(DemoAccounts.All.First(account => account.Role == WorkerRoles.Lead).Email);
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator("#threshold").WaitForAsync();
        return page;
    }

    /// <summary>Asks for a person in the end: half of them after three messages, half after two.</summary>
    private static IEnumerable<string> Failed(int number) => number % 2 == 0
        ? Conversation($"f{number:x31}", [0.3, 0.6, 0.8], "escalated.1", new { kind = "requested", trigger = "customer", reason = "Asks for a person.", evidence = Array.Empty<int>(), epoch = 2 })
        : Conversation($"f{number:x31}", [0.3, 0.4], "escalated.1", new { kind = "requested", trigger = "customer", reason = "Asks for a person.", evidence = Array.Empty<int>(), epoch = 2 });

    private static IEnumerable<string> Good(int number) => Conversation($"a{number:x31}", [0.05, number < 10 ? 0.3 : 0.1], null, null);

    private static IEnumerable<string> Conversation(string id, double[] risks, string? then, object? what)
    {
        List<(string Type, object Data)> events = [("conversation-opened.1", new { channel = "web", customer = new { id = (string?)null, name = "Kim", email = (string?)null }, locale = "en", team = "default", isSimulated = true })];
        foreach (var risk in risks)
        {
            events.Add(("customer-wrote.1", new { messageId = $"m{events.Count}", text = "And where is it now?", attachments = Array.Empty<string>() }));
            events.Add(("message-interpreted.1", new { messageVersion = events.Count, interpreter = "embedded", language = "en", intent = (string?)null, probability = 0.0, feeling = "neutral", commands = Array.Empty<string>() }));
            events.Add(("risk-assessed.1", new { technical = risk, emotional = 0.0, level = "none" }));
            events.Add(("agent-replied.1", new { text = "Let me look.", answersVersion = events.Count - 2, choices = Array.Empty<string>(), sources = Array.Empty<string>() }));
        }

        if (then is not null) events.Add((then, what!));
        events.Add(("conversation-closed.1", new { by = then is null ? "customer" : "worker", worker = then is null ? null : "w1", outcome = "resolved" }));
        var at = TimeProvider.System.GetUtcNow().AddDays(-2);
        return events.Select((one, place) => JsonSerializer.Serialize(new { conversation = id, version = place + 1, at = at.AddSeconds(20 * place).ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), type = one.Type, data = one.Data }));
    }
}
