using System.Globalization;
using Baton.Testing;
using Microsoft.Playwright;

namespace Baton.LoadGenerator;

/// <summary>
/// From a customer's message to its words in a worker's browser: the public API, the real server, the console's page in Chromium. The
/// customers that are watched wait for a person and so stand at the top of the wall; the others write too, and are answered by the agent.
/// </summary>
internal static class WallLatency
{
    private const int Watched = 10;
    private const int Messages = 400;
    private const string Email = "bench@baton.example";
    private const string Password = "only for this measurement";
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(50);

    public static async Task RunAsync(Settings settings, Report report)
    {
        const string Table = "message to the worker's browser (SQLite)";
        await using var browser = await Browser.StartAsync();
        foreach (var live in settings.Live)
        {
            var (times, superseded) = await MeasureAsync(browser, live);
            var row = $"{live.ToString("N0", CultureInfo.InvariantCulture)} live conversations";
            report.Add(Table, row, "p50 ms", Load.At(times, 0.5));
            report.Add(Table, row, "p95 ms", Load.At(times, 0.95));
            report.Add(Table, row, "p99 ms", Load.At(times, 0.99));
            report.Add(Table, row, "seen", times.Count);
            report.Add(Table, row, "overtaken by the next", superseded);
        }

        report.Print(Table);
    }

    private static async Task<(List<double> Times, int Superseded)> MeasureAsync(Browser browser, int live)
    {
        await using var server = await Programs.SqliteAsync($"--Web:FirstAdmin:Email={Email}", $"--Web:FirstAdmin:Password={Password}");
        using var http = Load.Client(server);
        var others = await Load.ConnectAsync(http, live - Watched, withPerson: false, following: false);
        var watched = await Load.ConnectAsync(http, Watched, withPerson: true, following: false);
        var page = await WatchAsync(browser, server.Url);

        // The first seconds compile the page's code; only what comes after them counts.
        await WriteAsync(watched, others, Messages / 4, "warm");
        var sent = await WriteAsync(watched, others, Messages, "word");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        var seen = await page.EvaluateAsync<Dictionary<string, double>>("() => window.seenWords");
        await page.Context.CloseAsync();
        List<double> times = [.. sent.Where(word => seen.ContainsKey(word.Key)).Select(word => seen[word.Key] - word.Value).Order()];
        return times.Count > 0 ? (times, sent.Count - times.Count) : throw new InvalidOperationException("None of the messages was seen on the wall: the watched conversations are not on top of it.");
    }

    /// <summary>A worker at the wall, whose page notes when each new word is first on it.</summary>
    private static async Task<IPage> WatchAsync(Browser browser, Uri server)
    {
        var page = await (await browser.DesktopAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(server, "/console").ToString());
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".shell[data-ready=true] .wall .row").First.WaitForAsync();
        await page.EvaluateAsync("""
            () => {
              const seen = window.seenWords = {};
              const look = () => {
                for (const snippet of document.querySelectorAll('.snippet')) {
                  const text = snippet.textContent;
                  if (text.startsWith('word ')) seen[text] ??= performance.timeOrigin + performance.now();
                }
              };
              new MutationObserver(look).observe(document.querySelector('.wall'), { subtree: true, childList: true, characterData: true });
            }
            """);
        return page;
    }

    /// <summary>Twenty messages a second from those who are watched and as many from the others; answers when each of the former was sent.</summary>
    private static async Task<Dictionary<string, double>> WriteAsync(List<Customer> watched, List<Customer> others, int count, string name)
    {
        Dictionary<string, double> sent = [];
        List<Task> writing = [];
        using var pace = new PeriodicTimer(Gap);
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            await pace.WaitForNextTickAsync();
            var number = i.ToString(CultureInfo.InvariantCulture);
            var text = $"{name} {number}";
            writing.Add(others[random.Next(others.Count)].WriteAsync($"o{name}{number}", $"thank you {number}"));
            sent[text] = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            writing.Add(watched[i % watched.Count].WriteAsync($"w{name}{number}", text));
        }

        await Task.WhenAll(writing);
        return sent;
    }
}
