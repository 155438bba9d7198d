using Baton.Desk;
using Baton.Journal;

namespace Baton.Desk.Tests;

public sealed class OwnershipTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly ActingWorker Lena = new(new("lena"), "Lena");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_who_writes_is_answered_by_the_agent()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        var events = await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.Equal("You wrote: hello", Assert.IsType<AgentReplied>(events[^1].Event).Text);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(logged => logged.Version));
    }

    [Fact]
    public async Task The_same_message_id_again_is_answered_with_the_first_result()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        var first = await desk.CustomerWritesAsync(id, "hello", "m1");
        var second = await desk.CustomerWritesAsync(id, "something else by mistake", "m1");
        Assert.True(second.IsRepeat);
        Assert.Equal((first.Version, first.At), (second.Version, second.At));
        Assert.Single((await desk.EventsAsync(id)).OfType<CustomerWrote>());
    }

    [Fact]
    public async Task A_reply_that_is_ready_after_a_takeover_is_withheld()
    {
        await using var desk = await DeskHost.StartAsync();
        var begun = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        desk.Agent.Answers = async (context, _, _) =>
        {
            begun.SetResult();
            await answer.Task;
            return ScriptedAgent.Says(context, "too late");
        };
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await begun.Task;
        await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
        answer.SetResult();
        var events = await desk.EventuallyAsync(id, happened => happened is AgentReplyWithheld);
        Assert.DoesNotContain(events, logged => logged.Event is AgentReplied);
    }

    [Fact]
    public async Task A_tool_is_not_called_any_more_after_a_takeover()
    {
        await using var desk = await DeskHost.StartAsync();
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var called = new TaskCompletionSource<bool>();
        desk.Agent.Answers = async (context, tools, cancellationToken) =>
        {
            begun.SetResult();
            await go.Task;
            try
            {
                await tools.CallingAsync(new("call-1", "cancel_order", default, "cancel-order", true), cancellationToken);
                called.SetResult(true);
            }
            catch (OwnershipLostException)
            {
                called.SetResult(false);
                throw;
            }

            return ScriptedAgent.Says(context, "cancelled");
        };
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "cancel it");
        await begun.Task;
        await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
        go.SetResult();
        Assert.False(await called.Task);
        Assert.DoesNotContain(await desk.EventsAsync(id), happened => happened is ToolCalled or AgentReplied);
    }

    [Fact]
    public async Task Writing_a_reply_is_taking_over()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await desk.Conversations.ReplyAsync(id, Wanda, new("r1", "Hello, this is Wanda.", []), Cancel);
        var events = await desk.EventsAsync(id);
        var taken = Assert.Single(events.OfType<WorkerTookOver>());
        Assert.Equal("reply", taken.How);
        await desk.CustomerWritesAsync(id, "and now?");
        await desk.EventuallyAsync(id, happened => happened is MessageInterpreted { MessageVersion: > 5 });
        Assert.DoesNotContain((await desk.EventsAsync(id)).SkipWhile(happened => happened is not WorkerTookOver), happened => happened is AgentReplied);
    }

    [Fact]
    public async Task Giving_back_works_again_and_again()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        for (var stretch = 1; stretch <= 3; stretch++)
        {
            await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
            await desk.Conversations.GiveBackAsync(id, Wanda, "nothing more", Cancel);
            var text = $"question {stretch}";
            await desk.CustomerWritesAsync(id, text);
            await desk.EventuallyAsync(id, happened => happened is AgentReplied reply && reply.Text.EndsWith(text, StringComparison.Ordinal));
        }

        var events = await desk.EventsAsync(id);
        Assert.Equal(3, events.OfType<GivenBack>().Count());
        int[] epochs = [.. events.Select(happened => happened switch { WorkerTookOver e => e.Epoch, GivenBack e => e.Epoch, _ => 0 }).Where(epoch => epoch > 0)];
        Assert.Equal([2, 3, 4, 5, 6, 7], epochs);
    }

    [Fact]
    public async Task A_message_left_unanswered_by_a_person_is_answered_after_giving_back()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.Conversations.TakeOverAsync(id, Wanda, Cancel);
        await desk.CustomerWritesAsync(id, "are you there?");
        await desk.Conversations.GiveBackAsync(id, Wanda, "", Cancel);
        var events = await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.Equal("You wrote: are you there?", ((AgentReplied)events[^1].Event).Text);
        Assert.Single(events, logged => logged.Event is MessageInterpreted);
    }

    [Fact]
    public async Task Two_workers_do_not_answer_the_same_customer_by_accident()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        await desk.Conversations.ReplyAsync(id, Wanda, new("r1", "I am on it.", []), Cancel);
        var refused = await desk.Conversations.ReplyAsync(id, Lena, new("r2", "Me too.", []), Cancel);
        Assert.Equal(RefusalCode.HeldByOther, refused.Refusal?.Code);
        Assert.Contains("Wanda", refused.Refusal!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whisper_reaches_the_agent_at_its_next_turn_and_only_once()
    {
        await using var desk = await DeskHost.StartAsync();
        List<string[]> heard = [];
        desk.Agent.Answers = (context, _, _) =>
        {
            heard.Add([.. context.Whispers]);
            return Task.FromResult(new AgentTurn([new DialogueAdvanced([]), new AgentReplied("ok", context.MessageVersion, [], [])]));
        };
        var id = await desk.OpenAsync();
        await desk.Conversations.WhisperAsync(id, Wanda, "She is a gold customer.", Cancel);
        await desk.CustomerWritesAsync(id, "hello");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        await desk.CustomerWritesAsync(id, "hello again");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied { AnswersVersion: > 6 });
        Assert.Equal(["She is a gold customer."], heard[0]);
        Assert.Empty(heard[1]);
    }
}
