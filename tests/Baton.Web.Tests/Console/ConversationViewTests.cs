using System.Text.Json;
using Baton.Journal;
using static Baton.Web.Tests.Story;

namespace Baton.Web.Tests;

public sealed class ConversationViewTests
{
    private static readonly WorkerId Wanda = new("wanda");

    [Fact]
    public void The_brief_has_the_customers_own_words_what_is_established_what_was_tried_and_how_it_felt()
    {
        var view = new Story().Opened()
            .Customer("Hello").Read(null, "neutral")
            .Customer("Where is my order SO-10042?").Read("where-is-my-order", "neutral")
            .Then(new ToolCalled("k1", "get_order", Json(new { order = "SO-10042" }), "where-is-my-order", false))
            .Then(new ToolReturned("k1", true, Json("The carrier does not answer."), 900))
            .Then(new DialogueAdvanced([new("where-is-my-order", "1", new Dictionary<string, JsonElement> { ["order"] = Json("SO-10042") }, null, 0)]))
            .Agent("I cannot look that up now.")
            .Customer("This is the third time!").Read("where-is-my-order", "angry")
            .Then(new SignalRaised("angry", EscalationKind.Emotional, 9, "Is angry with us.", 0.75))
            .Then(new Escalated(EscalationKind.Emotional, EscalationTrigger.Algorithm, "Is angry with us.", [9], 2))
            .Then(new CustomerNotified(NoticeKinds.Promise, "A person is coming.", Rows.Noon.AddMinutes(5)))
            .View();

        Assert.Equal("Where is my order SO-10042?", view.Wants);
        Assert.Equal("This is the third time!", view.LastWords);
        Assert.Equal(["neutral", "angry"], view.Feelings);
        Assert.Equal([("Order", "SO-10042")], view.Values.Select(value => (Labels.Humanize(value.Name), value.Value)));
        Assert.Equal("failed: The carrier does not answer.", ToolWords.Outcome(view.Tried.Single()));
        Assert.Equal(EscalationKind.Emotional, view.Escalation!.Kind);
        Assert.Equal(Rows.Noon.AddMinutes(5), view.PromisedBy);
        Assert.Equal(Holder.Queue, view.Holder);
        Assert.NotNull(view.WaitingSince);
    }

    [Fact]
    public void A_signal_and_a_reading_stand_at_the_message_that_showed_them()
    {
        var view = new Story().Opened().Customer("One").Customer("Two")
            .Then(new SignalRaised("same-question-again", EscalationKind.Technical, 2, "Asks the same again.", 0.45))
            .Then(new MessageInterpreted(3, "embedded", "en", "refund", 0.8, "worried", Json(1)))
            .View();
        var messages = view.Items.OfType<SaidItem>().ToList();
        Assert.Single(messages[0].Signals);
        Assert.Null(messages[0].Reading);
        Assert.Empty(messages[1].Signals);
        Assert.Equal("worried", messages[1].Reading!.Feeling);
    }

    [Fact]
    public void A_signal_that_a_worker_called_wrong_says_so_and_leaves_the_brief()
    {
        var story = new Story().Opened().Customer("One")
            .Then(new SignalRaised("angry", EscalationKind.Emotional, 2, "Is angry with us.", 0.75))
            .Then(new SignalMarked(Wanda, "Wanda", 2, "angry", EscalationKind.Emotional, "Is angry with us.", SignalMark.Wrong));
        var said = story.View().Items.OfType<SaidItem>().Single();
        Assert.Equal("Wanda", said.WrongBy(said.Signals.Single())!.WorkerName);
        Assert.Empty(story.View().Signals);

        story.Then(new SignalMarked(Wanda, "Wanda", 2, "angry", EscalationKind.Emotional, "Is angry with us.", SignalMark.Missed))
            .Then(new SignalRaised("angry", EscalationKind.Emotional, 2, "Is angry with us.", 0.75));
        said = story.View().Items.OfType<SaidItem>().Single();
        Assert.Null(said.WrongBy(said.Signals.Single()));
        Assert.Single(story.View().Signals);
    }

