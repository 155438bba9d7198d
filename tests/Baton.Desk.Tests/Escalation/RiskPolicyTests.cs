using Baton.Desk;
using Baton.Journal;
using CsCheck;

namespace Baton.Desk.Tests;

public sealed class RiskPolicyTests
{
    private static readonly Gen<EscalationThresholds> Thresholds =
        Gen.Select(Gen.Double[0.05, 1], Gen.Double[0.05, 1], (one, other) => new EscalationThresholds(Math.Min(one, other), Math.Max(one, other)));

    private static readonly Gen<EscalationCosts> Costs = Gen.Select(
        Gen.Double[0.1, 3], Gen.Double[1, 30], Gen.Double[0, 20], Gen.Double[5, 500], Gen.Double[0.1, 1],
        (minute, minutes, needless, lost, saved) => new EscalationCosts
        {
            MinuteOfWorker = minute,
            MinutesOfIntervention = minutes,
            NeedlessInterruption = needless,
            LostCustomer = lost,
            SavedByIntervention = saved,
        });

    [Fact]
    public void A_risk_that_wavers_about_a_threshold_never_lets_a_conversation_fall() =>
        Gen.Select(Thresholds, Gen.Double[0, 1], Gen.Double[0, 1].List[1, 40]).Sample((thresholds, place, wavers) =>
        {
            // A band whose lower end is above the share at which a level is left.
            var lowest = place * RiskPolicy.FallsAt;
            var highest = lowest / RiskPolicy.FallsAt * 0.999;
            var level = RiskLevel.None;
            foreach (var waver in wavers)
            {
                var next = RiskPolicy.LevelOf(lowest + (waver * (highest - lowest)), 0, thresholds, level);
                if (next < level) return false;
                level = next;
            }

            return true;
        });

    [Fact]
    public void A_higher_risk_never_means_a_lower_level() =>
        Gen.Select(Thresholds, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Enum<RiskLevel>()).Sample((thresholds, one, other, before) =>
            RiskPolicy.LevelOf(Math.Min(one, other), 0, thresholds, before) <= RiskPolicy.LevelOf(Math.Max(one, other), 0, thresholds, before));

    [Fact]
    public void Stepping_in_is_worth_its_cost_exactly_from_the_threshold_on() =>
        Gen.Select(Costs, Gen.Double[0, 1]).Sample((costs, failure) =>
        {
            var cost = EscalationThresholds.CostOfStepping(costs, failure);
            var threshold = EscalationThresholds.Of(costs).Escalate;
            return Math.Abs(failure - threshold) < 1e-9 || threshold >= 1 || failure > threshold == cost < 0;
        });

    [Fact]
    public void Dearer_customers_are_helped_earlier_and_dearer_workers_later() =>
        Costs.Sample(costs =>
        {
            var now = EscalationThresholds.Of(costs).Escalate;
            costs.LostCustomer *= 2;
            var dearCustomer = EscalationThresholds.Of(costs).Escalate;
            costs.LostCustomer /= 2;
            costs.MinuteOfWorker *= 2;
            return dearCustomer <= now && now <= EscalationThresholds.Of(costs).Escalate;
        });

    [Theory]
    [InlineData("Desk:Escalation:Costs:LostCustomer", "0")]
    [InlineData("Desk:Escalation:Teams:gold:SavedByIntervention", "2")]
    [InlineData("Desk:Escalation:ExpectedFailures", "1")]
    public async Task Costs_out_of_range_stop_the_start(string key, string value) =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => DeskHost.StartAsync((key, value)));
}
