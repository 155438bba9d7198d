using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Help from a colleague: ask, whisper, join, swap.</summary>
public sealed class HelpTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly ActingWorker Will = new(new("will"), "Will");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_joins_writes_under_the_own_name_and_the_customer_is_told_and_nobody_loses_the_conversation()
    {
        await using var desk = await DeskHost.StartAsync();
        var (id, protection) = (await ConductTests.HeldAsync(desk), desk.Get<IProtection>());
        Assert.Equal(RefusalCode.HeldByOther, (await desk.Conversations.ReplyAsync(id, Will, new("m1", "Hello", []), Cancel)).Refusal?.Code);
        Assert.Null((await protection.AskForHelpAsync(id, Wanda, true, Cancel)).Refusal);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        Assert.Equal("Wanda", desk.Get<IWall>().Find(id)!.HelpAskedBy);
        Assert.Null((await protection.JoinAsync(id, Will, true, Cancel)).Refusal);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        Assert.Null(desk.Get<IWall>().Find(id)!.HelpAskedBy);
        Assert.Null((await desk.Conversations.ReplyAsync(id, Will, new("m1", "Hello, Will here", []), Cancel)).Refusal);
        Assert.Null((await desk.Conversations.ReplyAsync(id, Wanda, new("m2", "And Wanda", []), Cancel)).Refusal);
        Assert.Null((await protection.JoinAsync(id, Will, false, Cancel)).Refusal);

        var events = await desk.EventsAsync(id);
        Assert.Single(events, happened => happened is WorkerTookOver);
        Assert.Equal(["Will", "Wanda"], events.OfType<WorkerReplied>().Select(reply => reply.WorkerName));
        Assert.Contains(events, happened => happened is HelpSettled { WorkerName: "Will" });
        Assert.Contains(events, happened => happened is CustomerNotified { Kind: NoticeKinds.ColleagueHere } told && told.Text.Contains("Will", StringComparison.Ordinal));
        Assert.Contains(events, happened => happened is CustomerNotified { Kind: NoticeKinds.ColleagueLeft });
        Assert.Equal(RefusalCode.HeldByOther, (await desk.Conversations.ReplyAsync(id, Will, new("m3", "Me again", []), Cancel)).Refusal?.Code);
    }

    [Fact]
    public async Task A_swap_needs_a_call_for_help_and_relieves_who_called()
    {
        await using var desk = await DeskHost.StartAsync();
        var (id, protection) = (await ConductTests.HeldAsync(desk), desk.Get<IProtection>());
        Assert.Equal(RefusalCode.Conflict, (await protection.SwapAsync(id, Will, Cancel)).Refusal?.Code);
        await protection.AskForHelpAsync(id, Wanda, true, Cancel);
        Assert.Null((await protection.SwapAsync(id, Will, Cancel)).Refusal);
        var events = await desk.EventsAsync(id);
        Assert.Contains(events, happened => happened is WorkerTookOver { How: "swap", WorkerName: "Will" });
        Assert.Contains(events, happened => happened is CustomerNotified { Kind: NoticeKinds.PersonHere } told && told.Text.Contains("Will", StringComparison.Ordinal));
        Assert.Equal(RefusalCode.HeldByOther, (await desk.Conversations.ReplyAsync(id, Wanda, new("m1", "Still here", []), Cancel)).Refusal?.Code);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        Assert.Null(desk.Get<IWall>().Find(id)!.HelpAskedBy);
    }

    [Fact]
    public async Task A_word_to_the_colleague_reaches_neither_agent_nor_a_conversation_that_nobody_holds()
    {
        await using var desk = await DeskHost.StartAsync();
        var (id, protection) = (await ConductTests.HeldAsync(desk), desk.Get<IProtection>());
        Assert.Null((await protection.WhisperToColleagueAsync(id, Will, "Offer her the new lamp.", Cancel)).Refusal);
        Assert.Equal(RefusalCode.Conflict, (await protection.WhisperToColleagueAsync(id, Wanda, "To myself", Cancel)).Refusal?.Code);
        await desk.Conversations.GiveBackAsync(id, Wanda, "", Cancel);
        Assert.Equal(RefusalCode.Conflict, (await protection.WhisperToColleagueAsync(id, Will, "Too late", Cancel)).Refusal?.Code);
        Assert.Equal(RefusalCode.Conflict, (await protection.JoinAsync(id, Will, true, Cancel)).Refusal?.Code);
        Assert.Single(await desk.EventsAsync(id), happened => happened is ColleagueWhispered);
        Assert.DoesNotContain(await desk.EventsAsync(id), happened => happened is WorkerWhispered);
    }
}
