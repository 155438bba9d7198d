using System.Net;
using System.Net.Sockets;
using Baton.Testing;

namespace Baton.EndToEnd.Tests;

/// <summary>Two nodes, each its own process, on one PostgreSQL.</summary>
public sealed class ClusteringTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_goes_on_at_the_other_node_when_its_own_is_killed()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var first = await StartNodeAsync(database);
        await using var second = await StartNodeAsync(database);

        using var here = await CustomerClient.OpenAsync(first.Url, Cancel);
        using var there = here.On(second.Url);
        var (one, _) = await here.WriteAsync("m1", "hello from the first node", Cancel);
        var (two, _) = await there.WriteAsync("m2", "hello from the second node", Cancel);
        Assert.True(two > one);
        Assert.Equal((one, true), await there.WriteAsync("m1", "hello from the first node", Cancel));

        // What is written on one node arrives at those who follow on the other.
        var seen = there.UntilAsync(item => IsMessage(item, "m3"), Cancel);
        await here.WriteAsync("m3", "do you see this", Cancel);
        await seen;

        await first.KillAsync();
        var (four, _) = await WriteUntilTakenAsync(there, "m4");
        Assert.True(four > two);
        var ids = (await there.EventsAsync(Cancel)).Where(item => item.TryGetProperty("id", out _)).Select(item => item.GetProperty("id").GetString());
        Assert.Equal(["m1", "m2", "m3", "m4"], ids);
    }

    [Fact]
    public async Task A_promise_made_at_a_killed_node_is_renewed_by_the_other()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var first = await StartNodeAsync(database);
        await using var second = await StartNodeAsync(database);
        using var here = await CustomerClient.OpenAsync(first.Url, Cancel);
        using var there = here.On(second.Url);
        await here.WriteAsync("m1", "I need somebody", Cancel);
        await here.AskForPersonAsync(Cancel);
        var promised = await there.UntilAsync(item => item.TryGetProperty("by", out _), Cancel);
        await first.KillAsync();
        var renewed = await there.UntilAsync(item => item.TryGetProperty("by", out _) && Seq(item) > Seq(promised), Cancel);
        Assert.True(renewed.GetProperty("by").GetDateTimeOffset() > promised.GetProperty("by").GetDateTimeOffset());
    }

    private static int Seq(System.Text.Json.JsonElement item) => item.TryGetProperty("seq", out var seq) ? seq.GetInt32() : 0;

    private static bool IsMessage(System.Text.Json.JsonElement item, string id) => item.TryGetProperty("id", out var written) && written.GetString() == id;

    /// <summary>Until the dead node is noticed, what it held cannot be served: clients try again with the same id.</summary>
    private static async Task<(int Seq, bool IsRepeat)> WriteUntilTakenAsync(CustomerClient client, string id)
    {
        while (true)
        {
            try
            {
                return await client.WriteAsync(id, "is anybody there", Cancel);
            }
            catch (HttpRequestException refused) when (refused.StatusCode is >= HttpStatusCode.InternalServerError)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
            }
            catch (TaskCanceledException) when (!Cancel.IsCancellationRequested)
            {
                // The call was on its way to the dead node and came back as a time-out.
            }
        }
    }

    private static Task<BatonServer> StartNodeAsync(string database) => BatonServer.StartAsync(
        new()
        {
            Arguments =
            [
                "--Journal:Engine=PostgreSql", $"--Journal:ConnectionString={database}", "--Web:RateLimits:Enabled=false",
                "--Desk:Cluster:Enabled=true", "--Desk:Cluster:Address=127.0.0.1", $"--Desk:Cluster:Port={FreePort()}", "--Desk:Cluster:ProbeInterval=00:00:01",
                "--Desk:Handoff:UnstaffedWait=00:00:10",
            ],
        },
        Cancel);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
