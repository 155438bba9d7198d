using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

public sealed class EscalationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_for_a_person_gets_a_promise_with_a_time_and_no_more_agent()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Reads = _ => Reading() with { Commands = [new AskForPerson()] };
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "can I talk to somebody?");
        var events = await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null });
        var escalated = Assert.Single(events.Select(logged => logged.Event).OfType<Escalated>());
        Assert.Equal((EscalationKind.Requested, EscalationTrigger.Customer), (escalated.Kind, escalated.Trigger));
        Assert.DoesNotContain(events, logged => logged.Event is AgentReplied);
    }

    [Fact]
    public async Task The_button_for_a_person_works_in_every_state()
    {
        await using var desk = await DeskHost.StartAsync();
        var wanda = new ActingWorker(new("wanda"), "Wanda");
        var fresh = await desk.OpenAsync();
        await desk.Conversations.AskForPersonAsync(fresh, Cancel);
        Assert.Single((await desk.EventsAsync(fresh)).OfType<Escalated>());
        await desk.Conversations.AskForPersonAsync(fresh, Cancel);
        Assert.Single((await desk.EventsAsync(fresh)).OfType<Escalated>());

        await desk.Conversations.TakeOverAsync(fresh, wanda, Cancel);
        Assert.Null((await desk.Conversations.AskForPersonAsync(fresh, Cancel)).Refusal);
        await desk.Conversations.CloseAsync(fresh, wanda, "resolved", Cancel);
        await desk.Conversations.AskForPersonAsync(fresh, Cancel);
        Assert.Equal(2, (await desk.EventsAsync(fresh)).OfType<Escalated>().Count());
    }

    [Fact]
    public async Task Anger_is_an_emotional_escalation_with_the_words_that_show_it()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Reads = _ => Reading() with { Feeling = Feeling.Angry, FeelingProbability = 0.9, FeelingEvidence = "a disgrace" };
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "this is a disgrace");
        var events = await desk.EventuallyAsync(id, happened => happened is Escalated);
        Assert.Equal(EscalationKind.Emotional, ((Escalated)events[^1].Event).Kind);
        var signal = Assert.Single(events.Select(logged => logged.Event).OfType<SignalRaised>());
        Assert.Contains("a disgrace", signal.Words, StringComparison.Ordinal);
        Assert.Contains(signal.MessageVersion, ((Escalated)events[^1].Event).Evidence);
    }

    [Fact]
    public async Task Who_loses_patience_gets_a_person_unless_the_agent_can_act_on_the_message()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Reads = context => Reading() with
        {
            Feeling = Feeling.Frustrated,
            FeelingEvidence = "ridiculous",
            Commands = context.Message.Text.Contains("cancel", StringComparison.Ordinal) ? [new StartProcedure("cancel-order")] : [],
        };
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "ridiculous, just cancel it");
        var first = await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.DoesNotContain(first, logged => logged.Event is Escalated);
        await desk.CustomerWritesAsync(id, "this is ridiculous");
        var events = await desk.EventuallyAsync(id, happened => happened is Escalated);
        Assert.Equal(EscalationKind.Emotional, ((Escalated)events[^1].Event).Kind);
    }

    [Fact]
    public async Task The_same_question_three_times_is_a_technical_escalation_and_twice_is_watched()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Reads = _ => Reading();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "where is my blue rain jacket");
        await desk.CustomerWritesAsync(id, "so where is my blue rain jacket?");
        var watched = await desk.EventuallyAsync(id, happened => happened is RiskAssessed { Level: not RiskLevel.None });
        Assert.Equal(RiskLevel.Watch, ((RiskAssessed)watched[^1].Event).Level);
        Assert.DoesNotContain(watched, logged => logged.Event is Escalated);
        await desk.CustomerWritesAsync(id, "WHERE is my blue rain jacket");
        await desk.CustomerWritesAsync(id, "where is my blue rain jacket please");
        var events = await desk.EventuallyAsync(id, happened => happened is Escalated);
        Assert.Equal(EscalationKind.Technical, ((Escalated)events[^1].Event).Kind);
    }

    [Fact]
    public async Task The_same_question_is_recognised_in_Chinese_too()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Reads = _ => Reading();
        var id = await desk.OpenAsync("zh");
        await desk.CustomerWritesAsync(id, "我的蓝色外套在哪里？");
        await desk.CustomerWritesAsync(id, "我的蓝色外套到底在哪里");
        var events = await desk.EventuallyAsync(id, happened => happened is SignalRaised);
        Assert.Equal("same-question-again", ((SignalRaised)events[^1].Event).Code);
    }

    [Fact]
    public async Task An_agent_that_fails_is_a_technical_escalation_and_never_silence()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Answers = (_, _, _) => throw new InvalidOperationException("broken on purpose");
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        var events = await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null });
        Assert.Contains(events, logged => logged.Event is Escalated { Kind: EscalationKind.Technical });
    }

    [Fact]
    public async Task What_a_procedure_leaves_to_people_makes_the_conversation_ineligible()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Answers = (context, _, _) => Task.FromResult(new AgentTurn(
            [new AgentReplied("I am sorry. A colleague will take care of this.", context.MessageVersion, [], [])],
            new EscalationRequest(EscalationKind.Policy, "Somebody was hurt.")));
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "the stove burned my hand");
        var events = await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null });
        Assert.Equal(new EligibilityDecided(false, "Somebody was hurt."), Assert.Single(events.Select(logged => logged.Event).OfType<EligibilityDecided>()));
        Assert.Contains(events, logged => logged.Event is Escalated { Kind: EscalationKind.Policy });
    }

    [Fact]
    public async Task With_the_agent_switched_off_everybody_goes_straight_to_people()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Escalation:AgentAnswers", "false"));
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        var events = await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null });
        Assert.Contains(events, logged => logged.Event is EligibilityDecided { IsEligible: false });
        Assert.DoesNotContain(events, logged => logged.Event is AgentReplied);
    }

    private static Reading Reading() => new() { Interpreter = "scripted", Language = "en" };
}
