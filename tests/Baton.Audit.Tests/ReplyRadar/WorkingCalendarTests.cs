using System.Globalization;
using Baton.Mail;

namespace Baton.Audit.Tests;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Berlin = new(new WorkingHours("Europe/Berlin") { Holidays = [new DateOnly(2025, 6, 9)] });

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2025-06-04T08:00Z", "2025-06-04T10:00Z", 2)]
    [InlineData("2025-06-06T14:00Z", "2025-06-10T08:00Z", 2)]
    [InlineData("2025-06-07T08:00Z", "2025-06-09T20:00Z", 0)]
    [InlineData("2025-06-04T08:00Z", "2025-06-04T07:00Z", 0)]
    [InlineData("2025-03-28T15:00Z", "2025-03-31T08:00Z", 2)]
    [InlineData("2025-10-24T14:00Z", "2025-10-27T09:00Z", 2)]
    public void Working_time_leaves_out_nights_weekends_and_holidays_and_follows_summer_time(string from, string to, double hours) =>
        Assert.Equal(hours, Berlin.Between(At(from), At(to)).TotalHours, 9);

    [Theory]
    [InlineData(2, PromiseUnit.WorkingDays, "2025-06-06T12:00Z", "2025-06-11T22:00Z")]
    [InlineData(24, PromiseUnit.Hours, "2025-06-06T12:00Z", "2025-06-07T12:00Z")]
    [InlineData(4, PromiseUnit.WorkingHours, "2025-06-06T13:00Z", "2025-06-10T09:00Z")]
    [InlineData(0, PromiseUnit.Days, "2025-06-06T12:00Z", "2025-06-06T22:00Z")]
    [InlineData(1, PromiseUnit.Weeks, "2025-06-06T12:00Z", "2025-06-13T22:00Z")]
    public void A_promise_falls_due_in_the_organisations_favour(int amount, PromiseUnit unit, string given, string due) =>
        Assert.Equal(At(due), PromiseDue.Of(new Promise(amount, unit, ""), At(given), Berlin));

    [Fact]
    public void As_soon_as_possible_cannot_be_broken() => Assert.Null(PromiseDue.Of(new Promise(0, PromiseUnit.None, ""), At("2025-06-06T12:00Z"), Berlin));

    [Fact]
    public void Hours_that_cannot_be_are_said_in_words()
    {
        Assert.Contains("there is no time zone 'Europe/Berln'", Assert.Single(WorkingCalendar.Mistakes(new WorkingHours("Europe/Berln"))), StringComparison.Ordinal);
        Assert.Single(WorkingCalendar.Mistakes(new WorkingHours("UTC") { Opens = "17:00", Closes = "09:00" }));
        Assert.Single(WorkingCalendar.Mistakes(new WorkingHours("UTC") { Opens = "9", Closes = "17:00" }));
    }
}
