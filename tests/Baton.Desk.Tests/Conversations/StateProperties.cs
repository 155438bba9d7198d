using Baton.Desk;
using Baton.Journal;
using Baton.Language;
using CsCheck;
using Microsoft.Extensions.Options;

namespace Baton.Desk.Tests;

/// <summary>Whatever happens in whatever order, nobody is left alone and nobody talks over anybody.</summary>
public sealed class StateProperties
{
    private static readonly Notices Notices = new();
    private static readonly DeadlineOptions Deadlines = new();
    private static readonly ActingWorker[] Workers = [new(new("wanda"), "Wanda"), new(new("lena"), "Lena")];
    private static readonly EligibilityPolicy Eligibility = new(Options.Create(new EscalationOptions()));
    private static readonly RiskAssessor Assessor = new(new RiskReader(), new TeamThresholds(Options.Create(new EscalationOptions())));

    private static readonly Gen<ActingWorker> AnyWorker = Gen.Int[0, 1].Select(n => Workers[n]);

    private delegate Decision Act(ConversationState state, DateTimeOffset now);

    private static readonly Gen<CustomerReturned?> Returns = Gen.Select(Gen.Int[0, 3], Gen.Bool).Select((by, well) =>
        by == 0 ? new CustomerReturned(default, ReturnTraces.Identity, true, well ? new WorkerId("w1") : null, "Wanda", well, default, new Dictionary<string, System.Text.Json.JsonElement>()) : null);

