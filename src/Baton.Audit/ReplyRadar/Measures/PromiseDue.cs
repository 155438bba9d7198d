using Baton.Mail;

namespace Baton.Audit;

/// <summary>When a promise falls due, read in the organisation's favour: days end at its midnight, working time by its own hours.</summary>
internal static class PromiseDue
{
    /// <summary>The last moment at which it is kept; <see langword="null"/> when no time was named, so that it cannot be broken.</summary>
    public static DateTimeOffset? Of(Promise promise, DateTimeOffset given, WorkingCalendar calendar) => promise.Unit switch
    {
        PromiseUnit.Minutes => given.AddMinutes(promise.Amount),
        PromiseUnit.Hours => given.AddHours(promise.Amount),
        PromiseUnit.WorkingHours => calendar.Add(given, TimeSpan.FromHours(promise.Amount)),
        PromiseUnit.Days => calendar.EndOfDay(given, promise.Amount),
        PromiseUnit.WorkingDays => calendar.EndOfWorkingDay(given, promise.Amount),
        PromiseUnit.Weeks => calendar.EndOfDay(given, promise.Amount * 7),
        PromiseUnit.Months => calendar.EndOfMonths(given, promise.Amount),
        _ => null,
    };
}
