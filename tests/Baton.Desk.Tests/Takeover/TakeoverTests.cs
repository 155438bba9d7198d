using System.Globalization;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Ten thousand takeovers of real conversations on a real log, with the agent's replies ready before, during and after each.</summary>
public sealed class TakeoverTests
{
    private const int Conversations = 400;
    private const int Rounds = 25;

    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_agent_message_follows_any_of_ten_thousand_takeovers_and_no_message_is_left_alone()
    {
        await using var desk = await DeskHost.StartAsync();
        var turns = new Turns();
        desk.Agent.Answers = (context, _, cancellationToken) => turns.AnswerAsync(context, cancellationToken);

        await Parallel.ForEachAsync(Enumerable.Range(0, Conversations), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Cancel }, async (seed, _) =>
        {
            var id = await desk.OpenAsync();
            for (var round = 0; round < Rounds; round++) await TakeOverOnceAsync(desk, turns, id, $"{seed}-{round}", new Random((seed * Rounds) + round));
        });

        var takeovers = 0;
        var withheld = 0;
        foreach (var conversation in (await LogAsync(desk)).GroupBy(logged => logged.Conversation))
        {
            var events = conversation.OrderBy(logged => logged.Version).ToList();
            takeovers += events.Count(logged => logged.Event is WorkerTookOver);
            withheld += events.Count(logged => logged.Event is AgentReplyWithheld);
            AgentIsSilentWhileAPersonHasIt(events);
            EveryMessageHasAnOwner(events);
        }

        Assert.Equal(Conversations * Rounds, takeovers);
        Assert.InRange(withheld, 1, takeovers); // replies were in flight, or the test shows nothing
        TestContext.Current.TestOutputHelper!.WriteLine($"{takeovers} takeovers, {withheld} replies withheld");
    }

    /// <summary>One stretch: the customer writes, the worker takes over at a moment of the agent's turn, the customer goes on, the worker gives back.</summary>
    private static async Task TakeOverOnceAsync(DeskHost desk, Turns turns, ConversationId id, string name, Random random)
    {
        var moment = (Moment)random.Next(5);
        var turn = turns.For($"{name}-a", heedsCancellation: moment == Moment.Cancelled);
        var later = turns.For($"{name}-b", heedsCancellation: false);
        later.Ready.SetResult();
        if (moment == Moment.Fast) turn.Ready.SetResult();
        await desk.CustomerWritesAsync(id, $"{name}-a", $"{name}-a");
        if (moment != Moment.Fast) await turn.Begun.Task.WaitAsync(Cancel);
        var racing = moment == Moment.Racing ? Task.Run(turn.Ready.SetResult, Cancel) : Task.CompletedTask;
        Accepted(await desk.Conversations.TakeOverAsync(id, Wanda, Cancel));
        await racing;
        if (moment == Moment.After) turn.Ready.SetResult();
        await desk.CustomerWritesAsync(id, $"{name}-b", $"{name}-b");
        Accepted(await desk.Conversations.GiveBackAsync(id, Wanda, "", Cancel));
        turn.Ready.TrySetResult(); // slower than the whole stretch: ready when the agent has the conversation again
    }

    private static void Accepted(CommandResult result) => Assert.Null(result.Refusal);

    private static void AgentIsSilentWhileAPersonHasIt(List<LoggedEvent> events)
    {
        var holder = Holder.Agent;
        var lastTakeover = 0;
        foreach (var logged in events)
        {
            if (logged.Event is WorkerTookOver) (holder, lastTakeover) = (Holder.Worker, logged.Version);
            if (logged.Event is GivenBack) holder = Holder.Agent;
            if (logged.Event is not AgentReplied reply) continue;
            Assert.Equal(Holder.Agent, holder);
            var seen = int.Parse(reply.Text, CultureInfo.InvariantCulture);
            Assert.True(seen > lastTakeover, $"Version {logged.Version} was prepared at version {seen}, before the takeover at {lastTakeover}.");
        }
    }

    private static void EveryMessageHasAnOwner(List<LoggedEvent> events)
    {
        var answered = events.Select(logged => logged.Event).OfType<AgentReplied>().Select(reply => reply.AnswersVersion).ToHashSet();
        var state = events.Aggregate(ConversationState.Empty, (state, logged) => state.Apply(logged));
        var byWorker = events.Where(logged => logged.Event is WorkerTookOver).Select(logged => logged.Version).ToList();
        var givenBack = events.Where(logged => logged.Event is GivenBack).Select(logged => logged.Version).ToList();
        Assert.NotEqual(Holder.Closed, state.Holder);
        foreach (var message in events.Where(logged => logged.Event is CustomerWrote).Select(logged => logged.Version))
        {
            // The agent answered it, is still to answer it, or a worker had the conversation after it was written.
            var isOwned = answered.Contains(message) || state.Unanswered.Contains(message) || state.Unread.Contains(message)
                || byWorker.Exists(version => version > message) || givenBack.Exists(version => version > message);
            Assert.True(isOwned, $"Nobody owns the message at version {message}.");
        }
    }

    private static async Task<List<LoggedEvent>> LogAsync(DeskHost desk)
    {
        List<LoggedEvent> log = [];
        while (await desk.Journal.ReadAllAsync(log.Count == 0 ? 0 : log[^1].Position, 5_000, Cancel) is { Count: > 0 } page) log.AddRange(page);
        return log;
    }

    /// <summary>When the agent's reply is ready, seen from the takeover.</summary>
    private enum Moment
    {
        Fast,
        Racing,
        After,
        AfterGivingBack,
        Cancelled,
    }
}
