using Baton.Journal;
using Orleans.Runtime;

namespace Baton.Desk.Tests;

public sealed class MemoryTests
{
    [Fact]
    public async Task An_idle_conversation_leaves_memory_and_is_there_again_when_needed()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.Equal(1, await ConversationsInMemoryAsync(desk));

        var management = desk.Get<IGrainFactory>().GetGrain<IManagementGrain>(0);
        await management.ForceActivationCollection(TimeSpan.Zero, TestContext.Current.CancellationToken);
        Assert.Equal(0, await ConversationsInMemoryAsync(desk));

        await desk.CustomerWritesAsync(id, "again");
        var events = await desk.EventuallyAsync(id, happened => happened is AgentReplied reply && reply.Text.EndsWith("again", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(logged => logged.Version));
    }

    private static async Task<int> ConversationsInMemoryAsync(DeskHost desk) =>
        (await desk.Get<IGrainFactory>().GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics(TestContext.Current.CancellationToken))
            .Where(statistic => statistic.GrainType.Contains("ConversationGrain", StringComparison.Ordinal))
            .Sum(statistic => statistic.ActivationCount);
}
