using Baton.Desk;
using Baton.Journal;

namespace Baton.Desk.Tests;

public sealed class DeadlineTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_promise_that_is_not_kept_is_renewed_before_the_customer_must_ask()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Handoff:UnstaffedWait", "00:10:00"));
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        var promise = (CustomerNotified)(await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null }))[^1].Event;
        desk.Time.Advance(promise.By!.Value - desk.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        var events = await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: { } by } && by > promise.By);
        Assert.True(((CustomerNotified)events[^1].Event).By > desk.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_worker_who_is_gone_loses_the_waiting_customer_to_the_queue()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
        await desk.CustomerWritesAsync(id, "hello?");
        desk.Time.Advance(TimeSpan.FromMinutes(6));
        var events = await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null });
        Assert.Contains(events, logged => logged.Event is WorkerReleased);
    }

    [Fact]
    public async Task A_worker_who_is_there_keeps_the_conversation_and_is_reminded()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
        await desk.CustomerWritesAsync(id, "hello?");
        desk.Time.Advance(TimeSpan.FromMinutes(4) + TimeSpan.FromSeconds(30));
        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 5, Cancel);
        desk.Time.Advance(TimeSpan.FromSeconds(45));
        var events = await desk.EventuallyAsync(id, happened => happened is SignalRaised { Code: "worker-silent" });
        Assert.DoesNotContain(events, logged => logged.Event is WorkerReleased);
    }

    [Fact]
    public async Task A_silent_customer_s_conversation_closes_and_goes_on_when_they_write_again()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        desk.Time.Advance(TimeSpan.FromHours(4) + TimeSpan.FromSeconds(1));
        await desk.EventuallyAsync(id, happened => happened is ConversationClosed { Outcome: "silent" });
        await desk.CustomerWritesAsync(id, "I am back");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied reply && reply.Text.EndsWith("back", StringComparison.Ordinal));
        Assert.Single((await desk.EventsAsync(id)).OfType<ConversationReopened>());
    }

    [Fact]
    public async Task An_agent_that_never_answers_is_replaced_by_a_person()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Answers = async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("never");
        };
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await desk.EventuallyAsync(id, happened => happened is MessageInterpreted);
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        var events = await desk.EventuallyAsync(id, happened => happened is Escalated);
        Assert.Equal(EscalationKind.Technical, ((Escalated)events[^1].Event).Kind);
    }

    [Fact]
    public async Task Deadlines_and_unanswered_messages_survive_a_restart()
    {
        await using var desk = await DeskHost.StartAsync();
        var begun = new TaskCompletionSource();
        desk.Agent.Answers = async (_, _, cancellationToken) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("never");
        };
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await begun.Task;
        desk.Agent.Answers = (context, _, _) => Task.FromResult(ScriptedAgent.Says(context, "here again"));
        await desk.RestartAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(21));
        var events = await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.Equal("here again", ((AgentReplied)events[^1].Event).Text);
    }
}
