using Baton.Journal;
using static Baton.Web.Tests.Rows;

namespace Baton.Web.Tests;

public sealed class WallOrderTests
{
    [Fact]
    public void Whoever_waits_for_a_person_stands_above_any_risk() =>
        Ordered(Row(1).AtRisk(RiskLevel.Escalate, 0.99), Row(2, Holder.Queue).Promised(600)).Is(2, 1);

    [Fact]
    public void The_promise_that_ends_first_is_on_top_and_a_broken_one_above_it() =>
        Ordered(Row(1, Holder.Queue).Promised(5), Row(2, Holder.Queue).Promised(-3), Row(3, Holder.Queue).Promised(1)).Is(2, 3, 1);

    [Fact]
    public void Nobody_without_a_promise_is_forgotten_at_the_end_of_the_queue() =>
        Ordered(Row(1, Holder.Queue).Promised(5), Row(2, Holder.Queue) with { EscalatedAt = Noon.AddMinutes(-1) }).Is(2, 1);

    [Fact]
    public void Of_the_agents_conversations_the_level_decides_before_the_number() =>
        Ordered(Row(1).AtRisk(RiskLevel.None, 0.3), Row(2).AtRisk(RiskLevel.Watch, 0.5), Row(3).AtRisk(RiskLevel.Escalate, 0.7), Row(4).AtRisk(RiskLevel.Watch, 0.65)).Is(3, 4, 2, 1);

    [Fact]
    public void At_the_same_risk_feelings_come_before_what_late_help_repairs_too() =>
        Ordered(Row(1) with { TechnicalRisk = 0.6, Level = RiskLevel.Watch }, Row(2) with { EmotionalRisk = 0.5, Level = RiskLevel.Watch }).Is(2, 1);

    [Fact]
    public void A_tiny_change_of_risk_moves_no_row() =>
        Ordered(Row(1).AtRisk(RiskLevel.Watch, 0.501), Row(2).AtRisk(RiskLevel.Watch, 0.509)).Is(1, 2);

    [Fact]
    public void What_a_worker_holds_does_not_call_for_another_whatever_its_risk() =>
        Ordered(Row(1, Holder.Worker).AtRisk(RiskLevel.Escalate, 0.9), Row(2).AtRisk(RiskLevel.Watch, 0.4)).Is(2, 1);

    [Fact]
    public void Among_the_calm_the_longest_wait_comes_first_and_the_answered_last() =>
        Ordered(Row(1).Waiting(1), Row(2), Row(3).Waiting(9), Row(4, Holder.Worker).Waiting(4)).Is(3, 4, 1, 2);

    [Fact]
    public void Two_rows_are_never_equal_so_that_each_has_one_place()
    {
        Assert.NotEqual(0, WallOrder.Instance.Compare(Row(1), Row(2)));
        Assert.Equal(0, WallOrder.Instance.Compare(Row(1), Row(1)));
        Assert.Equal(-WallOrder.Instance.Compare(Row(1), Row(2)), WallOrder.Instance.Compare(Row(2), Row(1)));
    }

    private static Order Ordered(params ConversationSummary[] rows) => new([.. rows.Reverse().Order(WallOrder.Instance)]);

    private sealed record Order(IReadOnlyList<ConversationSummary> Rows)
    {
        public void Is(params int[] numbers) => Assert.Equal([.. numbers.Select(number => $"c{number}")], Rows.Select(row => row.Customer.Id!));
    }
}
