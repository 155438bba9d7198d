using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>Dialogues in which the test decides what is understood.</summary>
public sealed class ScriptedDialogueTests
{
    private readonly ScriptedInterpreter _interpreter = new();

    [Fact]
    public async Task An_order_is_cancelled_after_the_customer_said_yes_to_exactly_that()
    {
        await using var shop = await AgentWithShop.StartAsync(_interpreter);
        var ada = shop.Opens();

        _interpreter.Reads = request => request.Expected is null ? [new StartProcedure("cancel-order")] : [];
        Assert.Contains("Which order", await ada.SaysAsync("I want to cancel an order"));
        _interpreter.Reads = _ => [new SetValue("order", "SO-10058", "SO-10058")];
        Assert.Contains("SO-10058", await ada.SaysAsync("SO-10058"));
        Assert.DoesNotContain(ada.Calls, call => call.IsIrreversible);
        _interpreter.Reads = _ => [new Confirm()];
        Assert.Contains("is cancelled", await ada.SaysAsync("yes"));

        var call = Assert.Single(ada.Calls, call => call.IsIrreversible);
        Assert.Contains(call.CallId, ada.LastTurn.Events.OfType<AgentReplied>().Single().Sources);
        Assert.Empty(ada.Frames);
    }
}
