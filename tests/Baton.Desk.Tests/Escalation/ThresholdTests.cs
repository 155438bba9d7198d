using Baton.Journal;
using CsCheck;
using Microsoft.Extensions.Options;

namespace Baton.Desk.Tests;

/// <summary>What thresholds would have changed, told from the log, and a lead's choice of another.</summary>
public sealed class ThresholdTests
{
    private static readonly WorkerId Worker = new("w1");

    private static readonly Gen<IReadOnlyList<PastConversation>> Past = Gen.Select(
        Gen.Double[0, 1].List[1, 8], Gen.Int[-1, 7], Gen.Enum<PastEnd>(),
        (risks, person, end) => new PastConversation("default", risks, person < 0 || person >= risks.Count ? null : person, end)).List[0, 60].Select(list => (IReadOnlyList<PastConversation>)list);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, ConversationEvent[]> Ends => new()
    {
        { "Well", [new ConversationClosed("customer", null, "resolved")] },
        { "Well", [Read("neutral"), new ConversationClosed("deadline", null, "silent")] },
        { "Failed", [Read("resigned"), new ConversationClosed("deadline", null, "silent")] },
        { "Failed", [new ConversationClosed("customer", null, "unresolved")] },
        { "Failed", [new ConversationClosed("agent", null, "resolved"), new ConversationRated(2, "")] },
        { "Well", [new ConversationClosed("agent", null, "resolved"), new ConversationRated(4, "")] },
        { "Failed", [new AgentReplied("No.", 2, [], []), new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "", [], 2), new ConversationClosed("worker", Worker, "resolved")] },
        { "Unknown", [new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "", [], 2), new ConversationClosed("worker", Worker, "resolved")] },
        { "Failed", [new SignalRaised("tool-failed", EscalationKind.Technical, 2, "", 0.7), new Escalated(EscalationKind.Technical, EscalationTrigger.Algorithm, "", [], 2), new ConversationClosed("worker", Worker, "resolved")] },
        { "Unknown", [new SignalRaised("no-progress", EscalationKind.Technical, 2, "", 0.7), new Escalated(EscalationKind.Technical, EscalationTrigger.Algorithm, "", [], 2), new ConversationClosed("worker", Worker, "resolved")] },
        { "Failed", [new WorkerTookOver(Worker, "Wanda", "takeover", 2), new ConversationClosed("worker", Worker, "resolved")] },
        { "Unknown", [new EligibilityDecided(false, "people only"), new ConversationClosed("worker", Worker, "resolved")] },
        { "Unknown", [] },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_log_tells_how_a_conversation_of_the_agent_went(string end, ConversationEvent[] then)
    {
        await using var desk = await DeskHost.StartAsync();
        await LogAsync(desk, DeskHost.Start.AddDays(-1), [Wrote("Where is it?"), new RiskAssessed(0.1, 0.05, RiskLevel.None), .. then]);
        var past = Assert.Single(await desk.Get<PastConversations>().ReadAsync(DeskHost.Start.AddDays(-2), DeskHost.Start, Cancel));
        Assert.Equal((end, "default"), (past.End.ToString(), past.Team));
        Assert.Equal(0.15, Assert.Single(past.Risks), 6);
    }

    [Fact]
    public async Task Only_conversations_opened_in_the_window_count_and_only_risks_while_the_agent_had_them()
    {
        await using var desk = await DeskHost.StartAsync();
        await LogAsync(desk, DeskHost.Start.AddDays(-40), [Wrote("Old"), new RiskAssessed(0.9, 0, RiskLevel.None)]);
        await LogAsync(
            desk,
            DeskHost.Start.AddDays(-3),
            [
                Wrote("One"), new RiskAssessed(0.1, 0.1, RiskLevel.None), new AgentReplied("No.", 2, [], []), Wrote("Two"), new RiskAssessed(0.3, 0.2, RiskLevel.None),
                new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "", [], 2), Wrote("Three"), new RiskAssessed(0.9, 0.1, RiskLevel.None),
            ]);
        var past = Assert.Single(await desk.Get<PastConversations>().ReadAsync(DeskHost.Start.AddDays(-30), DeskHost.Start, Cancel));
        Assert.Equal([0.2, 0.5], past.Risks);
        Assert.Equal((1, PastEnd.Failed), (past.PersonAt, past.End));
        Assert.Equal((1, null), (past.LeadAt(0.2), past.LeadAt(0.3)));
    }

    [Fact]
    public void A_lower_threshold_never_meets_fewer_early_nor_interrupts_fewer() =>
        Gen.Select(Past, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((past, one, other) =>
        {
            var curve = new ThresholdCurve(past, new());
            var (low, high) = (curve.At(Math.Min(one, other)), curve.At(Math.Max(one, other)));
            return low.EarlySaves >= high.EarlySaves && low.Needless >= high.Needless && low.EarlySaves <= curve.Failed && low.Needless <= curve.Well;
        });

    [Fact]
    public void The_cheapest_point_costs_no_more_than_any_other_and_needs_enough_to_choose_by() =>
        Past.Sample(past =>
        {
            var curve = new ThresholdCurve(past, new());
            return curve.Cheapest is { } cheapest ? curve.IsEnough && curve.Points.All(point => point.Cost >= cheapest.Cost) : !curve.IsEnough;
        });

    [Fact]
    public void Costs_are_those_of_lost_customers_minutes_and_needless_interruptions()
    {
        // Of ten, two fail: one would have been met early, and one good one interrupted.
        PastConversation[] past =
        [
            new("default", [0.2, 0.6, 0.7], 2, PastEnd.Failed), new("default", [0.1, 0.2], 1, PastEnd.Failed), new("default", [0.6], null, PastEnd.Well),
            .. Enumerable.Repeat(new PastConversation("default", [0.1], null, PastEnd.Well), 7),
        ];
        var point = new ThresholdCurve(past, new() { MinuteOfWorker = 1, MinutesOfIntervention = 5, NeedlessInterruption = 3, LostCustomer = 40, SavedByIntervention = 0.5 }).At(0.5);
        Assert.Equal((1, 1, 1.0), (point.EarlySaves, point.Needless, point.MedianLead));
        Assert.Equal(100 * (40 + (40 * 0.5) + 5 + 5 + 3) / 10, point.Cost, 6);
    }

    [Fact]
    public async Task A_lead_s_choice_holds_at_once_for_its_team_alone_and_after_a_restart()
    {
        await using var desk = await DeskHost.StartAsync();
        await desk.Get<ThresholdDesk>().ChooseAsync("default", 0.62, "Lena", Cancel);
        Assert.Equal(0.62, desk.Get<ThresholdDesk>().Of("Default").Escalate);
        Assert.Equal(desk.Get<ThresholdDesk>().OfCosts("billing"), desk.Get<ThresholdDesk>().Of("billing"));

        await desk.RestartAsync();
        Assert.Equal(0.62, desk.Get<ThresholdDesk>().Of("default").Escalate);
        await desk.Get<ThresholdDesk>().ChooseAsync("default", null, "Adam", Cancel);
        Assert.Equal(desk.Get<ThresholdDesk>().OfCosts("default"), desk.Get<ThresholdDesk>().Of("default"));
        Assert.Equal([("Adam", null), ("Lena", 0.62)], (await desk.Get<ThresholdDesk>().ChoicesAsync("default", Cancel)).Select(choice => (choice.By, choice.Escalate)));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1.2)]
    [InlineData(double.NaN)]
    public async Task A_threshold_out_of_range_is_refused_and_nothing_changes(double threshold)
    {
        await using var desk = await DeskHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => desk.Get<ThresholdDesk>().ChooseAsync("default", threshold, "Lena", Cancel));
        Assert.Equal(desk.Get<ThresholdDesk>().OfCosts("default"), desk.Get<ThresholdDesk>().Of("default"));
        Assert.Empty(await desk.Get<ThresholdDesk>().ChoicesAsync("default", Cancel));
    }

    [Fact]
    public async Task A_choice_made_on_another_node_is_followed()
    {
        await using var desk = await DeskHost.StartAsync();
        var options = desk.Get<IOptions<EscalationOptions>>();
        var otherNode = new ThresholdDesk(desk.Get<IKeptValues>(), new TeamThresholds(options), options, desk.Time);
        await otherNode.ChooseAsync("default", 0.33, "Lena", Cancel);
        Assert.Equal(desk.Get<ThresholdDesk>().OfCosts("default"), desk.Get<ThresholdDesk>().Of("default"));
        await desk.Get<ThresholdDesk>().RefreshAsync(Cancel);
        Assert.Equal(0.33, desk.Get<ThresholdDesk>().Of("default").Escalate);
    }

    private static CustomerWrote Wrote(string text) => new(Guid.NewGuid().ToString("N"), text, []);

    private static MessageInterpreted Read(string feeling) => new(2, "test", "en", null, 0, feeling, System.Text.Json.JsonSerializer.SerializeToElement(Array.Empty<string>()));

    private static async Task LogAsync(DeskHost desk, DateTimeOffset at, IReadOnlyList<ConversationEvent> events) =>
        await desk.Journal.AppendAsync(
            ConversationId.New(desk.Time), 0, [new ConversationOpened("web", Customer.Anonymous, "en", "default", false), .. events], at, null, Cancel);
}
