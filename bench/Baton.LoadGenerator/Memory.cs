namespace Baton.LoadGenerator;

/// <summary>What a conversation costs the server's memory: in use, idle on disk only, and with a customer connected.</summary>
internal static class Memory
{
    /// <summary>Idle conversations leave memory after two minutes; the server is given three and a half, and a little work to collect its garbage.</summary>
    private static readonly TimeSpan UntilIdle = TimeSpan.FromSeconds(210);

    private const int Connected = 1_000;

    public static async Task RunAsync(Settings settings, Report report)
    {
        const string Table = "memory of the server (SQLite)";
        await using var server = await Programs.SqliteAsync();
        using var http = Load.Client(server);
        // The server's own caches and code first, so that they are not counted.
        var warm = await Load.ConnectAsync(http, 200, withPerson: true);
        await Load.SaturateAsync(server, warm, settings.Stretch);
        foreach (var customer in warm) await customer.DisposeAsync();

        var before = await SettledAsync(server);
        await Load.ConnectAsync(http, settings.Idle, withPerson: true, following: false);
        Row("just used", await SettledAsync(server) - before, settings.Idle);
        await Task.Delay(UntilIdle, TimeProvider.System);
        Row("idle, on disk only", await SettledAsync(server) - before, settings.Idle);

        var unconnected = await SettledAsync(server);
        var connected = await Load.ConnectAsync(http, Connected, withPerson: true);
        Row("customer connected, conversation in use", await SettledAsync(server) - unconnected, Connected);
        foreach (var customer in connected) await customer.DisposeAsync();
        report.Print(Table);

        void Row(string name, long bytes, int count)
        {
            report.Add(Table, name, "conversations", count);
            report.Add(Table, name, "MB together", bytes / 1e6);
            report.Add(Table, name, "KB each", bytes / 1e3 / count);
        }
    }

    /// <summary>Resident memory once it no longer falls: the least of ten looks.</summary>
    private static async Task<long> SettledAsync(Server server)
    {
        var least = long.MaxValue;
        for (var look = 0; look < 10; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            least = Math.Min(least, server.Memory());
        }

        return least;
    }
}
