using System.Globalization;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Desk.Tests;

public sealed class WaitTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly HandoffOptions Options = new();

    [Fact]
    public void With_a_free_worker_the_wait_is_the_usual_one() =>
        Assert.Equal(Monday + Options.ExpectedWait, Estimate([Worker(5, 2)], waiting: 0).By);

    [Fact]
    public void With_everybody_busy_the_wait_grows_with_those_before()
    {
        var first = Estimate([Worker(1, 1)], waiting: 0);
        var fourth = Estimate([Worker(1, 1)], waiting: 3);
        Assert.Equal(Monday + Options.BusyWait, first.By);
        Assert.Equal(Monday + (Options.BusyWait * 4), fourth.By);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", null)]
    [InlineData("2026-11-23T18:00:00Z", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-27T18:00:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-24T06:00:00Z", "2026-11-24T09:00:00Z")]
    public void Out_of_hours_the_promise_is_an_hour_after_the_next_opening(string now, string? promised)
    {
        // Berlin is an hour ahead of UTC in November: nine o'clock there is eight here, plus the hour to answer.
        var hours = new OpeningHours("Europe/Berlin", [.. "Monday Tuesday Wednesday Thursday Friday".Split(' ').Select(day => $"{day} 09:00-17:30")]);
        var wait = WaitPolicy.Estimate(At(now), [Worker(5, 0)], 0, "default", new(), hours, Options);
        Assert.Equal(promised is not null, wait.IsOutOfHours);
        if (promised is not null) Assert.Equal(At(promised), wait.By);
    }

    [Fact]
    public void With_nobody_signed_in_and_no_hours_known_the_promise_is_long_enough_to_keep() =>
        Assert.Equal(new ExpectedWait(Monday + Options.UnstaffedWait, true), Estimate([], waiting: 0));

    [Theory]
    [InlineData("Mars/Olympus", "Monday 09:00-17:00")]
    [InlineData("UTC", "Monday 17:00-09:00")]
    [InlineData("UTC", "Someday 09:00-17:00")]
    [InlineData("UTC", "Monday nine to five")]
    public void A_wrong_opening_time_is_named(string zone, string line)
    {
        var wrong = Assert.Throws<FormatException>(() => new OpeningHours(zone, [line]));
        Assert.Contains(zone == "UTC" ? line : zone, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12-25", "2026-12-25T10:00:00Z", "2026-12-28T08:00:00Z")]
    [InlineData("2026-12-24", "2026-12-23T20:00:00Z", "2026-12-25T08:00:00Z")]
    [InlineData("2026-12-24 10:00-12:00", "2026-12-24T08:30:00Z", "2026-12-24T09:00:00Z")]
    [InlineData("2026-12-24 09:00-12:00", "2026-12-24T12:00:00Z", "2026-12-25T08:00:00Z")]
    [InlineData("2025-12-25", "2026-12-25T10:00:00Z", null)]
    public void On_a_holiday_the_next_opening_is_the_next_working_one(string holiday, string now, string? opening)
    {
        var hours = new OpeningHours("Europe/Berlin", [.. "Monday Tuesday Wednesday Thursday Friday".Split(' ').Select(day => $"{day} 09:00-17:30")], [holiday]);
        Assert.Equal(opening is null, hours.IsOpen(At(now)));
        if (opening is not null) Assert.Equal(At(opening), hours.NextOpening(At(now)));
    }

    [Theory]
    [InlineData("Christmas")]
    [InlineData("13-45")]
    [InlineData("12-25 nine")]
    public void A_wrong_holiday_is_named(string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => new OpeningHours("UTC", ["Monday 09:00-17:00"], [line])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "in about 3 min")]
    [InlineData("de-AT", "in etwa 3 Min.")]
    [InlineData("zh-Hans", "大约 3 分钟后")]
    [InlineData("xx", "in about 3 min")]
    public void The_promise_speaks_the_customer_s_language(string locale, string words) =>
        Assert.Contains(words, new Notices().Promise(locale, new(Monday.AddMinutes(3), false), Monday, TimeZoneInfo.Utc, false).Text, StringComparison.Ordinal);

    private static ExpectedWait Estimate(IReadOnlyList<WorkerPresence> workers, int waiting) =>
        WaitPolicy.Estimate(Monday, workers, waiting, "default", new(), new("UTC", []), Options);

    private static WorkerPresence Worker(int capacity, int holding) =>
        new(new(new WorkerId("wanda"), "Wanda"), Availability.Available, capacity, holding);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
