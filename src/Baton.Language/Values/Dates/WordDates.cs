namespace Baton.Language;

/// <summary>Days named in words: "next Friday", "in 3 days", "vor zwei Wochen", "el 12 de noviembre", "vendredi prochain".</summary>
internal sealed class WordDates(MessageText message, DateFrame frame)
{
    private IReadOnlyList<Word> Words => message.Words;

    private DateOnly Today => frame.Today;

    private string Language => frame.Language;

    public IEnumerable<FoundDate> Find()
    {
        for (var index = 0; index < Words.Count; index++)
        {
            if (ReadAt(index) is not { } found)
                continue;
            yield return found;
            while (index + 1 < Words.Count && Words[index + 1].Start < found.End)
                index++;
        }
    }

    private FoundDate? ReadAt(int index) =>
        ReadDayWord(index) ?? ReadMonthDay(index) ?? ReadCounted(index) ?? ReadWeekday(index) ?? ReadUnit(index) ?? ReadDayOfMonth(index);

    private string At(int index) => index >= 0 && index < Words.Count ? Words[index].Form : "";

    private bool Is(int index, params ReadOnlySpan<string> forms) => forms.Contains(At(index));

    private FoundDate Found(DateOnly from, DateOnly to, int first, int last) => new(from, to, Words[first].Start, Words[last].End);

    private FoundDate? ReadDayWord(int index)
    {
        // "the day after tomorrow", "übermorgen", "pasado mañana", "après-demain" and their mirror images.
        int? two = At(index) switch
        {
            "ubermorgen" or "uebermorgen" => 2,
            "vorgestern" or "anteayer" or "antier" => -2,
            "day" when Is(index + 1, "after") && Is(index + 2, "tomorrow") => 2,
            "day" when Is(index + 1, "before") && Is(index + 2, "yesterday") => -2,
            "pasado" when Is(index + 1, "manana") => 2,
            "apres" when Is(index + 1, "demain") => 2,
            "avant" when Is(index + 1, "hier") => -2,
            _ => null,
        };
        if (two is { } days)
            return Found(Today.AddDays(days), Today.AddDays(days), index, Math.Min(index + (At(index) == "day" ? 2 : At(index) is "pasado" or "apres" or "avant" ? 1 : 0), Words.Count - 1));

        // "por la mañana" is the morning.
        if (Is(index, "manana") && Is(index - 1, "la"))
            return null;
        if (CalendarWords.Days.TryGetValue(At(index), out var distance))
            return Found(Today.AddDays(distance), Today.AddDays(distance), index, index);
        if (At(index) == "aujourd" && Is(index + 1, "hui"))
            return Found(Today, Today, index, index + 1);
        var isMorning = Is(index, "morgen") && !Is(index - 1, "guten", "jeden", "am", "diesen", "den", "schonen");
        return isMorning ? Found(Today.AddDays(1), Today.AddDays(1), index, index) : null;
    }

    private FoundDate? ReadMonthDay(int index)
    {
        // "12 November 2026", "12th of November", "el 12 de noviembre", "1er mars", "der dritte Dezember".
        if ((DayNumber(At(index)) ?? SpokenDay(index, out _)) is { } day)
        {
            _ = SpokenDay(index, out var after);
            var month = Is(after, "of", "de", "d") ? after + 1 : after;
            if (CalendarWords.Months.TryGetValue(At(month), out var number) && (char.IsAsciiDigit(At(index)[0]) || month > after || !CalendarWords.WeakMonths.Contains(At(month))))
                return Dated(number, day, index, month, Is(month + 1, "de", "del") ? month + 2 : month + 1);
        }

        // "November 12th, 2026".
        if (!CalendarWords.Months.TryGetValue(At(index), out var named))
            return null;
        var dayAt = Is(index + 1, "the") ? index + 2 : index + 1;
        if (DayNumber(At(dayAt)) is { } dayAfter)
            return Dated(named, dayAfter, index, dayAt, dayAt + 1);
        if (CalendarWords.WeakMonths.Contains(At(index)))
            return null;
        var start = new DateOnly(Today.Year, named, 1);
        start = frame.IsPast && start > Today ? start.AddYears(-1) : start;
        return Found(start, start.AddMonths(1).AddDays(-1), index, index);
    }