    [Fact]
    public void Taking_over_and_giving_back_any_number_of_times_is_followed()
    {
        var story = new Story().Opened().Customer("Help");
        for (var round = 1; round <= 3; round++)
        {
            story.Then(new WorkerTookOver(Wanda, "Wanda", "takeover", round * 2));
            Assert.True(story.View().IsHeldBy(Wanda));
            story.Then(new GivenBack(Wanda, $"Agreed {round}", (round * 2) + 1));
            Assert.Equal((Holder.Agent, $"Agreed {round}"), (story.View().Holder, story.View().Agreed));
        }

        Assert.Equal(6, story.View().Items.OfType<TurnItem>().Count());
        Assert.Contains("Wanda gave it back", story.View().Items.OfType<TurnItem>().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_said_before_a_conversation_was_opened_again_is_not_in_its_brief()
    {
        var view = new Story().Opened().Customer("Where is my order?").Read("where-is-my-order", "angry")
            .Then(new ToolCalled("k1", "get_order", Json(1), "where-is-my-order", false))
            .Then(new ConversationClosed("agent", null, "resolved"))
            .Then(new ConversationReopened(2)).Customer("I need an invoice.").Read("send-invoice", "neutral").View();
        Assert.Equal("I need an invoice.", view.Wants);
        Assert.Equal(["neutral"], view.Feelings);
        Assert.Empty(view.Tried);
        Assert.Equal(Holder.Agent, view.Holder);
        Assert.Null(view.Outcome);
    }

    [Fact]
    public void A_promise_ends_when_a_person_comes_and_a_wait_when_somebody_replies()
    {
        var story = new Story().Opened().Customer("Help")
            .Then(new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "Asks for a person.", [], 2))
            .Then(new CustomerNotified(NoticeKinds.Promise, "Soon.", Rows.Noon.AddMinutes(3)))
            .Then(new WorkerTookOver(Wanda, "Wanda", "claim", 3));
        Assert.Null(story.View().PromisedBy);
        Assert.NotNull(story.View().WaitingSince);
        Assert.Null(story.Then(new WorkerReplied(Wanda, "Wanda", "w1", "Here I am.", [])).View().WaitingSince);
    }

    [Fact]
    public void The_same_event_twice_is_one()
    {
        var story = new Story().Opened().Customer("Once");
        var view = story.View();
        Assert.False(view.Apply(story.Log[1]));
        Assert.Single(view.Items);
    }

    [Fact]
    public void Words_to_the_agent_and_words_not_sent_are_kept_apart_from_what_the_customer_saw()
    {
        var view = new Story().Opened().Customer("Hi").Then(new WorkerWhispered(Wanda, "Wanda", "Be kind."))
            .Then(new AgentReplyWithheld("Late words.", "A person has the conversation now.")).View();
        Assert.Single(view.Items.OfType<SaidItem>());
        Assert.Equal("Be kind.", view.Items.OfType<WhisperItem>().Single().Text);
        Assert.Equal("Late words.", view.Items.OfType<WithheldItem>().Single().Text);
    }

    [Fact]
    public void A_withheld_reply_shows_why_and_a_worker_s_word_on_it_stands_there_too()
    {
        const string Why = "The reply only reassures: it brings the customer no further.";
        var raised = new SignalRaised("empty-reassurance", EscalationKind.Technical, 2, Why, 0.9);
        var story = new Story().Opened().Customer("Where is it?")
            .Then(new SignalRaised("worried", EscalationKind.Emotional, 2, "Is worried about the outcome.", 0.2)).Then(raised)
            .Then(new AgentReplyWithheld("We appreciate your patience.", Why));

        Assert.Equal("worried", story.View().Items.OfType<SaidItem>().Single().Signals.Single().Code);
        Assert.Equal(raised, story.View().Items.OfType<WithheldItem>().Single().Signals.Single());
        Assert.Contains(raised, story.View().Signals);

        story.Then(new SignalMarked(Wanda, "Wanda", 2, raised.Code, raised.Kind, raised.Words, SignalMark.Wrong));
        Assert.Equal("Wanda", story.View().Items.OfType<WithheldItem>().Single().WrongBy(raised)!.WorkerName);
        Assert.DoesNotContain(raised, story.View().Signals);

        story.Then(new SignalMarked(Wanda, "Wanda", 2, raised.Code, raised.Kind, raised.Words, SignalMark.Missed)).Then(raised);
        Assert.Null(story.View().Items.OfType<WithheldItem>().Single().WrongBy(raised));
        Assert.Equal(raised, story.View().Items.OfType<WithheldItem>().Single().Signals.Single());
    }

    [Theory]
    [InlineData("where-is-my-order", "Where is my order")]
    [InlineData("returnUntil", "Return until")]
    [InlineData("list_orders", "List orders")]
    public void Codes_become_words(string code, string words) => Assert.Equal(words, Labels.Humanize(code));
}
