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

        var before = await LookAsync(server);
        await Load.ConnectAsync(http, settings.Idle, withPerson: true, following: false);
        Row("just used", before, await LookAsync(server), settings.Idle);
        await Task.Delay(UntilIdle, TimeProvider.System);
        Row("idle, on disk only", before, await LookAsync(server), settings.Idle);

        before = await LookAsync(server);
        var connected = await Load.ConnectAsync(http, Connected, withPerson: true);
        Row("customer connected, conversation in use", before, await LookAsync(server), Connected);
        foreach (var customer in connected) await customer.DisposeAsync();
        report.Print(Table);

        void Row(string name, (long Heap, long Resident) from, (long Heap, long Resident) to, int count)
        {
            report.Add(Table, name, "conversations", count);
            report.Add(Table, name, "held, KB each", (to.Heap - from.Heap) / 1e3 / count);
            report.Add(Table, name, "resident, KB each", (to.Resident - from.Resident) / 1e3 / count);
        }
    }

    /// <summary>What is held after a collection, and what stays resident.</summary>
    private static async Task<(long Heap, long Resident)> LookAsync(Server server)
    {
        var heap = await server.HeapAsync();
        return (heap, await SettledAsync(server));
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