    private FoundDate? Dated(int month, int day, int first, int last, int yearAt)
    {
        int? year = At(yearAt) is { Length: 4 } written && NumberWords.Cardinal(written) is >= 1900 and <= 2200 and var given ? given : null;
        return frame.Day(year, month, day) is { } date ? Found(date, date, first, year is null ? last : yearAt) : null;
    }

    /// <summary>A day in words before a month: "twelfth", "tres", "einundzwanzigsten", "twenty first".</summary>
    private int? SpokenDay(int index, out int end)
    {
        end = index + 1;
        if (char.IsAsciiDigit(At(index) is [var first, ..] ? first : ' '))
            return null;
        var day = NumberWords.Ordinal(At(index)) ?? GermanOrdinal(At(index));
        if (day is null && (day = SpokenNumbers.Read(Words, index, out var after)) is not null)
            end = after;
        if (day is 20 or 30 && NumberWords.Ordinal(At(end)) is { } ones and < 10)
            return end++ > 0 ? day + ones : null;
        return day is >= 1 and <= 31 ? day : null;
    }

    private static int? GermanOrdinal(string word)
    {
        var stem = word.TrimEnd('n', 'r', 's');
        return stem.EndsWith("ste", StringComparison.Ordinal) ? SpokenNumbers.Compound(stem[..^3]) : null;
    }

    private static int? DayNumber(string word) =>
        word.Length is 0 or > 4 || !char.IsAsciiDigit(word[0]) ? null : (NumberWords.Cardinal(word) ?? NumberWords.Ordinal(word)) is >= 1 and <= 31 and var day ? day : null;

    private FoundDate? ReadCounted(int index)
    {
        var number = At(index) is "a" or "an" or "couple" ? (At(index) == "couple" ? 2 : 1) : NumberWords.Cardinal(At(index));
        var unitAt = At(index) == "couple" && Is(index + 1, "of") ? index + 2 : index + 1;
        if (number is not (>= 0 and <= 1000) || CalendarWords.UnitDays(At(unitAt)) is not { } unit)
            return null;
        var isAgo = Is(unitAt + 1, "ago", "back", "earlier") || Is(index - 1, "vor", "hace") || (Is(index - 1, "a") && Is(index - 2, "y"))
            || (Is(index - 1, "about", "etwa", "ungefahr", "unos", "unas", "environ", "ca") && (Is(index - 2, "vor", "hace") || Is(index - 2, "a")));
        var isAhead = Is(index - 1, "in", "within", "en", "dans", "dentro") || (Is(index - 1, "de") && Is(index - 2, "dentro")) || Is(index - 1, "ici")
            || (Is(unitAt + 1, "from") && Is(unitAt + 2, "now", "today")) || Is(unitAt + 1, "later");
        if (isAgo == isAhead)
            return null;
        var day = CalendarWords.IsMonthUnit(unit) ? Today.AddMonths(isAgo ? -number.Value : number.Value) : Today.AddDays(isAgo ? -number.Value * unit : number.Value * unit);
        var slack = isAgo && unit >= 7 && frame.IsPast ? unit / 3 : 0;
        return Found(day.AddDays(-slack), day.AddDays(slack), index, unitAt);
    }

