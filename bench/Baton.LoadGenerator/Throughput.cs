namespace Baton.LoadGenerator;

/// <summary>How many messages a second, and how fast, beside what the same host can do with nothing between.</summary>
internal static class Throughput
{
    private sealed record Subject(string Name, Server Server, HttpClient Http, List<Customer> Customers);

    public static async Task RunAsync(Settings settings, Report report)
    {
        List<Subject> subjects = [];
        foreach (var name in settings.Servers)
        {
            subjects.Add(name switch
            {
                "ceiling" => await SubjectAsync("ceiling", Programs.CeilingAsync(), settings, withPerson: false),
                "sqlite" => await SubjectAsync("Baton, SQLite", Programs.SqliteAsync(), settings, withPerson: true),
                "postgresql" => await SubjectAsync("Baton, PostgreSQL", Programs.PostgreSqlAsync(), settings, withPerson: true),
                _ => throw new ArgumentException($"The server {name} is not known: ceiling, sqlite, postgresql.", nameof(settings)),
            });
        }

        // Until its code is compiled for good, a program measures its compiler.
        foreach (var subject in subjects) await Load.SaturateAsync(subject.Server, subject.Customers, settings.Stretch * 2);
        List<(string Name, int Size, LoadResult Result)> results = [];
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var size in settings.Sizes)
            {
                foreach (var subject in subjects)
                    results.Add((subject.Name, size, await Load.SaturateAsync(subject.Server, subject.Customers[..size], settings.Stretch)));
            }
        }

        foreach (var size in settings.Sizes)
        {
            var table = $"at saturation, {size} conversations";
            var ceiling = Rate(results, "ceiling", size);
            foreach (var subject in subjects)
            {
                var own = results.Where(result => result.Name == subject.Name && result.Size == size).Select(result => result.Result).ToList();
                report.Add(table, subject.Name, "messages/s", Rate(results, subject.Name, size));
                report.Add(table, subject.Name, "of the ceiling", Rate(results, subject.Name, size) / ceiling);
                report.Add(table, subject.Name, "p50 ms", Report.Median(own.Select(result => result.P50)));
                report.Add(table, subject.Name, "p99 ms", Report.Median(own.Select(result => result.P99)));
                report.Add(table, subject.Name, "server µs/message", Report.Median(own.Select(result => result.ProcessorMicroseconds)));
            }

            report.Print(table);
        }

        var steady = settings.Sizes.Contains(64) ? 64 : settings.Sizes[0];
        var half = $"at half of its own load, {steady} conversations";
        foreach (var subject in subjects)
        {
            var rate = Rate(results, subject.Name, steady) / 2;
            List<LoadResult> paced = [];
            for (var round = 0; round < settings.Rounds; round++) paced.Add(await Load.PaceAsync(subject.Server, subject.Customers[..steady], settings.Stretch, rate));
            report.Add(half, subject.Name, "messages/s", Report.Median(paced.Select(result => result.Rate)));
            report.Add(half, subject.Name, "p50 ms", Report.Median(paced.Select(result => result.P50)));
            report.Add(half, subject.Name, "p99 ms", Report.Median(paced.Select(result => result.P99)));
        }

        report.Print(half);
        foreach (var subject in subjects)
        {
            foreach (var customer in subject.Customers) await customer.DisposeAsync();
            subject.Http.Dispose();
            await subject.Server.DisposeAsync();
        }
    }

    private static double Rate(List<(string Name, int Size, LoadResult Result)> results, string name, int size) =>
        Report.Median(results.Where(result => result.Name == name && result.Size == size).Select(result => result.Result.Rate));

    private static async Task<Subject> SubjectAsync(string name, Task<Server> starting, Settings settings, bool withPerson)
    {
        var server = await starting;
        var http = Load.Client(server);
        return new(name, server, http, await Load.ConnectAsync(http, settings.Sizes.Max(), withPerson));
    }
}
