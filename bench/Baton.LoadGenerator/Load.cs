using System.Diagnostics;

namespace Baton.LoadGenerator;

/// <summary>What a stretch of load showed.</summary>
/// <param name="Rate">Messages per second, each acknowledged and seen on its stream.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="ProcessorMicroseconds">The server's processor time for a message.</param>
internal sealed record LoadResult(double Rate, double P50, double P99, double ProcessorMicroseconds);

internal static class Load
{
    public static HttpClient Client(Server server) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 20_000, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) })
    {
        BaseAddress = server.Url,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static async Task<List<Customer>> ConnectAsync(HttpClient http, int count, bool withPerson, bool following = true)
    {
        var customers = new Customer[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var customer = await Customer.OpenAsync(http);
            await customer.WriteAsync();
            if (withPerson) await customer.AskForPersonAsync();
            if (following) await customer.FollowAsync();
            customers[i] = customer;
        });
        return [.. customers];
    }

    /// <summary>Every customer writes as soon as the last message has come back.</summary>
    public static Task<LoadResult> SaturateAsync(Server server, IReadOnlyList<Customer> customers, TimeSpan length) =>
        MeasureAsync(server, customers, length, pace: null);

    /// <summary>Messages at a steady rate, whatever the server does; a message that waits for its customer's last one counts from when it was due.</summary>
    public static Task<LoadResult> PaceAsync(Server server, IReadOnlyList<Customer> customers, TimeSpan length, double rate) =>
        MeasureAsync(server, customers, length, TimeSpan.FromSeconds(customers.Count / rate));

    private static async Task<LoadResult> MeasureAsync(Server server, IReadOnlyList<Customer> customers, TimeSpan length, TimeSpan? pace)
    {
        await RunAsync(customers, length / 4, pace); // warm
        var processor = server.Processor();
        var started = Stopwatch.GetTimestamp();
        var times = await RunAsync(customers, length, pace);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = server.Processor() - processor;
        times.Sort();
        return new(times.Count / elapsed.TotalSeconds, At(times, 0.5), At(times, 0.99), used.TotalMicroseconds / Math.Max(1, times.Count));
    }

    private static async Task<List<double>> RunAsync(IReadOnlyList<Customer> customers, TimeSpan length, TimeSpan? pace)
    {
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(customers.Select((customer, place) => Task.Run(async () =>
        {
            List<double> times = [];
            for (var turn = 0; ; turn++)
            {
                var due = pace is { } gap ? gap * (turn + ((double)place / customers.Count)) : Stopwatch.GetElapsedTime(started);
                if (due >= length || Stopwatch.GetElapsedTime(started) > length * 2) return times;
                if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early) await Task.Delay(early, TimeProvider.System);
                await customer.WriteAndSeeAsync();
                times.Add((Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds);
            }
        })));
        return [.. all.SelectMany(times => times)];
    }

    public static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
