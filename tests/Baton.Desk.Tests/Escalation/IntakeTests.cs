using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>While people have too much to do, the agent begins risky matters one after the other, and says so.</summary>
public sealed class IntakeTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly DateTimeOffset Now = DeskHost.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_risky_matter_waits_its_turn_is_told_when_and_is_then_answered()
    {
        await using var desk = await OverloadedAsync();
        await AnsweredAsync(desk);
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "second");
        await desk.EventuallyAsync(id, happened => happened is CustomerNotified { Kind: NoticeKinds.IntakeSlowed, By: null });
        await desk.RestartAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        var events = (await desk.EventuallyAsync(id, happened => happened is AgentReplied)).Select(logged => logged.Event).ToList();
        var slowed = Assert.Single(events.OfType<IntakeSlowed>());
        Assert.Equal(Now.AddMinutes(1), slowed.Until);
        Assert.True(slowed.Share >= 1);
        Assert.True(events.FindIndex(happened => happened is IntakeResumed) < events.FindIndex(happened => happened is AgentReplied));
        Assert.DoesNotContain(events, happened => happened is Escalated);

        // Only the beginning is slowed.
        await desk.CustomerWritesAsync(id, "and more");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied { Text: "You wrote: and more" });
        Assert.Single(await desk.EventsAsync(id), happened => happened is IntakeSlowed);
    }

    [Fact]
    public async Task Who_waits_for_the_agent_can_ask_for_a_person_at_once()
    {
        await using var desk = await OverloadedAsync();
        await AnsweredAsync(desk);
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "second");
        await desk.EventuallyAsync(id, happened => happened is IntakeSlowed);
        Assert.Null((await desk.Conversations.AskForPersonAsync(id, Cancel)).Refusal);
        var promise = (CustomerNotified)(await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null }))[^1].Event;
        Assert.Equal(NoticeKinds.Promise, promise.Kind);
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.DoesNotContain(await desk.EventsAsync(id), happened => happened is IntakeResumed or AgentReplied);
    }

    [Fact]
    public async Task With_room_and_with_nobody_at_work_nobody_waits_for_the_agent()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Intake:RiskFrom", "0"));
        await AnsweredAsync(desk);
        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 5, Cancel);
        await AnsweredAsync(desk);
        await AnsweredAsync(desk);
    }

    [Fact]
    public void Slots_follow_each_other_and_nobody_waits_longer_than_the_longest()
    {
        var options = new IntakeOptions { Pace = TimeSpan.FromSeconds(20), LongestWait = TimeSpan.FromSeconds(50) };
        List<double> waits = [];
        DateTimeOffset? last = null;
        for (var i = 0; i < 5; i++)
        {
            last = IntakePolicy.Slot(Now, last, options);
            waits.Add((last.Value - Now).TotalSeconds);
        }

        Assert.Equal([0, 20, 40, 50, 50], waits);
        Assert.Equal(Now.AddHours(1), IntakePolicy.Slot(Now.AddHours(1), last, options));
    }

    /// <summary>One worker, one place, taken; every matter counts as risky.</summary>
    private static async Task<DeskHost> OverloadedAsync()
    {
        var desk = await DeskHost.StartAsync(("Desk:Intake:RiskFrom", "0"), ("Desk:Intake:Pace", "00:01:00"));
        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 1, Cancel);
        var held = await desk.OpenAsync();
        await desk.CustomerWritesAsync(held, "hello");
        Assert.Null((await desk.Conversations.TakeOverAsync(held, Wanda, Cancel)).Refusal);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        return desk;
    }

    private static async Task AnsweredAsync(DeskHost desk)
    {
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "first");
        var events = await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.DoesNotContain(events, logged => logged.Event is IntakeSlowed);
    }
}
