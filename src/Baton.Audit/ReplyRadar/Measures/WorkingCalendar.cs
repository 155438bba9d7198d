using System.Globalization;

namespace Baton.Audit;

/// <summary>An organisation's working time, by its own clock and time zone.</summary>
public sealed class WorkingCalendar
{
    private static readonly Dictionary<string, DayOfWeek> Names = Enum.GetValues<DayOfWeek>().ToDictionary(day => day.ToString()[..3].ToLowerInvariant(), StringComparer.Ordinal);

    private readonly TimeZoneInfo _zone;
    private readonly HashSet<DayOfWeek> _days;
    private readonly HashSet<DateOnly> _holidays;
    private readonly TimeOnly _opens;
    private readonly TimeOnly _closes;

    /// <param name="hours">When it works; <see langword="null"/> for Monday to Friday, 09:00 to 17:00 UTC.</param>
    /// <exception cref="RadarException">The hours are wrong.</exception>
    public WorkingCalendar(WorkingHours? hours)
    {
        if (Mistakes(hours).ToList() is { Count: > 0 } mistakes) throw new RadarException(string.Join(' ', mistakes));
        hours ??= new WorkingHours("UTC");
        (_zone, _days, _holidays) = (TimeZoneInfo.FindSystemTimeZoneById(hours.Zone), [.. hours.Days.Select(day => Names[day])], [.. hours.Holidays]);
        (_opens, _closes) = (Clock(hours.Opens)!.Value, Clock(hours.Closes)!.Value);
    }

    /// <summary>What is wrong with hours, in words; empty when nothing is.</summary>
    public static IEnumerable<string> Mistakes(WorkingHours? hours)
    {
        if (hours is null) yield break;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(hours.Zone, out _)) yield return $"radar.workingHours.zone: there is no time zone '{hours.Zone}'. Write Europe/Berlin, for example.";
        if (Clock(hours.Opens) is not { } opens || Clock(hours.Closes) is not { } closes) yield return "radar.workingHours: opens and closes are times such as 09:00.";
        else if (opens >= closes) yield return $"radar.workingHours: it closes ({hours.Closes}) before it opens ({hours.Opens}).";
        if (hours.Days.Count == 0 || hours.Days.Any(day => !Names.ContainsKey(day))) yield return "radar.workingHours.days: mon, tue, wed, thu, fri, sat, sun.";
    }

    /// <summary>How much working time lies between two moments; zero when the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        for (var day = DayOf(from); day <= DayOf(to); day = day.AddDays(1))
        {
            if (!IsWorking(day)) continue;
            var (open, close) = (Later(At(day, _opens), from), Earlier(At(day, _closes), to));
            if (close > open) sum += close - open;
        }
        return sum;
    }

    /// <summary>Whether somebody works at a moment.</summary>
    public bool IsOpen(DateTimeOffset at) => DayOf(at) is var day && IsWorking(day) && at >= At(day, _opens) && at < At(day, _closes);

    /// <summary>The moment at which an amount of working time has passed.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan working)
    {
        for (var day = DayOf(from); ; day = day.AddDays(1))
        {
            if (!IsWorking(day)) continue;
            var (open, close) = (Later(At(day, _opens), from), At(day, _closes));
            if (close <= open) continue;
            if (working <= close - open) return open + working;
            working -= close - open;
        }
    }

    /// <summary>The end (midnight by the organisation's clock) of the n-th working day after the day of a moment.</summary>
    public DateTimeOffset EndOfWorkingDay(DateTimeOffset from, int days)
    {
        var day = DayOf(from);
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) days--;
        }
        return EndOf(day);
    }

    /// <summary>The end (midnight by the organisation's clock) of the n-th day of the calendar after the day of a moment.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset from, int days) => EndOf(DayOf(from).AddDays(days));

    /// <summary>The end of the same day some months later.</summary>
    public DateTimeOffset EndOfMonths(DateTimeOffset from, int months) => EndOf(DayOf(from).AddMonths(months));

    private static TimeOnly? Clock(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private bool IsWorking(DateOnly day) => _days.Contains(day.DayOfWeek) && !_holidays.Contains(day);

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>A moment by the organisation's clock. One that the change to summer time leaves out is moved by the hour that is lost.</summary>
    private DateTimeOffset At(DateOnly day, TimeOnly clock)
    {
        var local = day.ToDateTime(clock, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
