using Baton.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Journal.Tests;

/// <summary>What only PostgreSQL must do: several processes on one log, and a database that goes away.</summary>
public sealed class PostgreSqlManyNodesTests : Suite<PostgreSqlEngine>
{
    [Fact]
    public async Task Followers_of_several_writers_see_every_position_once_and_in_order()
    {
        const int Writers = 4, Conversations = 12, Appends = 25, Total = Writers * Conversations * Appends * 2;
        var nodes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Engine.StartAsync(follows: false)));
        try
        {
            var following = nodes.Append(Node).Select(node => FollowAsync(node, Total)).ToList();
            await Task.WhenAll(nodes.SelectMany(node => Enumerable.Range(0, Conversations).Select(_ => WriteAsync(node, Appends))));
            foreach (var follower in following)
                Assert.Equal(Enumerable.Range(1, Total).Select(i => (long)i), await follower);
            Assert.Equal(Total, await Journal.GetHeadAsync(Stop));
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_nodes_that_append_to_one_conversation_do_not_both_win()
    {
        await using var other = await Engine.StartAsync(follows: false);
        var id = NewId();
        for (var version = 0; version < 40; version++)
        {
            var wins = await Task.WhenAll(new[] { Node, other }.Select(async node =>
            {
                try
                {
                    await node.Journal.AppendAsync(id, version, [Wrote($"{version}")], Now, null, Stop);
                    return true;
                }
                catch (VersionConflictException)
                {
                    return false;
                }
            }));
            Assert.Single(wins, won => won);
        }

        Assert.Equal(40, (await Journal.ReadAsync(id, 0, Stop)).Count);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_lay_its_tables_once()
    {
        await using var fresh = new PostgreSqlEngine();
        await fresh.PrepareAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fresh.StartAsync()));
        await Task.WhenAll(nodes.Select(node => node.Journal.AppendAsync(NewId(), 0, [Opened()], Now, null, Stop)));
        Assert.Equal(4, await nodes[0].Journal.GetHeadAsync(Stop));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task Projections_written_by_one_node_are_waited_for_and_read_on_another()
    {
        await using var first = await Engine.StartAsync();
        await using var second = await Engine.StartAsync();
        var id = NewId();
        var appended = await second.Journal.AppendAsync(id, 0, [Opened("Ada"), Wrote("Hello")], Now, null, Stop);
        foreach (var node in new[] { first, second })
        {
            await node.Index.WaitForAsync(appended[^1].Position, Stop);
            Assert.Equal("Hello", (await node.Index.GetAsync(id, Stop))?.Snippet);
        }
    }

    [Fact]
    public async Task When_the_node_that_writes_the_projections_ends_another_goes_on()
    {
        var first = await Engine.StartAsync(follows: false);
        await using var second = await Engine.StartAsync(follows: false);
        await AppendAsync(NewId(), 0, Opened(), Wrote("one"));
        Assert.Equal(2, await first.Services.GetRequiredService<Projector>().StepAsync(Stop));
        Assert.Null(await second.Services.GetRequiredService<Projector>().StepAsync(Stop));
        await first.DisposeAsync();

        await AppendAsync(NewId(), 0, Opened(), Wrote("two"));
        // The database lets go of the lock when it notices that the session ended.
        long? position;
        do position = await second.Services.GetRequiredService<Projector>().StepAsync(Stop);
        while (position is null);
        Assert.Equal(4, position);
        Assert.Equal(2, (await second.Index.ListAsync(new(), Stop)).Count);
    }

    [Fact]
    public async Task A_rebuild_from_elsewhere_is_done_by_the_node_that_writes_even_when_nothing_happens()
    {
        await using var writer = await Engine.StartAsync();
        await AppendAsync(NewId(), 0, Opened(), Wrote("one"));
        await writer.Index.WaitForAsync(2, Stop);
        for (var i = 0; i < 3; i++)
        {
            await Node.Services.GetRequiredService<ProjectionRebuilder>().RebuildAsync(null, Stop);
            Assert.Equal(2, await Node.Index.GetPositionAsync(Stop));
            Assert.Single(await Node.Index.ListAsync(new(), Stop));
        }
    }

    [Fact]
    public async Task A_lost_connection_fails_the_append_under_way_clearly_and_the_next_one_works()
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened());
        await PostgresServer.DropConnectionsAsync(Engine.ConnectionString);
        var error = await Assert.ThrowsAsync<JournalUnavailableException>(() => AppendAsync(id, 1, Wrote("lost?")));
        Assert.Contains("read the conversation", error.Message, StringComparison.Ordinal);
        var version = (await Journal.ReadAsync(id, 0, Stop)).Count;
        Assert.Equal(version + 1, (await AppendAsync(id, version, Wrote("again")))[0].Version);
    }

    [Fact]
    public async Task Who_waits_for_growth_hears_of_another_nodes_commit_also_after_the_connection_was_lost()
    {
        await using var other = await Engine.StartAsync(follows: false);
        for (var i = 0; i < 3; i++)
        {
            var head = await Journal.GetHeadAsync(Stop);
            var growth = Journal.WaitForGrowthAsync(head, Stop);
            await other.Journal.AppendAsync(NewId(), 0, [Opened()], Now, null, Stop);
            await growth;
            await PostgresServer.DropConnectionsAsync(Engine.ConnectionString);
            // The other node's session was ended, too: its first append finds out.
            await Assert.ThrowsAsync<JournalUnavailableException>(() => other.Journal.AppendAsync(NewId(), 0, [Opened()], Now, null, Stop));
        }
    }

    private static async Task<List<long>> FollowAsync(Node node, int total)
    {
        List<long> seen = [];
        long last = 0;
        while (seen.Count < total)
        {
            await node.Journal.WaitForGrowthAsync(last, Stop);
            var events = await node.Journal.ReadAllAsync(last, 7, Stop);
            seen.AddRange(events.Select(e => e.Position));
            if (events.Count > 0) last = events[^1].Position;
        }

        return seen;
    }

    private static async Task WriteAsync(Node node, int appends)
    {
        var id = ConversationId.New(node.Time);
        for (var i = 0; i < appends; i++) await node.Journal.AppendAsync(id, 2 * i, [Wrote($"{i}"), Wrote("again")], node.Time.GetUtcNow(), null, Stop);
    }
}
