using System.Globalization;
using System.Text.Json;
using Baton.Testing;

namespace Baton.EndToEnd.Tests;

/// <summary>Customers write while the server is killed again and again.</summary>
public sealed class CrashTests
{
    private const int Customers = 8;
    private const int Kills = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_survives_every_kill_exactly_once_and_in_order_on_SQLite() => await KillAgainAndAgainAsync([]);

    [Fact]
    public async Task What_was_acknowledged_survives_every_kill_exactly_once_and_in_order_on_PostgreSQL() =>
        await KillAgainAndAgainAsync(["--Journal:Engine=PostgreSql", $"--Journal:ConnectionString={await PostgresServer.CreateDatabaseAsync()}"]);

    private static async Task KillAgainAndAgainAsync(IReadOnlyList<string> engine)
    {
        await using var server = await BatonServer.StartAsync(new() { Arguments = ["--Web:RateLimits:Enabled=false", .. engine] }, Cancel);
        List<WritingCustomer> customers = [];
        for (var i = 0; i < Customers; i++) customers.Add(new(await CustomerClient.OpenAsync(server.Url, Cancel), i));

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writing = customers.Select(customer => customer.WriteUntilAsync(enough.Token)).ToList();
        var random = new Random(2026);
        for (var kill = 0; kill < Kills; kill++)
        {
            // At a random number of further acknowledgements: every customer has a message on its way at that moment.
            var moment = customers[random.Next(Customers)];
            await moment.AcknowledgedAsync(moment.Acknowledged + random.Next(3, 40), Cancel);
            await server.KillAsync();
            await server.StartAsync(Cancel);
        }

        foreach (var customer in customers) await customer.AcknowledgedAsync(customer.Acknowledged + 1, Cancel);
        await enough.CancelAsync();
        await Task.WhenAll(writing);
        foreach (var customer in customers) await customer.CheckAsync(Cancel);
        var lost = customers.Sum(customer => customer.LostAnswers);
        Assert.True(lost >= Kills, $"Only {lost} answers were lost: the kills did not hit anything.");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Kills} kills, {customers.Sum(customer => customer.Acknowledged)} messages acknowledged, {lost} answers lost, {customers.Sum(customer => customer.Repeats)} retries found their message written"));
        foreach (var customer in customers) customer.Dispose();
    }
}
