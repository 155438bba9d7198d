using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>What the agent does when it has not understood, or was not the answer.</summary>
public sealed class RepairTests
{
    private readonly ScriptedInterpreter _interpreter = new();

    [Fact]
    public async Task Not_understood_is_said_and_the_second_time_a_person_is_called()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        var ada = shop.Opens();
        await ada.SaysAsync("qwertz");
        Assert.Contains("out-of-scope", ada.Signals);
        Assert.Contains("Talk to a person", ada.Choices);
        Assert.Null(ada.LastTurn.Escalation);
        await ada.SaysAsync("qwertz qwertz");
        Assert.Contains("not-understood-twice", ada.Signals);
        Assert.Equal(EscalationKind.Technical, ada.LastTurn.Escalation?.Kind);
    }

    [Fact]
    public async Task A_rejected_reply_gets_one_other_try()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        var ada = shop.Opens();
        _interpreter.Reads = request => request.CurrentProcedure is null ? [new StartProcedure("send-invoice")] : [];
        await ada.SaysAsync("the paper");
        _interpreter.Reads = _ => [new RejectReply()];
        await ada.SaysAsync("no, that's not it");
        Assert.Contains("Then I misunderstood", ada.Reply);
        Assert.DoesNotContain("Send me the invoice", ada.Choices);
        Assert.Null(ada.LastTurn.Escalation);
        await ada.SaysAsync("no!");
        Assert.Contains("reply-rejected", ada.Signals);
        Assert.Equal(EscalationKind.Technical, ada.LastTurn.Escalation?.Kind);
    }

    [Fact]
    public async Task Two_wishes_in_one_message_are_both_served()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        var ada = shop.Opens();
        var looks = 0;
        _interpreter.Reads = request => looks++ == 0
            ? [new StartProcedure("where-is-my-order"), new StartProcedure("send-invoice")]
            : [new SetValue("order", request.CurrentProcedure == "send-invoice" ? "SO-10031" : "SO-10042", "")];
        await ada.SaysAsync("where is SO-10042, and send me the invoice of SO-10031");
        Assert.Contains("Postnord", ada.Reply);
        Assert.Contains("Now to your invoice", ada.Reply);
        Assert.Contains("IN-10031", ada.Reply);
    }

    [Fact]
    public async Task A_tapped_person_is_a_request_for_a_person()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        var ada = shop.Opens();
        await ada.SaysAsync("qwertz");
        await ada.SaysAsync("Talk to a person");
        Assert.True(ada.LastReading.AsksForPerson);
        Assert.Equal(EscalationKind.Requested, ada.LastTurn.Escalation?.Kind);
    }

    [Fact]
    public async Task The_same_reply_is_not_given_twice()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        var ada = shop.Opens();
        _interpreter.Reads = _ => [new Greet()];
        var replies = new List<string>();
        for (var times = 0; times < 4; times++) replies.Add(await ada.SaysAsync("hi"));
        Assert.All(replies.Zip(replies.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public async Task A_whisper_helps_where_the_message_says_nothing()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        _interpreter.Reads = request => request.Text.StartsWith("offer", StringComparison.Ordinal) ? [new StartProcedure("refund"), new Confirm()] : [];
        var ada = shop.Opens();
        ada.Whispers = ["offer a refund"];
        await ada.SaysAsync("hm");
        Assert.Equal("refund", ada.Frames.Single().Procedure);
    }

    [Fact]
    public async Task A_reply_with_an_unresolved_template_is_withheld_and_a_person_is_called()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        var ada = shop.Opens();
        _interpreter.Reads = request => request.CurrentProcedure is null
            ? [new StartProcedure("change-address"), new SetValue("order", "SO-10058", ""), new SetValue("address", "{{ street }} 1, 10115 Berlin", "")]
            : [];
        await ada.SaysAsync("send it to {{ street }} 1, 10115 Berlin");
        Assert.Contains(ada.LastTurn.Events, happened => happened is AgentReplyWithheld);
        Assert.DoesNotContain(ada.LastTurn.Events, happened => happened is AgentReplied);
        Assert.Contains("unresolved-template", ada.Signals);
        Assert.Equal(EscalationKind.Technical, ada.LastTurn.Escalation?.Kind);
    }
}
