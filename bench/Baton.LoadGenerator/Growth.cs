namespace Baton.LoadGenerator;

/// <summary>Whether a message costs more when more conversations are in the store.</summary>
internal static class Growth
{
    public static async Task RunAsync(Settings settings, Report report)
    {
        const string Table = "conversations in the store (SQLite)";
        await using var server = await Programs.SqliteAsync();
        using var http = Load.Client(server);
        var customers = await Load.ConnectAsync(http, settings.Writing, withPerson: true);
        // The first row would otherwise be that of a program still being compiled.
        await Load.SaturateAsync(server, customers, settings.Stretch * 4);
        var stored = settings.Writing;
        foreach (var size in settings.Stored)
        {
            await Load.ConnectAsync(http, Math.Max(0, size - stored), withPerson: false, following: false);
            stored = Math.Max(stored, size);
            List<LoadResult> rounds = [];
            for (var round = 0; round < settings.Rounds; round++) rounds.Add(await Load.SaturateAsync(server, customers, settings.Stretch));
            var row = stored == settings.Writing ? $"{settings.Writing} (only those that write)" : stored.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
            report.Add(Table, row, "messages/s", Report.Median(rounds.Select(result => result.Rate)));
            report.Add(Table, row, "server µs/message", Report.Median(rounds.Select(result => result.ProcessorMicroseconds)));
            report.Add(Table, row, "p99 ms", Report.Median(rounds.Select(result => result.P99)));
        }

        report.Print(Table);
        foreach (var customer in customers) await customer.DisposeAsync();
    }
}
