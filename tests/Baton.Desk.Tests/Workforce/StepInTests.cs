using Baton.Journal;

namespace Baton.Desk.Tests;

public sealed class StepInTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_message_of_a_worker_goes_out_and_the_agent_goes_on_with_the_next()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "where is my order");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);

        var result = await desk.Conversations.StepInAsync(id, Wanda, new("w1", "It left our warehouse this morning.", []), Cancel);
        Assert.Null(result.Refusal);
        Assert.Equal(["WorkerTookOver", "WorkerReplied", "GivenBack", "EffortMeasured"], (await desk.EventsAsync(id)).TakeLast(4).Select(happened => happened.GetType().Name));
        var again = await desk.Conversations.StepInAsync(id, Wanda, new("w1", "It left our warehouse this morning.", []), Cancel);
        Assert.True(again.IsRepeat);

        var replies = (await desk.EventsAsync(id)).Count(happened => happened is AgentReplied);
        await desk.CustomerWritesAsync(id, "thanks, and the other one?");
        var seen = 0;
        await desk.EventuallyAsync(id, happened => happened is AgentReplied && ++seen > replies);
    }

    [Fact]
    public async Task Stepping_in_is_for_what_the_agent_has()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        Assert.Equal(RefusalCode.Conflict, (await desk.Conversations.StepInAsync(id, Wanda, new("w1", "Hello", []), Cancel)).Refusal?.Code);
    }

    [Fact]
    public async Task Stepping_in_is_no_case_taken_on()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "where is my order");
        await desk.Conversations.StepInAsync(id, Wanda, new("w1", "I look at it.", []), Cancel);
        await desk.EventuallyAsync(id, happened => happened is GivenBack);
        var load = desk.Get<IFloor>().LoadOf(Wanda.Id, 5);
        Assert.Equal((0d, 0d), (load.Cognitive, load.Emotional));
    }
}
