namespace Baton.Audit.Tests;

/// <summary>What became of findings from one run of the Reply Radar to the next.</summary>
public sealed class RadarLifeTests
{
    private static readonly Finding Silent = new("radar.no-reply", "help@shop.example", Verdict.NotEvidenced, Severity.High, "No answer.", "", [], "");

    private static AuditReport Run(int day, ProbeOutcome outcome, bool isValid = true, params Finding[] findings) => new(1, ReplyRadar.Tool, "https://shop.example/", At(day), At(day), "Baton")
    {
        Coverage = new(1, 0, 0, 0, [], 0, 0, 0),
        Findings = findings,
        Routes = [],
        Domains = [],
        NotTested = [],
        Radar = new(isValid, "", 1, At(day), At(day), 14, "", [new("k", "help@shop.example", "en", "returns", outcome, "", At(day), true, 3, 0, [])], Nothing, Nothing, [], [], new(0, 0, null, null, 0, 0)),
    };

    private static ReplyCurve Nothing => new(0, 0, 0, 0, 0, true, null, [], []);

    private static DateTimeOffset At(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ProbeOutcome.Resolved, true, LifeState.Gone)]
    [InlineData(ProbeOutcome.Acknowledged, true, LifeState.Gone)]
    [InlineData(ProbeOutcome.NotSent, true, LifeState.NotSeenAgain)]
    [InlineData(ProbeOutcome.Unclear, true, LifeState.NotSeenAgain)]
    [InlineData(ProbeOutcome.Blocked, true, LifeState.NotSeenAgain)]
    [InlineData(ProbeOutcome.Resolved, false, LifeState.NotSeenAgain)]
    public void A_finding_is_gone_only_where_its_address_was_asked_again_and_told(ProbeOutcome later, bool isValid, LifeState state)
    {
        AuditReport[] runs = [Run(1, ProbeOutcome.Silent, findings: Silent), Run(20, later, isValid)];
        Assert.Equal(state, Assert.Single(FindingLife.Of(runs)).State);
        var diff = ReportDiff.Between(runs[0], runs[1]);
        Assert.Equal((state == LifeState.Gone ? 1 : 0, state == LifeState.Gone ? 0 : 1), (diff.Gone.Count, diff.NotSeenAgain.Count));
    }

    [Fact]
    public void A_finding_of_an_address_that_is_no_longer_asked_is_not_gone()
    {
        var elsewhere = Run(1, ProbeOutcome.Silent, findings: Silent with { Subject = "orders@shop.example" });
        Assert.Single(ReportDiff.Between(elsewhere, Run(20, ProbeOutcome.Resolved)).NotSeenAgain);
        Assert.Single(ReportDiff.Between(Run(1, ProbeOutcome.Silent, findings: Silent), Run(20, ProbeOutcome.Silent, findings: Silent)).Still);
    }
}
