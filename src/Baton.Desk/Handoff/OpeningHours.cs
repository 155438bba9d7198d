using System.Globalization;

namespace Baton.Desk;

/// <summary>When people are at work: daily spans on weekdays in one time zone.</summary>
internal sealed class OpeningHours
{
    private readonly List<(DayOfWeek Day, TimeOnly From, TimeOnly Until)> _spans = [];

    /// <exception cref="FormatException">A line or the time zone cannot be read; the message says which and how to write it.</exception>
    public OpeningHours(string timeZone, IEnumerable<string> lines)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
            throw new FormatException($"'{timeZone}' is not a known time zone. Write an IANA name such as Europe/Berlin.");
        Zone = zone;
        foreach (var line in lines)
        {
            var parts = line.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 3
                || !Enum.TryParse<DayOfWeek>(parts[0], ignoreCase: true, out var day)
                || !TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                || !TimeOnly.TryParseExact(parts[2], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
                || from >= until)
            {
                throw new FormatException($"'{line}' is not an opening time. Write for example: Monday 09:00-17:30.");
            }

            _spans.Add((day, from, until));
        }
    }

    /// <summary>True when no hours are given: then presence alone decides.</summary>
    public bool IsUnlimited => _spans.Count == 0;

    public TimeZoneInfo Zone { get; }

    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return IsUnlimited || _spans.Exists(span => span.Day == local.DayOfWeek && span.From <= time && time < span.Until);
    }

    /// <summary>The next opening after a moment; null when the hours are unlimited.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset after)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, Zone).DateTime);
        for (var days = 0; days <= 7; days++)
        {
            var date = today.AddDays(days);
            foreach (var span in _spans.Where(span => span.Day == date.DayOfWeek).OrderBy(span => span.From))
            {
                var opening = date.ToDateTime(span.From);
                var opensAt = new DateTimeOffset(opening, Zone.GetUtcOffset(opening));
                if (opensAt > after) return opensAt.ToUniversalTime();
            }
        }

        return null;
    }
}
