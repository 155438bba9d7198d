using CsCheck;

namespace Baton.Journal.Tests;

public sealed class ConversationFoldTests
{
    private static readonly ConversationId Id = new("0123456789abcdef0123456789abcdef");
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkerId Wanda = new("wanda");

    [Fact]
    public void A_customers_turn_of_several_messages_and_its_reply_are_one_round()
    {
        var s = Fold(Opened, Wrote("Hello"), Wrote("Where is my order?"));
        Assert.Equal((0, Start.AddSeconds(1), true, false), (s.Rounds, s.WaitingSince, s.HasUnansweredTurn, s.IsEmpty));
        s = Fold(Opened, Wrote("Hello"), Wrote("Where is my order?"), Replied("On its way."), Replied("Anything else?"));
        Assert.Equal((1, null, "Anything else?"), (s.Rounds, s.WaitingSince, s.Snippet));
    }

    [Fact]
    public void Escalation_queues_the_conversation_and_the_wait_counts_from_the_customers_turn()
    {
        var s = Fold(Opened, Wrote("I want a person"), Escalated(2), new CustomerNotified(NoticeKinds.Promise, "soon", Start.AddMinutes(5)));
        Assert.Equal((Holder.Queue, 2, Start.AddSeconds(2), Start.AddSeconds(1), Start.AddMinutes(5)), (s.Holder, s.Epoch, s.EscalatedAt, s.WaitingSince, s.PromisedBy));
        Assert.Equal((EscalationKind.Requested, "asks"), (s.EscalationKind, s.EscalationReason));
    }

    [Fact]
    public void Escalation_of_an_answered_conversation_begins_a_wait_but_no_round()
    {
        var s = Fold(Opened, Wrote("Hi"), Replied("Hello"), Escalated(2));
        Assert.Equal(Start.AddSeconds(3), s.WaitingSince);
        s = Fold(Opened, Wrote("Hi"), Replied("Hello"), Escalated(2), Took(3), WorkerReplied("I am here"));
        Assert.Equal((1, null), (s.Rounds, s.WaitingSince));
    }

    [Fact]
    public void Who_holds_it_follows_every_change_of_hands()
    {
        ConversationEvent[] events =
        [
            Opened, Wrote("Hi"), Escalated(2), Took(3), new GivenBack(Wanda, "refund agreed", 4), Took(5), new WorkerReleased(Wanda, "shift ends", 6), Took(7),
            new ConversationClosed("worker", Wanda, "resolved"), new ConversationReopened(8),
        ];
        var steps = Enumerable.Range(1, events.Length).Select(n => Fold(events[..n])).ToList();
        Assert.Equal(
            [Holder.Agent, Holder.Agent, Holder.Queue, Holder.Worker, Holder.Agent, Holder.Worker, Holder.Queue, Holder.Worker, Holder.Closed, Holder.Agent],
            steps.Select(s => s.Holder));
        Assert.Equal([1, 1, 2, 3, 4, 5, 6, 7, 7, 8], steps.Select(s => s.Epoch));
        Assert.All(steps, s => Assert.Equal(s.Holder is Holder.Worker ? "Wanda" : null, s.WorkerName));
        Assert.All(steps, s => Assert.Equal(s.Holder is Holder.Queue, s.EscalatedAt is not null));
        Assert.All(steps, s => Assert.Equal(s.Holder is Holder.Closed ? "resolved" : null, s.Outcome));
        Assert.Null(steps[8].WaitingSince);
    }

    [Fact]
    public void Risk_signal_intent_and_rating_are_the_last_ones()
    {
        var s = Fold(
            Opened,
            Wrote("Hi"),
            new SignalRaised("same-question-again", EscalationKind.Technical, 2, "asks the same again", 0.4),
            new RiskAssessed(0.2, 0.7, RiskLevel.Watch),
            new MessageInterpreted(2, "embedded", "en", "refund", 0.9, "worried", default),
            new MessageInterpreted(2, "embedded", "en", null, 0.2, "worried", default),
            new ConversationRated(2, ""));
        Assert.Equal((0.2, 0.7, 0.7, RiskLevel.Watch, "asks the same again", "refund", 2), (s.TechnicalRisk, s.EmotionalRisk, s.Risk, s.Level, s.TopSignal, s.Intent, s.Rating));
    }

    [Fact]
    public void Who_asks_for_a_person_without_a_word_is_shown()
    {
        Assert.True(Fold(Opened).IsEmpty);
        Assert.False(Fold(Opened, Escalated(2)).IsEmpty);
    }

    [Fact]
    public void A_snippet_is_one_line_of_at_most_160_characters_and_ends_with_a_whole_one()
    {
        var s = Fold(Opened, Wrote("a\nb" + string.Concat(Enumerable.Repeat("👩", 100))));
        Assert.StartsWith("a b", s.Snippet, StringComparison.Ordinal);
        Assert.Equal(159, s.Snippet.Length);
        Assert.Equal("before", Fold(Opened, Wrote("before"), Wrote("  ")).Snippet); // an attachment alone
    }

    [Fact]
    public void Folding_an_event_again_changes_nothing() => RandomEvents.Any.Array[1, 20].Sample(events =>
    {
        var logged = Logged(events);
        var whole = logged.Aggregate((ConversationSummary?)null, ConversationFold.Apply);
        Assert.Equal(whole, logged.Concat(logged).Aggregate((ConversationSummary?)null, ConversationFold.Apply));
        Assert.Equal((events.Length, (long)events.Length), (whole!.Version, whole.Position));
    });

    private static readonly ConversationOpened Opened = new("web", new Customer("ada", "Ada", null), "en", "default", false);

    private static CustomerWrote Wrote(string text) => new("m", text, []);

    private static AgentReplied Replied(string text) => new(text, 2, [], []);

    private static WorkerReplied WorkerReplied(string text) => new(Wanda, "Wanda", "w", text, []);

    private static Escalated Escalated(int epoch) => new(EscalationKind.Requested, EscalationTrigger.Customer, "asks", [2], epoch);

    private static WorkerTookOver Took(int epoch) => new(Wanda, "Wanda", "claim", epoch);

    private static ConversationSummary Fold(params ConversationEvent[] events) => Logged(events).Aggregate((ConversationSummary?)null, ConversationFold.Apply)!;

    private static List<LoggedEvent> Logged(ConversationEvent[] events) => [.. events.Select((e, i) => new LoggedEvent(i + 1, Id, i + 1, Start.AddSeconds(i), e))];
}
