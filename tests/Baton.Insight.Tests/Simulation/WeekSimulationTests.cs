using Baton.Desk;

namespace Baton.Insight.Tests;

public sealed class WeekSimulationTests
{
    private static readonly SimulatedService Small = new() { Workers = 30, Conversations = 6_000 };
    private static readonly SimulatedService Tiny = new() { Workers = 10, Conversations = 500 };

    [Fact]
    public void In_a_week_nobody_is_left_unanswered_and_the_dispatch_breaks_no_cap()
    {
        var reports = SimulatedWeeks.Compare(Small, new(), new());
        Assert.All(reports, report => Assert.Equal(0, report.Unanswered));
        Assert.All(reports, report => Assert.Equal(report.NeededPerson, report.Answered + report.Left));
        var dispatch = reports[0];
        Assert.Equal(RoutingNames.Dispatch, dispatch.Routing);
        Assert.Equal((0, 0), (dispatch.CapsBroken, dispatch.NeedlesslyInRow));

        // The same check finds what the others do: it can fail.
        Assert.All(reports.Skip(1), report => Assert.True(report.CapsBroken > 0 && report.NeedlesslyInRow > 0));
        Assert.All(reports.Skip(1), report => Assert.True(dispatch.EmotionalGini < report.EmotionalGini));
    }

    [Fact]
    public void The_same_seed_is_the_same_week() =>
        Assert.Equal(SimulatedWeeks.Compare(Tiny, new(), new()), SimulatedWeeks.Compare(Tiny, new(), new()));
}
