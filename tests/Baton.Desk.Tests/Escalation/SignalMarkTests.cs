using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

public sealed class SignalMarkTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signal_called_wrong_no_longer_raises_the_risk_and_can_be_brought_back()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.ReadsAtOnce = true;
        desk.Agent.Reads = _ => new() { Interpreter = "scripted", Language = "en", Feeling = Feeling.Resigned };
        var id = await desk.OpenAsync();
        var message = (await desk.CustomerWritesAsync(id, "Never mind then.")).Version;
        Assert.Equal(RiskLevel.Watch, await LevelAsync(desk, id));

        Assert.Null((await desk.Conversations.MarkSignalAsync(id, Wanda, message, "resigned", SignalMark.Wrong, Cancel)).Refusal);
        Assert.Equal(RiskLevel.None, await LevelAsync(desk, id));
        var before = (await desk.EventsAsync(id)).Count;
        await desk.Conversations.MarkSignalAsync(id, Wanda, message, "resigned", SignalMark.Wrong, Cancel);
        Assert.Equal(before, (await desk.EventsAsync(id)).Count);

        await desk.Conversations.MarkSignalAsync(id, Wanda, message, "resigned", SignalMark.Missed, Cancel);
        Assert.Equal(RiskLevel.Watch, await LevelAsync(desk, id));
    }

    [Fact]
    public async Task A_missed_signal_counts_like_one_that_was_seen_and_never_escalates_by_itself()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        var message = (await desk.CustomerWritesAsync(id, "Wonderful. Just wonderful.")).Version;
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);

        await desk.Conversations.MarkSignalAsync(id, Wanda, message, "angry", SignalMark.Missed, Cancel);

        var events = await desk.EventsAsync(id);
        Assert.Contains(events, happened => happened is SignalMarked { Mark: SignalMark.Missed, Code: "angry", WorkerName: "Wanda" });
        Assert.Contains(events, happened => happened is SignalRaised { Code: "angry" } raised && raised.MessageVersion == message);
        Assert.Equal(RiskLevel.Escalate, await LevelAsync(desk, id));
        Assert.DoesNotContain(events, happened => happened is Escalated);
    }

    [Fact]
    public async Task What_is_wrong_with_a_reply_of_the_agent_can_be_said_and_taken_back()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "Where is it?");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        var reply = (await desk.EventsAsync(id)).ToList().FindIndex(happened => happened is AgentReplied) + 1;

        Assert.NotNull((await desk.Conversations.MarkSignalAsync(id, Wanda, reply, "angry", SignalMark.Missed, Cancel)).Refusal);
        foreach (var mark in (SignalMark[])[SignalMark.Missed, SignalMark.Wrong, SignalMark.Missed])
            Assert.Null((await desk.Conversations.MarkSignalAsync(id, Wanda, reply, "empty-reassurance", mark, Cancel)).Refusal);

        var events = await desk.EventsAsync(id);
        Assert.Equal([SignalMark.Missed, SignalMark.Wrong, SignalMark.Missed], events.OfType<SignalMarked>().Select(marked => marked.Mark));
        Assert.All(events.OfType<SignalRaised>().Where(raised => raised.Code == "empty-reassurance"), raised => Assert.Equal(reply, raised.MessageVersion));
        Assert.DoesNotContain(events, happened => happened is Escalated);
    }

    [Theory]
    [InlineData(2, "angry", SignalMark.Wrong)]
    [InlineData(1, "angry", SignalMark.Missed)]
    [InlineData(99, "angry", SignalMark.Missed)]
    [InlineData(3, "bored", SignalMark.Missed)]
    public async Task What_is_not_there_cannot_be_marked(int message, string code, SignalMark mark)
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        Assert.NotNull((await desk.Conversations.MarkSignalAsync(id, Wanda, message, code, mark, Cancel)).Refusal);
    }

    private static async Task<RiskLevel> LevelAsync(DeskHost desk, ConversationId id) =>
        (await desk.EventsAsync(id)).OfType<RiskAssessed>().Last().Level;
}
