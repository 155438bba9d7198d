using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk.Tests;

/// <summary>What one team does otherwise than the others: calendar, offers, overflow, nights.</summary>
public sealed class TeamHandoffTests
{
    private static readonly ActingWorker Bill = new(new("bill"), "Bill");
    private static readonly ActingWorker Sue = new(new("sue"), "Sue");

    /// <summary>Monday, ten in the morning.</summary>
    private static readonly DateTimeOffset Now = DeskHost.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_team_offers_its_customers_to_its_own_workers_and_after_a_time_to_those_of_another()
    {
        await using var desk = await DeskHost.StartAsync(
            ("Desk:Dispatch:Profiles:bill:Teams:0", "billing"), ("Desk:Dispatch:Profiles:sue:Teams:0", "shipping"),
            ("Desk:Handoff:Teams:billing:OverflowTo", "shipping"), ("Desk:Handoff:Teams:billing:OverflowAfter", "00:02:00"), ("Desk:Handoff:Teams:shipping:OfferFor", "00:01:00"));
        await desk.Get<IWorkforce>().SetPresenceAsync(Sue, Availability.Available, 5, Cancel);
        var id = await AskAsync(desk, "billing");
        await TickAsync(desk, 5);
        Assert.Empty(await desk.Get<IWorkforce>().ListOffersAsync(Cancel));

        desk.Time.Advance(TimeSpan.FromSeconds(118));
        await desk.Get<IWorkforce>().SetPresenceAsync(Sue, Availability.Available, 5, Cancel);
        await TickAsync(desk, 2);
        Assert.Equal((id, Sue.Id), Only(await desk.Get<IWorkforce>().ListOffersAsync(Cancel)));
    }

