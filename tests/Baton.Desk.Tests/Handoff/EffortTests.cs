using System.Text.Json;
using Baton.Journal;
using Baton.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Desk.Tests;

/// <summary>What people do after a takeover: counted, in the log when the part ends, and a next step where nothing was offered.</summary>
public sealed class EffortTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly ActingWorker Will = new(new("will"), "Will");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_keeps_the_measures_when_the_part_ends_and_a_restart_loses_nothing()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "My parcel is lost.");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        await desk.CustomerWritesAsync(id, "That does not help me at all.");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied { AnswersVersion: > 4 });
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        var took = await desk.Conversations.ClaimAsync(id, Wanda, Cancel);
        await desk.CustomerWritesAsync(id, "Hello?");
        await SaysAsync(desk, id, Wanda, "I'm sorry, that took too long. Which address was it sent to?");
        await desk.RestartAsync();
        await desk.CustomerWritesAsync(id, "To 5 Mill Lane.");
        await SaysAsync(desk, id, Wanda, "I'm sending you a new one today.");
        await SaysAsync(desk, id, Wanda, "It comes on Wednesday.");
        await desk.Conversations.CloseAsync(id, Wanda, "resolved", Cancel);

        var measured = Assert.Single((await desk.EventsAsync(id)).OfType<EffortMeasured>());
        Assert.Equal(new EffortMeasured(Wanda.Id, took.Version, "claim", EscalationKind.Requested, false, Messages: 3, Rounds: 2, AllRounds: 4, Questions: 1, Solutions: 1), measured with { TakenOverIn = took.Version });
        Assert.IsType<WorkerTookOver>((await desk.EventsAsync(id))[measured.TakenOverIn - 1]);
    }

    [Fact]
    public async Task Each_worker_has_a_part_of_their_own_and_one_message_is_one_too()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "My lamp is broken.");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        await desk.Conversations.StepInAsync(id, Will, new("s1", "We will replace the lamp.", []), Cancel);
        await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
        await SaysAsync(desk, id, Wanda, "Which colour was it?");
        await desk.Conversations.TakeOverAsync(id, Will, Cancel);
        await desk.Conversations.GiveBackAsync(id, Will, "", Cancel);

        var parts = (await desk.EventsAsync(id)).OfType<EffortMeasured>().ToList();
        Assert.Equal([("will", "step-in", 1, 1, 0), ("wanda", "takeover", 1, 0, 1), ("will", "takeover", 0, 0, 0)], parts.Select(part => (part.Worker.Value, part.How, part.Messages, part.Solutions, part.Questions)));
    }

    [Fact]
    public async Task In_an_emotional_case_a_step_is_proposed_after_two_rounds_without_an_offer_and_only_to_who_holds_it()
    {
        await using var desk = await DeskHost.StartAsync();
        await desk.Get<IGoodwill>().SetAsync("default", new(20, 50, 100), new(Will), Cancel);
        var id = await GoodwillTests.UpsetAsync(desk, Wanda);
        var steps = desk.Get<NextSteps>();
        await SaysAsync(desk, id, Wanda, "I understand how frustrating this must be for you.");
        Assert.Null(await steps.ProposeAsync(id, Wanda.Id, Cancel));
        await desk.CustomerWritesAsync(id, "So what now?");
        await SaysAsync(desk, id, Wanda, "We take this very seriously.");

        var step = await steps.ProposeAsync(id, Wanda.Id, Cancel);
        Assert.Contains("up to 20.00 EUR", step!.Why, StringComparison.Ordinal);
        Assert.Contains("I am now doing this for you: [what you do].", step.Text, StringComparison.Ordinal);
        Assert.True(SuggestedMessage.HasGaps(step.Text, "en"));
        Assert.Null(await steps.ProposeAsync(id, Will.Id, Cancel));

        Assert.Null((await desk.Get<IGoodwill>().GrantAsync(id, Wanda, "g1", 5, "voucher", Cancel)).Refusal);
        Assert.Null(await steps.ProposeAsync(id, Wanda.Id, Cancel));
    }

    [Fact]
    public async Task The_step_is_what_the_procedure_would_do_next_with_what_the_log_knows()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        var ada = shop.Opens();
        await ada.SaysAsync("I want a refund of 20 euros for SO-10031, the zip is broken");
        for (var turn = 0; turn < 3 && ada.Frames is [{ Asked: { } asked }] && asked != ConfirmStepRule.Asked; turn++)
            await ada.SaysAsync(asked switch { "amount" => "20 euros", "order" => "SO-10031", _ => "the zip is broken" });

        var step = Find(shop, ada);
        Assert.Contains("20.00", step.Text, StringComparison.Ordinal);
        Assert.Contains("SO-10031", step.Text, StringComparison.Ordinal);
        Assert.EndsWith("Shall I?", step.Text, StringComparison.Ordinal);
        Assert.Contains("“Get money back” is ready", step.Why, StringComparison.Ordinal);
        Assert.False(SuggestedMessage.HasGaps(step.Text!, "en"));
    }

    [Fact]
    public async Task What_a_procedure_would_only_ask_is_not_proposed_and_one_that_never_began_is_known_by_its_matter()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        var ada = shop.Opens();
        await ada.SaysAsync("I want a refund");
        Assert.Equal("order", Assert.Single(ada.Frames).Asked);
        Assert.Equal((null, "your refund"), (Find(shop, ada).Text, Find(shop, ada).Topic));

        var bob = shop.Opens("bob");
        bob.Append(new MessageInterpreted(1, "embedded", "en", "where-is-my-order", 0.9, "angry", JsonSerializer.SerializeToElement("x")));
        Assert.Equal("where your order is", Find(shop, bob).Topic);
    }

    private static ProcedureStep Find(AgentWithShop shop, AgentConversation conversation) =>
        ProcedureStep.Find(shop.Services.GetRequiredService<Func<ProcedureSet>>()(), conversation.History, ConversationState.From(conversation.History), shop.Time.GetUtcNow())!;

    private static async Task SaysAsync(DeskHost desk, ConversationId id, ActingWorker worker, string text) =>
        Assert.Null((await desk.Conversations.ReplyAsync(id, worker, new(Guid.NewGuid().ToString("N"), text, []), Cancel)).Refusal);
}
