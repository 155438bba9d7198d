using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>The states that docs/conversations.md lists: each is reached, survives a restart, and leads on at its deadline.</summary>
public sealed class EveryStateTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");

    /// <summary>By the name in the document: how a customer gets into it, and what ends the wait in it.</summary>
    private static readonly Dictionary<string, (Func<DeskHost, ConversationId, Task> Reach, Func<ConversationEvent, bool> LeadsOn)> States = new()
    {
        ["opened"] = ((_, _) => Task.CompletedTask, happened => happened is ConversationClosed { Outcome: "silent" }),
        ["agent"] = ((desk, id) => desk.CustomerWritesAsync(id, "never answered"), happened => happened is Escalated { Kind: EscalationKind.Technical }),
        ["watched"] = (async (desk, id) =>
        {
            await AnsweredAsync(desk, id, "hello");
            await desk.Conversations.MarkSignalAsync(id, Wanda, 3, "frustrated", SignalMark.Missed, Cancel);
        }, happened => happened is ConversationClosed { Outcome: "silent" }),
        ["waiting for the customer"] = ((desk, id) => AnsweredAsync(desk, id, "hello"), happened => happened is ConversationClosed { Outcome: "silent" }),
        ["queue"] = ((desk, id) => QueuedAsync(desk, id), happened => happened is CustomerNotified { By: not null }),
        ["callback arranged"] = (async (desk, id) =>
        {
            await QueuedAsync(desk, id);
            var offer = await desk.Conversations.ListAnswersAsync(id, Cancel);
            await desk.Conversations.ArrangeAsync(id, new(AnswerWays.Callback, "030 1234567", offer.CallbackTimes[0]), Cancel);
        }, happened => happened is CustomerNotified { By: not null }),
        ["with a worker"] = (async (desk, id) =>
        {
            await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
            await desk.CustomerWritesAsync(id, "are you there?");
        }, happened => happened is WorkerReleased),
        ["given back"] = (async (desk, id) =>
        {
            await desk.CustomerWritesAsync(id, "never answered");
            await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
            await desk.Conversations.GiveBackAsync(id, Wanda, "She gets a voucher.", Cancel);
        }, happened => happened is Escalated { Kind: EscalationKind.Technical }),
        ["opened again"] = (async (desk, id) =>
        {
            await AnsweredAsync(desk, id, "hello");
            await desk.Conversations.LeaveAsync(id, Cancel);
            await AnsweredAsync(desk, id, "one more thing");
        }, happened => happened is ConversationClosed { By: "deadline" }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restart_in_every_state_loses_nothing_and_each_leads_on()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Handoff:OffersCallback", "true"));
        desk.Agent.ReadsAtOnce = true;
        desk.Agent.Answers = async (context, _, stop) =>
        {
            if (context.Message.Text.StartsWith("never", StringComparison.Ordinal)) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            return ScriptedAgent.Says(context, $"You wrote: {context.Message.Text}");
        };
        Dictionary<string, (ConversationId Id, int Events)> reached = [];
        foreach (var (name, (reach, _)) in States)
        {
            var id = await desk.OpenAsync();
            await reach(desk, id);
            reached[name] = (id, (await desk.Journal.ReadAsync(id, 0, Cancel)).Count);
        }

        await desk.RestartAsync();

        // Every deadline within half a day passes, one hour at a time, with nobody at work.
        for (var hour = 0; hour < 13; hour++)
        {
            desk.Time.Advance(TimeSpan.FromHours(1));
            await SettleAsync(desk);
        }

        foreach (var (name, (_, leadsOn)) in States)
        {
            var since = (await desk.Journal.ReadAsync(reached[name].Id, 0, Cancel)).Skip(reached[name].Events).Select(logged => logged.Event).ToList();
            Assert.True(since.Exists(happened => leadsOn(happened)), $"{name}: {string.Join(", ", since.Select(happened => happened.GetType().Name))}");
        }
    }

    [Fact]
    public void The_document_lists_these_states_and_those_that_need_no_test_here()
    {
        var table = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "conversations.md")).SkipWhile(line => !line.StartsWith("| state | deadline", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        var listed = table.Select(line => line.Split('|')[1].Trim()).Where(name => name.Length > 0);
        Assert.Equal(States.Keys.Concat(["offered", "slowed", "closed"]).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static async Task AnsweredAsync(DeskHost desk, ConversationId id, string text)
    {
        await desk.CustomerWritesAsync(id, text);
        await desk.EventuallyAsync(id, happened => happened is AgentReplied replied && replied.Text.EndsWith(text, StringComparison.Ordinal));
    }

    private static async Task QueuedAsync(DeskHost desk, ConversationId id)
    {
        await desk.CustomerWritesAsync(id, "a person please");
        await desk.Conversations.AskForPersonAsync(id, Cancel);
    }

    /// <summary>What was due has been claimed and led to events that the wall shows.</summary>
    private static async Task SettleAsync(DeskHost desk)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        for (var head = -1L; head != await desk.Journal.GetHeadAsync(Cancel);)
        {
            head = await desk.Journal.GetHeadAsync(Cancel);
            desk.Time.Advance(TimeSpan.FromSeconds(2));
            for (var i = 0; i < 3; i++) await tick.WaitForNextTickAsync(Cancel);
        }
    }
}