    [Fact]
    public async Task A_worker_of_the_customers_team_is_asked_and_a_strangers_place_stays_empty()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Dispatch:Profiles:bill:Teams:0", "billing"), ("Desk:Dispatch:Profiles:sue:Teams:0", "shipping"));
        await desk.Get<IWorkforce>().SetPresenceAsync(Sue, Availability.Available, 5, Cancel);
        await desk.Get<IWorkforce>().SetPresenceAsync(Bill, Availability.Available, 5, Cancel);
        var id = await AskAsync(desk, "billing");
        await TickAsync(desk, 3);
        Assert.Equal((id, Bill.Id), Only(await desk.Get<IWorkforce>().ListOffersAsync(Cancel)));
    }

    [Fact]
    public async Task A_closed_team_that_waits_for_its_opening_asks_nobody_before()
    {
        await using var desk = await DeskHost.StartAsync(
            ("Desk:Handoff:Teams:billing:OpeningHours:0", "Monday 12:00-17:00"), ("Desk:Handoff:Teams:billing:OutOfHours", "WaitForOpening"));
        await desk.Get<IWorkforce>().SetPresenceAsync(Bill, Availability.Available, 5, Cancel);
        var closed = await AskAsync(desk, "billing");
        var open = await AskAsync(desk, "shipping");
        await TickAsync(desk, 3);
        Assert.Equal((open, Bill.Id), Only(await desk.Get<IWorkforce>().ListOffersAsync(Cancel)));
        Assert.Equal(NoticeKinds.OutOfHours, (await PromiseOf(desk, closed)).Kind);
        Assert.Equal(Now.AddHours(3), (await PromiseOf(desk, closed)).By);
        Assert.Equal(NoticeKinds.Promise, (await PromiseOf(desk, open)).Kind);
    }

    [Theory]
    [InlineData(OutOfHoursRule.WhoeverIsThere, 0, "night")]
    [InlineData(OutOfHoursRule.WhoeverIsThere, 6, "night,default")]
    [InlineData(OutOfHoursRule.WaitForOpening, 600, "")]
    [InlineData(OutOfHoursRule.Overflow, 0, "night,default")]
    public void While_a_team_is_closed_its_rule_says_who_is_asked(OutOfHoursRule rule, int waitedMinutes, string asked)
    {
        var options = new HandoffOptions { Teams = { ["night"] = new() { OutOfHours = rule, OverflowTo = "default", OpeningHours = { "Sunday 01:00-02:00" } } } };
        var teams = new HandoffTeams(Options.Create(options), Options.Create(new DispatchOptions()));
        Assert.Equal(asked, string.Join(',', teams.AskedFor("night", Now.AddMinutes(-waitedMinutes), Now)));
    }

    [Fact]
    public void A_team_that_is_closed_itself_helps_nobody_and_one_that_is_always_open_has_no_calendar()
    {
        var options = new HandoffOptions
        {
            OpeningHours = { "Sunday 01:00-02:00" },
            Teams = { ["night"] = new() { OutOfHours = OutOfHoursRule.Overflow, OverflowTo = "default" }, ["hotline"] = new() { OpeningHours = { "always" } } },
        };
        var teams = new HandoffTeams(Options.Create(options), Options.Create(new DispatchOptions()));
        Assert.Equal(["night"], teams.AskedFor("night", Now.AddHours(-1), Now));
        Assert.True(teams.Of("HOTLINE").Hours.IsUnlimited);
    }

    [Fact]
    public void Mistakes_name_section_key_and_value_and_come_all_at_once()
    {
        var options = new HandoffOptions
        {
            Teams =
            {
                ["a"] = new() { OfferFor = TimeSpan.Zero, OverflowTo = "b" },
                ["c"] = new() { OutOfHours = OutOfHoursRule.Overflow, OpeningHours = { "Mon 9-5" } },
                ["d"] = new() { OverflowTo = "D", TimeZone = "Mars/Olympus" },
            },
        };
        var failures = new HandoffOptionsValidator().Validate(null, options).Failures!.ToList();
        string[] expected =
        [
            "Desk:Handoff:Teams:a:OfferFor (00:00:00):", "Desk:Handoff:Teams:a:OverflowTo (b) is no team. Known are: a, c, d, default.",
            "Desk:Handoff:Teams:c: 'Mon 9-5' is not an opening time", "Desk:Handoff:Teams:c:OutOfHours is Overflow", "Desk:Handoff:Teams:d:OverflowTo (D) is the team itself",
            "Desk:Handoff:Teams:d: 'Mars/Olympus' is not a known time zone",
        ];
        Assert.All(expected, mistake => Assert.Contains(failures, failure => failure.StartsWith(mistake, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, failures.Count);
    }

    [Theory]
    [InlineData("Desk:Dispatch:Every", "00:05:00")]
    [InlineData("Desk:Dispatch:OfferFor", "00:00:01")]
    [InlineData("Desk:Load:MostSupervised", "0")]
    [InlineData("Desk:Handoff:BusyWait", "00:00:01")]
    [InlineData("Desk:Deadlines:WorkerAnswers", "00:00:01")]
    public async Task A_setting_out_of_its_bounds_stops_the_start_and_is_named_with_its_section(string key, string value)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => DeskHost.StartAsync((key, value)));
        Assert.Contains($"{key} ({value})", wrong.Message, StringComparison.Ordinal);
    }

    private static (ConversationId Conversation, WorkerId Worker) Only(IReadOnlyList<WorkOffer> offers) => (Assert.Single(offers).Conversation, offers[0].Worker);

    private static async Task<CustomerNotified> PromiseOf(DeskHost desk, ConversationId id) => (await desk.EventsAsync(id)).OfType<CustomerNotified>().First(told => told.By is not null);

    private static async Task<ConversationId> AskAsync(DeskHost desk, string team)
    {
        var id = await desk.Conversations.OpenAsync(new("web", Customer.Anonymous, "en", team, false), Cancel);
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        return id;
    }

    /// <summary>Some seconds, each with its round of dispatch; asking the grain afterwards comes behind the round.</summary>
    private static async Task TickAsync(DeskHost desk, int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            await desk.Get<IWorkforce>().ListOffersAsync(Cancel);
        }
    }
}