    private static readonly Gen<Act> Acts = Gen.OneOf(
        Gen.Int[0, 30].Select(n => (Act)((state, _) => CustomerActs.Write(state, new($"m{n}", "hello", [])))),
        Gen.Const((Act)((state, now) => CustomerActs.AskForPerson(state, Promise(now)))),
        Gen.Const((Act)((state, _) => CustomerActs.Leave(state))),
        Gen.Int[1, 5].Select(score => (Act)((state, _) => CustomerActs.Rate(state, score, ""))),
        Gen.Select(Gen.OneOf(AnswerWays.Waiting, AnswerWays.Callback, AnswerWays.Email), Gen.Bool).Select((way, isLater) => (Act)((state, now) =>
            ArrangementActs.Arrange(
                state, new(way, way == AnswerWays.Callback ? "030 123456" : "ada@mail.example", isLater && way == AnswerWays.Callback ? now.AddHours(2) : null),
                state.Holder == Holder.Queue ? new() { WaitingBy = now.AddMinutes(3), CallbackBy = now.AddMinutes(3), CallbackTimes = [now.AddHours(2)], EmailBy = now.AddDays(1), Mailbox = "desk", OwnAddress = "desk@shop.example" } : new(),
                Notices, now, TimeZoneInfo.Utc))),
        AnyWorker.Select(worker => (Act)((state, _) => WorkerActs.Claim(state, worker, Notices, true))),
        AnyWorker.Select(worker => (Act)((state, _) => WorkerActs.TakeOver(state, worker, Notices))),
        AnyWorker.Select(worker => (Act)((state, _) => WorkerActs.GiveBack(state, worker, "", Notices))),
        AnyWorker.Select(worker => (Act)((state, now) => WorkerActs.Release(state, worker, "", Promise(now)))),
        AnyWorker.Select(worker => (Act)((state, _) => WorkerActs.Close(state, worker, "resolved", Notices))),
        Gen.Select(AnyWorker, Gen.Int[0, 30]).Select((worker, n) => (Act)((state, now) => HandoffClocks.With(state, WorkerActs.Reply(state, worker, new($"r{n}", n % 2 == 0 ? "hi" : "I sent it again today.", []), Notices), now))),
        Gen.Int[1, 60].Select(minutes => (Act)((state, now) => PromiseReview.Decide(state, now, new(NoticeKinds.PromiseShortened, "sooner", now.AddMinutes(minutes)), new()))),
        AnyWorker.Select(worker => (Act)((state, _) => WorkerActs.Whisper(state, worker, "psst"))),
        Gen.Select(Gen.Bool.Select(asks => asks ? [new AskForPerson()] : Array.Empty<CustomerCommand>()), Gen.Enum<Feeling>(), Returns).Select((commands, feeling, returned) => (Act)((state, now) =>
            state.Unread.IsEmpty
                ? Decision.Nothing
                : AgentActs.Read(state, state.Unread.Peek(), new() { Interpreter = "test", Language = "en", Commands = commands, Feeling = feeling }, returned, Eligibility, Assessor, _ => Promise(now)))),
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Bool).Select((late, escalates, resolves) => (Act)((state, now) =>
            state.Unanswered.IsEmpty && late == 0
                ? Decision.Nothing
                : AgentActs.CompleteTurn(
                    state, state.Epoch - late, state.Unanswered.IsEmpty ? state.LastCustomerVersion : state.Unanswered.Peek(),
                    new([new AgentReplied("x", state.Unanswered.IsEmpty ? 0 : state.Unanswered.Peek(), [], [])], escalates ? new(EscalationKind.Technical, "") : null, resolves),
                    Notices, Assessor, _ => Promise(now)))),
        Gen.Select(Gen.Int[1, 20_000], Gen.Bool).Select((seconds, atWork) => (Act)((state, now) =>
            Desk.Deadlines.Reached(state, now.AddSeconds(seconds), Deadlines, atWork, () => Promise(now.AddSeconds(seconds)), Notices))));

    [Fact]
    public void Every_open_state_has_a_deadline_and_every_deadline_leads_on() =>
        Acts.List[0, 60].Sample(acts =>
        {
            var state = Run(acts, out var now, out _);
            var due = Desk.Deadlines.Next(state, Deadlines);
            Assert.Equal(state.IsOpen, due is not null);
            if (due is null) return;
            var at = due.Value > now ? due.Value : now;
            var reached = Desk.Deadlines.Reached(state, at, Deadlines, isWorkerAtWork: false, () => Promise(at), Notices);

            // Only an agent at work is left alone at a deadline, and only until it counts as failed.
            if (reached.Events.Count == 0) reached = Desk.Deadlines.Reached(state, at + Deadlines.AgentFails, Deadlines, false, () => Promise(at), Notices);
            Assert.NotEmpty(reached.Events);
        });

    [Fact]
    public void A_state_read_again_from_the_log_at_any_moment_goes_on_as_the_one_in_memory() =>
        Gen.Select(Acts.List[0, 60], Gen.Int[0, 60]).Sample((acts, at) =>
        {
            var state = Run(acts, out _, out var log);
            var again = Run(acts, out _, out var logAgain, at);
            Assert.Equal(log.Select(What), logAgain.Select(What));
            Assert.Equal((state.Holder, state.Epoch, state.WaitingSince, state.PromisedBy, state.Level), (again.Holder, again.Epoch, again.WaitingSince, again.PromisedBy, again.Level));
            Assert.Equal(Desk.Deadlines.Next(state, Deadlines), Desk.Deadlines.Next(again, Deadlines));

            static (int, DateTimeOffset, Type) What(LoggedEvent logged) => (logged.Version, logged.At, logged.Event.GetType());
        });

    [Fact]
    public void From_every_state_time_and_one_worker_lead_to_an_end() =>
        Acts.List[0, 60].Sample(acts =>
        {
            var state = Run(acts, out var now, out var log);
            for (var step = 0; state.IsOpen; step++)
            {
                Assert.True(step < 20, $"{state.Holder} goes on for ever.");
                var isCallLater = state.Arrangement?.NotBefore > now;
                if (state.Holder == Holder.Queue && !isCallLater)
                {
                    state = Append(state, WorkerActs.Claim(state, Workers[0], Notices, true), now, log);
                    state = Append(state, WorkerActs.Reply(state, Workers[0], new($"end{step}", "I sent it again today.", []), Notices), now, log);
                    continue;
                }

                // Whoever held it is lost: only time goes on.
                if (Desk.Deadlines.Next(state, Deadlines) is { } due && due > now) now = due;
                else now += Deadlines.AgentFails;
                state = Append(state, Desk.Deadlines.Reached(state, now, Deadlines, isWorkerAtWork: false, () => Promise(now), Notices), now, log);
            }
        });

    [Fact]
    public void While_a_person_holds_it_or_is_awaited_the_agent_says_nothing() =>
        Acts.List[0, 80].Sample(acts =>
        {
            Run(acts, out _, out var log);
            var state = ConversationState.Empty;
            foreach (var logged in log)
            {
                if (logged.Event is AgentReplied) Assert.Equal(Holder.Agent, state.Holder);
                state = state.Apply(logged);
            }
        });

    [Fact]
    public void Epochs_only_grow_and_every_stretch_of_a_person_has_an_end() =>
        Acts.List[0, 80].Sample(acts =>
        {
            Run(acts, out _, out var log);
            var epoch = 1;
            var held = false;
            foreach (var happened in log.Select(logged => logged.Event))
            {
                var next = happened switch
                {
                    WorkerTookOver e => e.Epoch,
                    GivenBack e => e.Epoch,
                    WorkerReleased e => e.Epoch,
                    Escalated e => e.Epoch,
                    ConversationReopened e => e.Epoch,
                    _ => epoch + 1,
                };
                Assert.True(next > epoch);
                if (happened is WorkerTookOver or GivenBack or WorkerReleased or Escalated or ConversationReopened) epoch = next;
                if (happened is GivenBack or WorkerReleased) Assert.True(held);
                if (happened is Escalated) Assert.False(held);
                held = happened switch { WorkerTookOver => true, GivenBack or WorkerReleased or ConversationClosed => false, _ => held };
            }
        });

    [Fact]
    public void Help_begins_at_most_once_for_every_call_for_a_person_and_after_it() =>
        Acts.List[0, 80].Sample(acts =>
        {
            Run(acts, out _, out var log);
            var isDue = false;
            foreach (var logged in log)
            {
                if (logged.Event is Escalated or WorkerTookOver) isDue = true;
                if (logged.Event is not HelpBegan began) continue;
                Assert.True(isDue);
                isDue = false;
                Assert.True(began.NeedAt <= began.TriggerAt && began.TriggerAt <= logged.At);
                Assert.IsType<WorkerReplied>(log[began.MessageVersion - 1].Event);
            }
        });

    [Fact]
    public void A_customer_who_waits_for_a_person_was_told_a_time() =>
        Acts.List[0, 80].Sample(acts =>
        {
            var state = Run(acts, out _, out _);
            if (state.Holder == Holder.Queue) Assert.NotNull(state.PromisedBy);
        });

    private static ConversationState Run(IEnumerable<Act> acts, out DateTimeOffset now, out List<LoggedEvent> log, int? restartAfter = null)
    {
        var done = 0;
        now = DeskHost.Start;
        log = [];
        var opened = CustomerActs.Open(ConversationState.Empty, new("web", Customer.Anonymous, "en", "default", false), Notices.Welcome("en", new(DeskHost.Start, false), DeskHost.Start, TimeZoneInfo.Utc));
        var state = Append(ConversationState.Empty, opened, now, log);
        foreach (var act in acts)
        {
            if (done++ == restartAfter) state = ConversationState.From(log);
            now += TimeSpan.FromSeconds(7);
            state = Append(state, act(state, now), now, log);
        }

        return state;
    }

    private static ConversationState Append(ConversationState state, Decision decision, DateTimeOffset now, List<LoggedEvent> log)
    {
        foreach (var happened in decision.Events)
        {
            var logged = new LoggedEvent(log.Count + 1, default, state.Version + 1, now, happened);
            log.Add(logged);
            state = state.Apply(logged);
        }

        return state;
    }

    private static CustomerNotified Promise(DateTimeOffset now) => new(NoticeKinds.Promise, "soon", now.AddMinutes(3));
}
