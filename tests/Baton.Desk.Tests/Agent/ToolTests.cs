using Baton.Journal;
using Baton.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Baton.Desk.Tests;

/// <summary>Tools that are down, slow or crash in the middle.</summary>
public sealed class ToolTests
{
    private sealed class CrashException : Exception;

    [Fact]
    public async Task A_tool_that_fails_is_tried_again_and_then_a_person_is_called()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        shop.Faults.Fail("get_order");
        var ada = shop.Opens();
        await ada.SaysAsync("where is my order SO-10042?");
        Assert.Equal(2, ada.Calls.Count(call => call.Tool == "get_order"));
        Assert.Contains("tool-failed", ada.Signals);
        Assert.Equal(EscalationKind.Technical, ada.LastTurn.Escalation?.Kind);
        Assert.DoesNotContain("Postnord", ada.Reply);
    }

    [Fact]
    public async Task A_change_that_fails_is_not_repeated_and_nothing_is_claimed()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        var ada = shop.Opens();
        await ada.SaysAsync("please cancel SO-10058");
        shop.Faults.FailAfterwards("cancel_order");
        await ada.SaysAsync("yes");
        Assert.Single(ada.Calls, call => call.IsIrreversible);
        Assert.DoesNotContain("is cancelled", ada.Reply);
        Assert.Contains("don't know for certain", ada.Reply);
        Assert.Equal(EscalationKind.Technical, ada.LastTurn.Escalation?.Kind);
    }

    [Fact]
    public async Task A_tool_that_does_not_answer_in_time_has_failed()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        shop.Faults.Slow("get_order", TimeSpan.FromHours(1));
        var ada = shop.Opens();
        var saying = ada.SaysAsync("where is my order SO-10042?");
        // Two tries of ten seconds; the clock goes on whenever the turn has come to its next wait.
        while (!saying.IsCompleted)
        {
            shop.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(saying, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
        }
        await saying;
        Assert.Contains("tool-failed", ada.Signals);
    }

    [Fact]
    public async Task A_server_that_was_restarted_is_found_again()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        var url = shop.Tools.GetLeftPart(UriPartial.Authority);
        Assert.Contains("Postnord", await shop.Opens().SaysAsync("where is my order SO-10042?"));
        await shop.StopShopAsync();
        var during = shop.Opens();
        await during.SaysAsync("where is my order SO-10042?");
        Assert.Equal(EscalationKind.Technical, during.LastTurn.Escalation?.Kind);
        Assert.Equal(HealthStatus.Degraded, (await shop.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status);
        await shop.StartShopAsync(url);
        Assert.Contains("Postnord", await shop.Opens().SaysAsync("where is my order SO-10042?"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_is_repeated_after_a_crash_does_not_act_twice(bool isBeforeTheCall)
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        var ada = shop.Opens();
        await ada.SaysAsync("please cancel SO-10058");
        if (isBeforeTheCall) ada.BeforeCall = _ => throw new CrashException();
        else ada.AfterCall = _ => throw new CrashException();
        await Assert.ThrowsAsync<CrashException>(() => ada.SaysAsync("yes"));
        (ada.BeforeCall, ada.AfterCall) = (null, null);
        await ada.TurnAgainAsync();
        Assert.Contains("is cancelled", ada.Reply);
        Assert.Single(ada.Calls.Where(call => call.IsIrreversible).Select(call => call.CallId).Distinct());

        var count = ada.Calls.Count();
        ada.Forget(turns: 1);
        await ada.TurnAgainAsync();
        Assert.Equal(count, ada.Calls.Count());
        Assert.Contains("is cancelled", ada.Reply);
    }

    [Fact]
    public async Task A_yes_to_an_older_question_does_not_count()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        var ada = shop.Opens();
        await ada.SaysAsync("please cancel SO-10058");
        ada.Append(new WorkerReplied(new("w1"), "Mia", "m1", "Shall I send you a voucher?", []));
        await ada.SaysAsync("yes");
        Assert.DoesNotContain(ada.Calls, call => call.IsIrreversible);
        Assert.Contains("I'll cancel order SO-10058", ada.Reply);
    }

    [Fact]
    public async Task The_invoice_goes_only_to_the_address_on_the_account()
    {
        await using var shop = await AgentWithShop.StartAsync(new EmbeddedInterpreter());
        var ada = shop.Opens();
        await ada.SaysAsync("send the invoice for SO-10031 to thief@example.org please");
        Assert.Contains("ada", ada.Reply);
        Assert.DoesNotContain("thief", ada.Reply);
    }
}
