using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>Customers who come back about the same matter, by whatever channel.</summary>
public sealed class RetrialTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly Customer Ada = new("c-77", "Ada", "ada@mail.example");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_back_about_what_a_worker_had_goes_to_people_and_first_to_that_worker()
    {
        await using var desk = await StartAsync();
        var first = await OpenAsync(desk, "web", Ada);
        await desk.CustomerWritesAsync(first, "where is it?");
        await desk.Conversations.TakeOverAsync(first, Wanda, Cancel);
        await desk.Conversations.CloseAsync(first, Wanda, "resolved", Cancel);
        await desk.RestartAsync();
        desk.Time.Advance(TimeSpan.FromDays(2));

        var second = await OpenAsync(desk, "api", Ada);
        await desk.CustomerWritesAsync(second, "where is it now?");
        var events = await desk.EventuallyAsync(second, happened => happened is Escalated);

        var returned = Assert.Single(events.Select(logged => logged.Event).OfType<CustomerReturned>());
        Assert.Equal((first, ReturnTraces.Identity, true, Wanda.Id, true), (returned.Earlier, returned.MatchedBy, returned.IsProven, returned.KnownBy!.Value, returned.EndedWell));
        Assert.Equal("Comes back about what Wanda had in hand.", ((Escalated)events[^1].Event).Reason);
        await desk.Get<Wall>().WaitForAsync(await LastPositionAsync(desk, second), Cancel);
        Assert.Equal((true, Wanda.Id), (desk.Get<IWall>().Find(second)!.HasReturned, desk.Get<IWall>().Find(second)!.KnownBy!.Value));
    }

    [Theory]
    [InlineData("It is about ORD-445566 again", ReturnTraces.Reference)]
    [InlineData("I wrote to you as ADA@mail.example", ReturnTraces.Address)]
    public async Task Who_wrote_a_letter_is_known_in_the_chat_but_not_proven(string text, string matchedBy)
    {
        await using var desk = await StartAsync();
        var first = ConversationId.New(desk.Time);
        var letter = new LetterArrived(
            "l1", 0, "human-reply", "desk", "desk@shop.example", new("m1@mail.example", new("Ada", "ada@mail.example"), [new("", "desk@shop.example")], [], "My order", []), new("Ada", "ada@mail.example"), true);
        await desk.Get<IGrainFactory>().GetGrain<IConversationGrain>(first.Value).WriteLetterAsync(new("email", Customer.Anonymous, "en", "default", false), new("m1", "where is my order ord-445566? Nobody tells me.", []), letter);
        await desk.EventuallyAsync(first, happened => happened is MessageInterpreted);
        desk.Time.Advance(TimeSpan.FromDays(3));

        var second = await OpenAsync(desk, "web", Customer.Anonymous);
        await desk.CustomerWritesAsync(second, text);
        var events = await desk.EventuallyAsync(second, happened => happened is RiskAssessed);

        var returned = Assert.Single(events.Select(logged => logged.Event).OfType<CustomerReturned>());
        Assert.Equal((first, matchedBy, false), (returned.Earlier, returned.MatchedBy, returned.IsProven));
        Assert.DoesNotContain(await desk.Get<IKeptValues>().ListAsync("contacts", 100, Cancel), kept => kept.Key.Contains("ada", StringComparison.OrdinalIgnoreCase) || kept.Key.Contains("445566", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_agent_ended_well_stays_with_the_agent_which_knows_the_numbers_given_before()
    {
        await using var desk = await StartAsync();
        var given = JsonSerializer.SerializeToElement("SO-10042");
        desk.Agent.Answers = (context, _, _) => Task.FromResult(new AgentTurn(
            [new AgentReplied("It comes tomorrow.", context.MessageVersion, [], []), new DialogueAdvanced([new("track", "0", new Dictionary<string, JsonElement> { ["order"] = given }, null, 0)])], IsResolved: true));
        var first = await OpenAsync(desk, "web", Ada);
        await desk.CustomerWritesAsync(first, "where is it?");
        await desk.EventuallyAsync(first, happened => happened is ConversationClosed);
        desk.Time.Advance(TimeSpan.FromDays(1));

        AgentContext? seen = null;
        desk.Agent.Answers = (context, _, _) => Task.FromResult(ScriptedAgent.Says(seen = context, "Let me look."));
        var second = await OpenAsync(desk, "web", Ada);
        await desk.CustomerWritesAsync(second, "where is it?");
        var events = await desk.EventuallyAsync(second, happened => happened is AgentReplied);

        Assert.Contains(events, logged => logged.Event is SignalRaised { Code: "came-back", MessageVersion: > 0 });
        Assert.DoesNotContain(events, logged => logged.Event is Escalated);
        Assert.Equal("SO-10042", Course.MemoryOf(seen!).Mentioned["order"].GetString());
    }

    [Theory]
    [InlineData("where is it?", 8, false)]
    [InlineData("please cancel it", 1, false)]
    [InlineData("where is it?", 6, true)]
    public async Task Only_the_same_matter_within_the_window_counts(string text, int days, bool isReturn)
    {
        await using var desk = await StartAsync();
        var first = await OpenAsync(desk, "web", Ada);
        await desk.CustomerWritesAsync(first, "where is it?");
        await desk.EventuallyAsync(first, happened => happened is AgentReplied);
        await desk.Conversations.LeaveAsync(first, Cancel);
        desk.Time.Advance(TimeSpan.FromDays(days));

        var second = await OpenAsync(desk, "web", Ada);
        await desk.CustomerWritesAsync(second, text);
        var events = await desk.EventuallyAsync(second, happened => happened is AgentReplied or Escalated);

        Assert.Equal(isReturn, events.Any(logged => logged.Event is CustomerReturned));
    }

    [Fact]
    public async Task A_conversation_that_is_opened_again_about_its_matter_is_a_return_and_thanks_are_none()
    {
        await using var desk = await StartAsync();
        var id = await OpenAsync(desk, "web", Customer.Anonymous);
        await desk.CustomerWritesAsync(id, "where is it?");
        await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
        await desk.Conversations.CloseAsync(id, Wanda, "resolved", Cancel);
        await desk.CustomerWritesAsync(id, "thank you");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.DoesNotContain(await desk.EventsAsync(id), happened => happened is CustomerReturned);

        await desk.CustomerWritesAsync(id, "but where is it?");
        var events = await desk.EventuallyAsync(id, happened => happened is Escalated);
        Assert.Equal((id, ReturnTraces.Conversation, Wanda.Id), Assert.Single(events.Select(logged => logged.Event).OfType<CustomerReturned>()) is var back ? (back.Earlier, back.MatchedBy, back.KnownBy!.Value) : default);
    }

    [Fact]
    public async Task Strangers_who_write_of_the_same_product_are_not_taken_for_one()
    {
        await using var desk = await StartAsync();
        foreach (var text in new[] { "where is my RTX-4090?", "where is my RTX-4090? Since 2026-11-20, for 1299.00 EUR, call 030 1234567" })
            await desk.CustomerWritesAsync(await OpenAsync(desk, "web", Customer.Anonymous), text);
        Assert.Empty(await desk.Get<IKeptValues>().ListAsync("contacts", 100, Cancel));
    }

    private static async Task<DeskHost> StartAsync()
    {
        var desk = await DeskHost.StartAsync();
        desk.Agent.ReadsAtOnce = true;
        desk.Agent.Reads = context => new()
        {
            Interpreter = "scripted",
            Language = "en",
            Intent = context.Message.Text.Contains("where", StringComparison.Ordinal) ? "track" : context.Message.Text.Contains("cancel", StringComparison.Ordinal) ? "cancel" : null,
            Feeling = context.Message.Text.Contains("Nobody", StringComparison.Ordinal) ? Feeling.Frustrated : Feeling.Neutral,
            Commands = [new StartProcedure("track")],
        };
        return desk;
    }

    private static Task<ConversationId> OpenAsync(DeskHost desk, string channel, Customer customer) => desk.Conversations.OpenAsync(new(channel, customer, "en", "default", false), Cancel);

    private static async Task<long> LastPositionAsync(DeskHost desk, ConversationId id) => (await desk.Journal.ReadAsync(id, 0, Cancel))[^1].Position;
}
