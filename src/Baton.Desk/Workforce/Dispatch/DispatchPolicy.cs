using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Brings all waiting customers and all workers together at once. First the customers: as many as hands are free, in the order
/// of <see cref="UrgencyPolicy"/>. Then the fit: among all ways to serve just these customers the one with the smallest sum of
/// <see cref="PairCost"/>. Caps are never bent, and nobody is given a second emotional case in a row while somebody else who may
/// serve the customer is free.
/// </summary>
public static class DispatchPolicy
{
    /// <summary>More than all costs of a pair can differ: a second emotional case in a row is given only where nobody else can have it.</summary>
    private const int InRow = 5_000;

    /// <summary>Decides. Takes milliseconds for a thousand workers and thousands of customers.</summary>
    /// <param name="now">Now.</param>
    /// <param name="waiting">Everybody who waits for a person and has not been offered to one.</param>
    /// <param name="workers">Everybody who takes conversations.</param>
    /// <param name="options">Costs.</param>
    /// <param name="load">Weights and caps.</param>
    public static DispatchPlan Decide(
        DateTimeOffset now, IReadOnlyCollection<WaitingCase> waiting, IReadOnlyCollection<WorkerAtWork> workers, DispatchOptions options, LoadOptions load)
    {
        var team = new TeamCosts(now, workers, options, load);
        var hands = new FreeHands(team.Workers.Select((worker, j) => (worker, j)).Where(entry => IsFree(entry.worker, now, load))
            .Select(entry => Hand(entry.worker, entry.j, now, options, load)));
        var served = new ServedFirst(hands.Count);
        List<(ConversationId, StaysWaiting)> left = [];
        List<WaitingCase> chosen = [];
        foreach (var @case in InOrder(now, waiting, options))
        {
            var isEmotional = @case.Aggravation >= load.EmotionalFrom;
            if (@case.Gone >= options.GoneFrom) left.Add((@case.Id, StaysWaiting.LikelyGone));
            else if (team.ColumnsFor(@case, isEmotional, hands) is not { } columns) left.Add((@case.Id, StaysWaiting.NobodyFits));
            else if (served.TryAdd(columns)) chosen.Add(@case);
            else left.Add((@case.Id, StaysWaiting.NobodyFree));
        }

        List<int[]> costs = [.. chosen.Select(@case => hands.CostsOf(team.CostOf(@case), @case.Aggravation >= load.EmotionalFrom))];
        var columnOf = CheapestAssignment.Solve(costs, hands.Count);
        return new([.. chosen.Select((@case, i) => team.Assign(@case, hands.WorkerOf(columnOf[i])))], left);
    }

    /// <summary>Whether a worker can be offered one more conversation: there is room for it, no breather, and no offer that waits for an answer.</summary>
    public static bool IsFree(WorkerAtWork worker, DateTimeOffset now, LoadOptions load) =>
        !worker.IsAsked && !(worker.Load.BreatherUntil > now) && worker.Load.Cognitive(load) + load.OwnWeight <= worker.Capacity + 1e-9;

    private static Hand Hand(WorkerAtWork worker, int j, DateTimeOffset now, DispatchOptions options, LoadOptions load) => new(
        j,
        (int)Math.Round(TeamCosts.Cognitive(worker, options, load)),
        worker.Load.EmotionalRoom(now, load) > 0,
        worker.Load.InRow(now, load) > 0 ? InRow : 0);

    private static IEnumerable<WaitingCase> InOrder(DateTimeOffset now, IReadOnlyCollection<WaitingCase> waiting, DispatchOptions options) => waiting
        .Select(@case => (Case: @case, Urgency: UrgencyPolicy.Of(@case, now, options)))
        .OrderByDescending(entry => entry.Urgency).ThenBy(entry => entry.Case.Since).ThenBy(entry => entry.Case.Id.Value, StringComparer.Ordinal)
        .Select(entry => entry.Case);
}
