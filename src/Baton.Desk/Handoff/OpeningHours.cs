using System.Globalization;

namespace Baton.Desk;

/// <summary>When people are at work: daily spans on weekdays in one time zone, and the days on which others or none hold.</summary>
internal sealed class OpeningHours
{
    /// <summary>A calendar of yearly holidays repeats within this; beyond it nobody is ever at work.</summary>
    private const int DaysAhead = 400;

    private readonly List<(DayOfWeek Day, Span Hours)> _spans = [];
    private readonly List<Holiday> _holidays;

    /// <exception cref="FormatException">A line or the time zone cannot be read, or no day is open; the message says which and how to write it.</exception>
    public OpeningHours(string timeZone, IEnumerable<string> lines, IEnumerable<string>? holidays = null)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
            throw new FormatException($"'{timeZone}' is not a known time zone. Write an IANA name such as Europe/Berlin.");
        Zone = zone;
        foreach (var line in lines)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 2 || !Enum.TryParse<DayOfWeek>(parts[0], ignoreCase: true, out var day) || Span.Read(parts[1]) is not { } span)
                throw new FormatException($"'{line}' is not an opening time. Write for example: Monday 09:00-17:30.");
            _spans.Add((day, span));
        }

        _holidays = [.. (holidays ?? []).Select(Holiday.Read)];
        if (IsUnlimited && _holidays.Count > 0) throw new FormatException("Holidays need opening hours: without them people are at work whenever one is signed in.");
    }

    /// <summary>True when no hours are given: then presence alone decides.</summary>
    public bool IsUnlimited => _spans.Count == 0;

    public TimeZoneInfo Zone { get; }

    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return IsUnlimited || On(DateOnly.FromDateTime(local.DateTime)).Any(span => span.From <= time && time < span.Until);
    }

    /// <summary>The next opening after a moment; null when the hours are unlimited, or no day within a year is open.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset after)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, Zone).DateTime);
        for (var days = 0; days <= DaysAhead && !IsUnlimited; days++)
        {
            foreach (var span in On(today.AddDays(days)).OrderBy(span => span.From))
            {
                var opensAt = InUtc(today.AddDays(days).ToDateTime(span.From));
                if (opensAt > after) return opensAt;
            }
        }

        return null;
    }

    /// <summary>A local time that the change to summer time skips counts as its end.</summary>
    private DateTimeOffset InUtc(DateTime local)
    {
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private IEnumerable<Span> On(DateOnly date) =>
        _holidays.Find(holiday => holiday.Is(date)) is { } holiday
            ? holiday.Hours is { } hours ? [hours] : []
            : _spans.Where(span => span.Day == date.DayOfWeek).Select(span => span.Hours);

    private sealed record Span(TimeOnly From, TimeOnly Until)
    {
        public static Span? Read(string text) =>
            text.Split('-') is [var from, var until] && Time(from) is { } start && Time(until) is { } end && start < end ? new(start, end) : null;

        private static TimeOnly? Time(string text) =>
            TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <summary>A day off, once or every year; with hours, those hold on it.</summary>
    private sealed record Holiday(DateOnly Date, bool IsYearly, Span? Hours)
    {
        /// <summary>A leap year, so that 29 February can be written.</summary>
        private const string AnyYear = "2024-";

        public bool Is(DateOnly date) => IsYearly ? date.Month == Date.Month && date.Day == Date.Day : date == Date;

        public static Holiday Read(string line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isYearly = parts is [{ Length: 5 }, ..];
            var hours = parts.Length == 2 ? Span.Read(parts[1]) : null;
            if (parts.Length is not (1 or 2) || (parts.Length == 2 && hours is null)
                || !DateOnly.TryParseExact(isYearly ? AnyYear + parts[0] : parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                throw new FormatException($"'{line}' is not a holiday. Write for example 12-25 for every year, 2026-12-24 for one, or 2026-12-24 09:00-12:00 for a short day.");
            }

            return new(date, isYearly, hours);
        }
    }
}
