namespace Baton.Language;

/// <summary>A day or a stretch of days named in a message, from <paramref name="From"/> to <paramref name="To"/>, both inclusive.</summary>
internal sealed record FoundDate(DateOnly From, DateOnly To, int Start, int End)
{
    public bool IsDay => From == To;
}

/// <summary>What a date is relative to.</summary>
/// <param name="Today">The customer's day.</param>
/// <param name="IsPast">True when days before today are meant: "the one from Friday".</param>
/// <param name="IsMonthFirst">True where 12/11 is the 11th of December.</param>
/// <param name="IsAsked">True when a date was asked for: then "the 5th" is one.</param>
/// <param name="Language">Language of the message: short names of weekdays are words in others.</param>
internal readonly record struct DateFrame(DateOnly Today, bool IsPast, bool IsMonthFirst, bool IsAsked, string Language)
{
    /// <summary>A day that may not exist ("31 February"): then null. Without a year, the nearest one that makes sense.</summary>
    public DateOnly? Day(int? year, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        if (year is { } given)
            return TryDay(given < 100 ? 2000 + given : given, month, day);
        for (var distance = 0; distance <= 8; distance++)
        {
            var candidate = TryDay(Today.Year + distance, month, day);
            if (candidate is null)
            {
                if (month != 2 || day != 29)
                    return null;
                continue;
            }

            return Nearest(candidate.Value);
        }

        return null;
    }

    private static DateOnly? TryDay(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>A day of this year that is over is meant in the next, unless it is over only lately; looking back, the last one is meant.</summary>
    private DateOnly Nearest(DateOnly day)
    {
        if (IsPast)
            return day > Today ? day.AddYears(-1) : day;
        return day < Today && Today.DayNumber - day.DayNumber > 100 ? day.AddYears(1) : day;
    }
}
