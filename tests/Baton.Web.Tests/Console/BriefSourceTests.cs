using System.Text.Json;
using Baton.Journal;
using CsCheck;
using static Baton.Web.Tests.Story;

namespace Baton.Web.Tests;

/// <summary>Each fact of the brief stands on something in the log, and the link leads there.</summary>
public sealed class BriefSourceTests
{
    private static readonly string[] Words = ["SO-10042", "the blue jacket", "Where is it?", "Again?", "thanks", "12 November"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(at => Words[at]);

    private static readonly Gen<ConversationEvent> Happened = Gen.OneOf<ConversationEvent>(
        Word.Select(text => (ConversationEvent)new CustomerWrote(Guid.NewGuid().ToString("N"), text, [])),
        Word.Select(text => (ConversationEvent)new AgentReplied(text, 0, [], [])),
        Word.Select(text => (ConversationEvent)new WorkerReplied(new("w"), "Wanda", Guid.NewGuid().ToString("N"), text, [])),
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 3].Select(at => new[] { "neutral", "angry", "resigned", "satisfied" }[at]), Gen.Int[0, 2].Select(at => new[] { "refund", null, "status" }[at])).Select((version, feeling, intent) =>
            (ConversationEvent)new MessageInterpreted(version, "test", "en", intent, 0.9, feeling, Json(Array.Empty<int>()))),
        Gen.Select(Gen.Bool.Select(isFirst => isFirst ? "a" : "b"), Word).Select((name, value) =>
            (ConversationEvent)new DialogueAdvanced([new("refund", "1", new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [name] = Json(value) }, null, 0)])),
        Gen.Const((ConversationEvent)new Escalated(EscalationKind.Emotional, EscalationTrigger.Algorithm, "why", [], 2)),
        Gen.Const((ConversationEvent)new CustomerNotified(NoticeKinds.Promise, "soon", Rows.Noon)),
        Gen.Const((ConversationEvent)new ConversationReopened(3)));

    [Fact]
    public void Nothing_in_the_brief_is_without_a_source_in_the_log() =>
        Happened.List[0, 40].Sample(happened =>
        {
            var story = new Story().Opened();
            foreach (var one in happened) story.Then(one);
            var view = story.View();
            if (view.Wants is { } wants) Assert.Equal(wants, Said(story, view.WantsIn));
            if (view.LastWords is { } last) Assert.Equal(last, Said(story, view.LastWordsIn));
            if (view.TurningPoint is { } turned) Assert.Equal(turned.Text, Said(story, turned.Version));
            if (view.PromisedBy is { } by) Assert.Equal(by, Assert.IsType<CustomerNotified>(story.Log[view.PromisedIn - 1].Event).By);
            foreach (var value in view.Values)
            {
                var hasWords = story.Log.Any(logged => logged.Event is DialogueAdvanced advanced && advanced.Frames.Any(frame => frame.Values.Values.Any(known => known.GetString() == value.Value)));
                Assert.True(hasWords);
                if (value.Source > 0) Assert.IsType<CustomerWrote>(story.Log[value.Source - 1].Event);
            }

            foreach (var tool in view.Tried) Assert.IsType<ToolCalled>(story.Log[tool.Version - 1].Event);
        });

    [Fact]
    public void A_value_leads_to_the_message_that_gave_it_and_else_to_the_tool_that_did()
    {
        var view = new Story().Opened()
            .Customer("It is SO-10042, the jacket")
            .Agent("One moment.")
            .Then(new ToolCalled("k1", "get_order", Json(new { order = "SO-10042" }), "status", false))
            .Then(new ToolReturned("k1", false, Json(new { address = "12 Elm Road" }), 20))
            .Customer("Thank you")
            .Then(new DialogueAdvanced([new("status", "1", new Dictionary<string, JsonElement> { ["order"] = Json("so-10042"), ["address"] = Json("12 Elm Road") }, null, 0)]))
            .View();
        Assert.Equal([2, 4], view.Values.OrderBy(value => value.Source).Select(value => value.Source));
    }

    [Fact]
    public void The_turning_point_is_the_last_message_at_which_the_feeling_turned_and_none_that_a_worker_called_wrong()
    {
        var story = new Story().Opened()
            .Customer("Where is it?").Read(null, "neutral")
            .Customer("I said Tuesday").Read(null, "frustrated")
            .Agent("On Thursday.")
            .Customer("You are useless").Read(null, "angry");
        var turned = story.View().TurningPoint!;
        Assert.Equal(("I said Tuesday", "neutral", "frustrated"), (turned.Text, turned.From, turned.To));

        story.Then(new SignalMarked(new("w"), "Wanda", turned.Version, "frustrated", EscalationKind.Emotional, "Is losing patience.", SignalMark.Wrong))
            .Then(new SignalRaised("frustrated", EscalationKind.Emotional, turned.Version, "Is losing patience.", 0.4));
        Assert.Equal("You are useless", story.View().TurningPoint!.Text);
    }

    [Fact]
    public void A_first_message_is_suggested_from_the_call_until_a_person_answered()
    {
        var story = new Story().Opened().Customer("Where is it?");
        Assert.Null(story.View().Suggestion("Wanda"));
        story.Then(new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "Asks for a person.", [2], 2));
        Assert.Contains("Wanda", story.View().Suggestion("Wanda"), StringComparison.Ordinal);
        story.Then(new WorkerTookOver(new("w"), "Wanda", "claim", 3)).Then(new WorkerReplied(new("w"), "Wanda", "r1", "Here I am.", []));
        Assert.Null(story.View().Suggestion("Wanda"));
    }

    private static string Said(Story story, int version) => Assert.IsType<CustomerWrote>(story.Log[version - 1].Event).Text;
}