    private FoundDate? ReadWeekday(int index)
    {
        if (!CalendarWords.Weekdays.TryGetValue(At(index), out var weekday) && !IsShortWeekday(index, out weekday))
            return null;
        var today = ((int)Today.DayOfWeek + 6) % 7 + 1;
        var isLast = CalendarWords.Last.Contains(At(index - 1)) || CalendarWords.Last.Contains(At(index + 1));
        var behind = index + 1;
        while (Is(behind, "de", "la", "der", "of", "the", "in") && behind < index + 4)
            behind++;
        var isNextWeek = IsNextWeek(behind) || IsNextWeek(index - 3) || IsNextWeek(index - 2);
        var isNext = CalendarWords.Next.Contains(At(index - 1)) || CalendarWords.Next.Contains(At(index + 1)) || (Is(index + 1, "que") && Is(index + 2, "viene"));
        int distance;
        if (isNextWeek)
            distance = 7 - today + weekday;
        else if (isLast || (frame.IsPast && !isNext))
            distance = -(((today - weekday + 6) % 7) + 1);
        else
            distance = ((weekday - today + 6) % 7) + 1;

        // "a week from Friday", "Friday week", "Freitag in einer Woche".
        if ((Is(index - 1, "from") && Is(index - 2, "week")) || (Is(index + 1, "week") && !isNextWeek && Language == "en"))
            distance += 7;

        // "this Friday" said on a Friday is today.
        if (distance == 7 && !isNext && !isNextWeek && CalendarWords.This.Contains(At(index - 1)))
            distance = 0;
        var day = Today.AddDays(distance);
        return Found(day, day, index, index);
    }

    /// <summary>"Sat", "Fr": only in a short answer, since they are other words too.</summary>
    private bool IsShortWeekday(int index, out int weekday)
    {
        weekday = 0;
        return frame.IsAsked && Words.Count <= 4 && CalendarWords.ShortWeekdays(Language) is { } names && names.TryGetValue(At(index), out weekday);
    }

    private bool IsNextWeek(int index) =>
        (CalendarWords.UnitDays(At(index)) == 7 && Is(index + 1, "que") && Is(index + 2, "viene")) ||
        (CalendarWords.Next.Contains(At(index)) && CalendarWords.UnitDays(At(index + 1)) == 7)
        || (CalendarWords.UnitDays(At(index)) == 7 && CalendarWords.Next.Contains(At(index + 1)));

    private FoundDate? ReadUnit(int index)
    {
        if (CalendarWords.UnitDays(At(index)) is not (7 or 30) and not 365)
            return null;
        var isLast = CalendarWords.Last.Contains(At(index - 1)) || CalendarWords.Last.Contains(At(index + 1));
        var isThis = CalendarWords.This.Contains(At(index - 1));
        var isNext = CalendarWords.Next.Contains(At(index - 1)) || CalendarWords.Next.Contains(At(index + 1));
        if (!isLast && !isThis && !isNext)
            return null;
        var step = isLast ? -1 : isNext ? 1 : 0;
        var unit = CalendarWords.UnitDays(At(index));
        var start = unit switch
        {
            7 => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7) + (7 * step)),
            30 => new DateOnly(Today.Year, Today.Month, 1).AddMonths(step),
            _ => new DateOnly(Today.Year + step, 1, 1),
        };
        var end = unit switch { 7 => start.AddDays(6), 30 => start.AddMonths(1).AddDays(-1), _ => start.AddYears(1).AddDays(-1) };
        return Found(start, end, index, index);
    }

    private FoundDate? ReadDayOfMonth(int index)
    {
        if (DayNumber(At(index)) is not { } day || !(frame.IsAsked || frame.IsPast))
            return null;
        var isOrdinal = !char.IsAsciiDigit(At(index)[^1]) && Is(index - 1, "the", "on", "le", "by");
        var isNamed = Is(index - 1, "am", "le", "dia") || (Is(index - 1, "el") && !Is(index + 1, "de")) || (Is(index - 1, "den") && Is(index - 2, "am", "fur", "auf"));
        if (!isOrdinal && !isNamed && !(frame.IsAsked && Words.Count <= 2 && !char.IsAsciiDigit(At(index)[^1])))
            return null;
        return NumericDates.DayOfMonth(frame, day) is { } date ? Found(date, date, index, index) : null;
    }
}
