using System.Collections.Immutable;
using Baton.Journal;
using CsCheck;

namespace Baton.Desk.Tests;

public sealed class DispatchPolicyTests
{
    private static readonly DateTimeOffset Now = DeskHost.Start;
    private static readonly DispatchOptions Options = new();
    private static readonly LoadOptions Load = new();

    [Fact]
    public void The_most_urgent_customer_is_served_when_one_hand_is_free()
    {
        var calm = Case(1, waited: 4);
        var angry = Case(2, waited: 2) with { Aggravation = 0.9 };
        var plan = Decide([calm, angry], [Worker("w")]);
        Assert.Equal(angry.Id, Assert.Single(plan.Assignments).Conversation);
        Assert.Equal((calm.Id, StaysWaiting.NobodyFree), Assert.Single(plan.Waiting));
    }

    [Fact]
    public void Waiting_long_outweighs_every_stake() =>
        Assert.Equal(Case(1, waited: 60).Id, Assert.Single(Decide([Case(1, waited: 60), Case(2, waited: 5) with { Aggravation = 1, IsRetrial = true }], [Worker("w")]).Assignments).Conversation);

    [Fact]
    public void A_conversation_goes_first_to_the_worker_who_supervised_it()
    {
        var plan = Decide([Case(1) with { Supervisor = new("b") }, Case(2) with { Supervisor = new("a") }], [Worker("a"), Worker("b")]);
        Assert.Equal([("b", 1), ("a", 2)], plan.Assignments.Select(assignment => (assignment.Worker.Value, Number(assignment))));
    }

    [Fact]
    public void Nobody_gets_a_second_emotional_case_in_a_row_while_somebody_else_is_free()
    {
        // Everything else speaks for the worker who had the last one: the customer is known and the other carries a full load.
        var had = Worker("had") with { Load = WorkerLoad.None.Takes(Now.AddMinutes(-5), 0.6, Load).Ends(Now.AddMinutes(-1), 0.6, Load) };
        var other = Worker("other") with { Load = new WorkerLoad { Own = 3 } };
        var plan = Decide([Case(1) with { Aggravation = 0.9, KnownBy = had.Id, Supervisor = had.Id }], [had, other]);
        Assert.Equal("other", Assert.Single(plan.Assignments).Worker.Value);
    }

    [Fact]
    public void A_second_emotional_case_is_given_when_nobody_else_is_free_and_a_third_never()
    {
        var once = WorkerLoad.None.Takes(Now.AddMinutes(-5), 0.6, Load).Ends(Now, 0.6, Load);
        var twice = once.Takes(Now, 0.6, Load).Ends(Now, 0.6, Load);
        Assert.Single(Decide([Case(1) with { Aggravation = 0.7 }], [Worker("w") with { Load = once }]).Assignments);
        Assert.Empty(Decide([Case(1) with { Aggravation = 0.7 }], [Worker("w") with { Load = twice }]).Assignments);
    }

    [Fact]
    public void A_breather_after_a_hard_case_is_left_alone_and_ends()
    {
        var hard = WorkerLoad.None.Takes(Now.AddMinutes(-10), 0.9, Load).Ends(Now, 0.9, Load);
        Assert.Empty(Decide([Case(1)], [Worker("w") with { Load = hard }]).Assignments);
        Assert.Single(DispatchPolicy.Decide(Now + Load.Breather, [Case(1)], [Worker("w") with { Load = hard }], Options, Load).Assignments);
    }

    [Fact]
    public void A_language_that_somebody_speaks_is_required_and_one_that_nobody_speaks_is_not()
    {
        var english = Worker("e") with { Languages = ["en"] };
        var german = Worker("g", capacity: 1) with { Languages = ["de"], Load = new WorkerLoad { Own = 1 } };
        Assert.Equal(StaysWaiting.NobodyFree, Assert.Single(Decide([Case(1) with { Language = "de" }], [english, german]).Waiting).Why);
        Assert.Equal(300, Assert.Single(Decide([Case(1) with { Language = "de" }], [english]).Assignments).Cost.Fit);
    }

