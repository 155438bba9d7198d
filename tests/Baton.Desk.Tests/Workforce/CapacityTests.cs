using System.Net;
using System.Net.Sockets;
using Baton.Journal;
using Baton.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Desk.Tests;

/// <summary>A cap holds however many claim at once, wherever they claim.</summary>
public sealed class CapacityTests
{
    private const int Customers = 1_000;
    private const int Workers = 40;
    private const int Capacity = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_simultaneous_claims_break_no_cap_on_one_node()
    {
        using var node = await StartAsync([("Journal:DataFolder", Directory.CreateTempSubdirectory("baton-caps-").FullName)]);
        await ClaimAllAtOnceAsync([node]);
        await node.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_thousand_simultaneous_claims_break_no_cap_on_two_nodes()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        using var first = await StartAsync(InCluster(database));
        using var second = await StartAsync(InCluster(database));
        await ClaimAllAtOnceAsync([first, second]);
        await second.StopAsync(CancellationToken.None);
        await first.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_place_is_free_again_at_once_when_a_conversation_ends()
    {
        await using var desk = await DeskHost.StartAsync();
        ActingWorker wanda = new(new("wanda"), "Wanda");
        await desk.Get<IWorkforce>().SetPresenceAsync(wanda, Availability.Available, 1, Cancel);
        var (one, two) = (await WaitingAsync(desk.Conversations), await WaitingAsync(desk.Conversations));
        Assert.Null((await desk.Conversations.ClaimAsync(one, wanda, Cancel)).Refusal);
        Assert.Equal(RefusalCode.AtCapacity, (await desk.Conversations.ClaimAsync(two, wanda, Cancel)).Refusal?.Code);
        await desk.Conversations.CloseAsync(one, wanda, "resolved", Cancel);
        Assert.Null((await desk.Conversations.ClaimAsync(two, wanda, Cancel)).Refusal);
    }

    /// <summary>Every customer is claimed at the same moment, from every node, five claims for each place; then by others, who have no place left either.</summary>
    private static async Task ClaimAllAtOnceAsync(IHost[] nodes)
    {
        var doors = nodes.Select(node => node.Services.GetRequiredService<IConversations>()).ToArray();
        ActingWorker[] workers = [.. Enumerable.Range(0, Workers).Select(i => new ActingWorker(new($"w{i}"), $"Worker {i}"))];
        foreach (var worker in workers) await nodes[0].Services.GetRequiredService<IWorkforce>().SetPresenceAsync(worker, Availability.Available, Capacity, Cancel);
        var waiting = await Task.WhenAll(Enumerable.Range(0, Customers).Select(i => WaitingAsync(doors[i % doors.Length])));

        var results = await Task.WhenAll(waiting.Select((id, i) => doors[i / 2 % doors.Length].ClaimAsync(id, workers[i % Workers], Cancel)));
        var again = await Task.WhenAll(waiting.Select((id, i) => doors[i % doors.Length].ClaimAsync(id, workers[(i + 1) % Workers], Cancel)));

        Assert.Equal(Workers * Capacity, results.Count(result => result.Refusal is null));
        Assert.DoesNotContain(again, result => result.Refusal is null);
        var journal = nodes[0].Services.GetRequiredService<IJournal>();
        List<WorkerId> holders = [];
        foreach (var id in waiting) holders.AddRange((await journal.ReadAsync(id, 0, Cancel)).Select(logged => logged.Event).OfType<WorkerTookOver>().Select(took => took.Worker));
        Assert.All(holders.CountBy(worker => worker), held => Assert.Equal(Capacity, held.Value));
    }

    private static async Task<ConversationId> WaitingAsync(IConversations conversations)
    {
        var id = await conversations.OpenAsync(new("web", Customer.Anonymous, "en", "default", false), Cancel);
        Assert.Null((await conversations.AskForPersonAsync(id, Cancel)).Refusal);
        return id;
    }

    private static async Task<IHost> StartAsync((string Key, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Orleans", LogLevel.Error).AddConsole();
        builder.Services.AddJournal(builder.Configuration);
        builder.Services.AddDesk(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<IAgent>(new ScriptedAgent()));
        builder.UseDesk();
        var host = builder.Build();
        await host.StartAsync(Cancel);
        return host;
    }

    private static (string Key, string Value)[] InCluster(string database) =>
    [
        ("Journal:Engine", "PostgreSql"), ("Journal:ConnectionString", database),
        ("Desk:Cluster:Enabled", "true"), ("Desk:Cluster:Address", "127.0.0.1"), ("Desk:Cluster:Port", $"{FreePort()}"), ("Desk:Cluster:ProbeInterval", "00:00:01"),
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
