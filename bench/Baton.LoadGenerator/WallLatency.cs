using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Baton.Desk;
using Baton.Journal;
using Baton.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.LoadGenerator;

/// <summary>From a customer's message to the changed row at those who watch the wall, through the real grains and the real log, in this process.</summary>
internal static class WallLatency
{
    private const int Messages = 1_000;
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(10);

    public static async Task RunAsync(Settings settings, Report report)
    {
        const string Table = "message to row on the wall, 100 messages/s (SQLite)";
        foreach (var live in settings.Live)
        {
            var times = await MeasureAsync(live);
            times.Sort();
            var row = $"{live.ToString("N0", CultureInfo.InvariantCulture)} live conversations";
            report.Add(Table, row, "p50 ms", Load.At(times, 0.5));
            report.Add(Table, row, "p95 ms", Load.At(times, 0.95));
            report.Add(Table, row, "p99 ms", Load.At(times, 0.99));
        }

        report.Print(Table);
    }

    private static async Task<List<double>> MeasureAsync(int live)
    {
        var folder = Directory.CreateTempSubdirectory("baton-wall-").FullName;

        using var host = Build(folder);
        await host.StartAsync();
        var conversations = host.Services.GetRequiredService<IConversations>();
        var ids = new ConversationId[live];
        await Parallel.ForAsync(0, live, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, stop) =>
        {
            ids[i] = await conversations.OpenAsync(new("web", Baton.Journal.Customer.Anonymous, "en", "default", true), stop);
            await conversations.WriteAsync(ids[i], new("first", "hello", []), stop);
            await conversations.AskForPersonAsync(ids[i], stop);
        });

        var started = new ConcurrentDictionary<string, long>();
        var times = new ConcurrentBag<double>();
        var all = new TaskCompletionSource();
        using var watching = host.Services.GetRequiredService<IWall>().Subscribe(changes =>
        {
            foreach (var change in changes)
            {
                if (change.Row is null || !started.TryRemove(change.Row.Snippet, out var at)) continue;
                times.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                if (times.Count == Messages) all.TrySetResult();
            }
        });
        using var pace = new PeriodicTimer(Gap);
        var random = new Random(1);
        List<Task> writing = [];
        for (var i = 0; i < Messages; i++)
        {
            await pace.WaitForNextTickAsync();
            var text = string.Create(CultureInfo.InvariantCulture, $"message {i}");
            started[text] = Stopwatch.GetTimestamp();
            writing.Add(conversations.WriteAsync(ids[random.Next(live)], new($"m{i.ToString(CultureInfo.InvariantCulture)}", text, []), CancellationToken.None));
        }

        await Task.WhenAll(writing);
        // A row that changed twice at once shows only its last message: the others are not waited for longer than a moment.
        await Task.WhenAny(all.Task, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System));
        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
        return [.. times];
    }

    private static IHost Build(string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Journal:DataFolder"] = folder });
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddConsole();
        builder.Services.AddJournal(builder.Configuration);
        builder.Services.AddLanguage();
        builder.Services.AddDesk(builder.Configuration);
        builder.UseDesk();
        return builder.Build();
    }
}