    [Fact]
    public void A_scarce_language_is_kept_for_who_needs_it()
    {
        WorkerAtWork[] workers = [Worker("both") with { Languages = ["en", "pt"] }, .. Enumerable.Range(0, 9).Select(i => Worker($"e{i}") with { Languages = ["en"], Load = new WorkerLoad { Own = 1 } })];
        Assert.NotEqual("both", Assert.Single(Decide([Case(1)], workers).Assignments).Worker.Value);
    }

    [Fact]
    public void Who_declined_is_not_asked_again() =>
        Assert.Equal("b", Assert.Single(Decide([Case(1) with { Declined = [new WorkerId("a")], KnownBy = new("a") }], [Worker("a"), Worker("b")]).Assignments).Worker.Value);

    [Fact]
    public void Whoever_has_probably_left_is_not_offered() =>
        Assert.Equal(StaysWaiting.LikelyGone, Assert.Single(Decide([Case(1) with { Gone = 0.95 }], [Worker("w")]).Waiting).Why);

    [Fact]
    public void With_nobody_at_work_everybody_stays_waiting_and_is_named() =>
        Assert.Equal(StaysWaiting.NobodyFits, Assert.Single(Decide([Case(1)], []).Waiting).Why);

    [Fact]
    public void No_cap_is_ever_broken_and_everybody_is_named_once() => Gen.Select(Gen.Int[0, 60], Gen.Int[0, 15], Gen.Int).Sample(
        (cases, workers, seed) =>
        {
            var random = new Random(seed);
            WaitingCase[] waiting = [.. Enumerable.Range(0, cases).Select(i => Case(i, random.Next(30)) with { Aggravation = random.NextDouble(), Language = random.Next(3) == 0 ? "de" : "en", Gone = random.NextDouble() })];
            WorkerAtWork[] team = [.. Enumerable.Range(0, workers).Select(i => Any(i, random))];
            var plan = DispatchPolicy.Decide(Now, waiting, team, Options, Load);
            Assert.Equal(waiting.Select(@case => @case.Id.Value).Order(), plan.Assignments.Select(assignment => assignment.Conversation.Value).Concat(plan.Waiting.Select(left => left.Conversation.Value)).Order());
            foreach (var worker in team)
            {
                var mine = plan.Assignments.Where(assignment => assignment.Worker == worker.Id).Select(assignment => waiting.Single(@case => @case.Id == assignment.Conversation)).ToList();
                Assert.True(mine.Count <= (DispatchPolicy.IsFree(worker, Now, Load) ? 1 : 0));
                Assert.True(worker.Load.Cognitive(Load) + mine.Count <= worker.Capacity || mine.Count == 0);
                Assert.True(mine.Count(@case => @case.Aggravation >= Load.EmotionalFrom) <= worker.Load.EmotionalRoom(Now, Load));
                Assert.DoesNotContain(mine, @case => @case.Gone >= Options.GoneFrom);
            }
        },
        iter: 300);

    private static WorkerAtWork Any(int i, Random random)
    {
        var load = new WorkerLoad { Own = random.Next(4), Supervised = random.Next(30) };
        for (var n = random.Next(4); n > 0; n--) load = load.Takes(Now.AddMinutes(-4 * n), random.NextDouble(), Load).Ends(Now.AddMinutes((-4 * n) + 3), random.NextDouble(), Load);
        ImmutableArray<string> languages = random.Next(3) switch { 0 => ["en"], 1 => ["en", "de"], _ => [] };
        return new(new($"w{i}"), random.Next(1, 6), load) { Languages = languages };
    }

    private static DispatchPlan Decide(WaitingCase[] waiting, WorkerAtWork[] workers) => DispatchPolicy.Decide(Now, waiting, workers, Options, Load);

    private static WaitingCase Case(int number, double waited = 1) => new(new(number.ToString("x32", null)), Now.AddMinutes(-waited));

    private static int Number(Assignment assignment) => Convert.ToInt32(assignment.Conversation.Value, 16);

    private static WorkerAtWork Worker(string id, double capacity = 4) => new(new(id), capacity, WorkerLoad.None);
}
