using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Audit.Tests;

public sealed class PlanTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 40).Select(number => $"r{number}")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task<RadarPlan> PlanAsync(string more = "", string yaml = "") =>
        new ReplyRadar(new FakeTimeProvider(new DateTimeOffset(2025, 6, 2, 6, 0, 0, TimeSpan.Zero)), NullLoggerFactory.Instance).Plan(await EngagementFile.ParseAsync("e.yaml", yaml.Length > 0 ? yaml : Rehearsal.Yaml(Names, more), Cancelled));

    [Fact]
    public async Task The_same_seed_gives_the_same_plan_and_another_seed_another()
    {
        static IEnumerable<(string, string, string, DateTimeOffset)> Draw(RadarPlan plan) => plan.Probes.Select(probe => (probe.Route, probe.Enquiry.Id, probe.Enquiry.Language, probe.SendAt));
        var first = await PlanAsync();
        Assert.Equal(Draw(first), Draw(await PlanAsync()));
        Assert.NotEqual(Draw(first), Draw(await PlanAsync("  seed: 2")));
    }

    [Fact]
    public async Task Enquiries_are_spread_over_the_whole_week_and_over_languages()
    {
        var plan = await PlanAsync();
        Assert.Equal(7, plan.Probes.Select(probe => probe.SendAt.DayOfWeek).Distinct().Count());
        Assert.Contains(plan.Probes, probe => probe.SendAt.Hour is < 6 or > 21);
        Assert.All(plan.Probes.GroupBy(probe => probe.Enquiry.Language), group => Assert.InRange(group.Count(), 7, 9));
        Assert.All(plan.Probes, probe => Assert.InRange(probe.SendAt, plan.From, plan.From.AddDays(7)));
        Assert.Equal(plan.Probes.Count, plan.Probes.Select(probe => probe.From).Distinct().Count());
        Assert.Equal(plan.Probes.Count, plan.Probes.Select(probe => probe.Token).Distinct().Count());
    }

    [Fact]
    public async Task What_cannot_end_within_the_engagement_or_writes_twins_to_the_audited_side_is_refused_at_once()
    {
        var wrong = await Assert.ThrowsAsync<RadarException>(() => PlanAsync(yaml: Rehearsal.Yaml(Names, "  followUpDays: 14").Replace("to: 2025-07-31", "to: 2025-06-10", StringComparison.Ordinal).Replace("address: " + Rehearsal.Control, "address: twin@nordlicht.example", StringComparison.Ordinal)));
        Assert.Contains("the engagement ends on 2025-06-10", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("The reminder", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("must be the auditor's own", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_enquiries_that_come_with_Baton_press_nobody_and_exist_in_five_languages()
    {
        Assert.Empty(EnquiryList.All.SelectMany(EnquiryLint.Check));
        Assert.All(EnquiryList.All.GroupBy(enquiry => enquiry.Id), group => Assert.Equal(["de", "en", "es", "fr", "zh"], group.Select(enquiry => enquiry.Language).Order()));
        foreach (var language in new[] { "en", "de", "es", "fr", "zh" })
            Assert.Empty(TemplateLint.Check($"{ProbeWords.Of(language).Reminder} {ProbeWords.Of(language).Closing}"));
    }

    [Theory]
    [InlineData("请在三天内回复，否则我会采取法律行动。")]
    [InlineData("根据个人信息保护法，我要求查阅我的数据。")]
    public void A_Chinese_text_that_presses_people_is_refused(string text) => Assert.NotEmpty(TemplateLint.Check(text));
}
