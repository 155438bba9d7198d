using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Days written in figures: 2026-11-27, 27.11.2026, 27.11., 11/27, 11月27日.</summary>
internal static class NumericDates
{
    private static readonly Regex _iso = Patterns.Compile(@"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b");
    private static readonly Regex _figures = Patterns.Compile(@"\b(\d{1,2})(?:([./-])\s?(\d{1,2})(?:[./-]\s?(\d{4}|\d{2}))?\.?)");
    private static readonly Regex _han = Patterns.Compile(@"(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]?");
    private static readonly Regex _hanDay = Patterns.Compile(@"(\d{1,2})\s?[号號日]");

    public static IEnumerable<FoundDate> Find(string text, DateFrame frame)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            yield break;
        foreach (Match match in _iso.Matches(text))
        {
            if (frame.Day(Number(match, 1), Number(match, 2)!.Value, Number(match, 3)!.Value) is { } day)
                yield return new FoundDate(day, day, match.Index, match.Index + match.Length);
        }

        foreach (Match match in _figures.Matches(text))
        {
            if (ReadFigures(text, match, frame) is { } day)
                yield return new FoundDate(day, day, match.Index, match.Index + match.Length);
        }

        var hasMonth = false;
        foreach (Match match in _han.Matches(text))
        {
            hasMonth = true;
            if (frame.Day(Number(match, 1), Number(match, 2)!.Value, Number(match, 3)!.Value) is { } day)
                yield return new FoundDate(day, day, match.Index, match.Index + match.Length);
        }

        if (hasMonth)
            yield break;
        foreach (Match match in _hanDay.Matches(text))
        {
            if (frame.IsAsked && DayOfMonth(frame, Number(match, 1)!.Value) is { } day)
                yield return new FoundDate(day, day, match.Index, match.Index + match.Length);
        }
    }

    /// <summary>"the 5th": the next one, or the last one when looking back; null when the month has no such day.</summary>
    public static DateOnly? DayOfMonth(DateFrame frame, int day)
    {
        if (day is < 1 or > 31)
            return null;
        for (var distance = 0; distance <= 2; distance++)
        {
            var month = frame.Today.AddMonths(frame.IsPast ? -distance : distance);
            if (day > DateTime.DaysInMonth(month.Year, month.Month))
                continue;
            var candidate = new DateOnly(month.Year, month.Month, day);
            if (frame.IsPast ? candidate <= frame.Today : candidate >= frame.Today)
                return candidate;
        }

        return null;
    }

    private static DateOnly? ReadFigures(string text, Match match, DateFrame frame)
    {
        var isPartOfMore = (match.Index > 0 && text[match.Index - 1] is '-' or '/' or '.' or ',' or '#' or '$' or '€' or '£')
            || (match.Index + match.Length < text.Length && (char.IsAsciiDigit(text[match.Index + match.Length]) || text[match.Index + match.Length] is '%' or '€'));
        if (isPartOfMore || (match.Index > 0 && char.IsLetterOrDigit(text[match.Index - 1])) || match.Value is "24/7")
            return null;
        var first = Number(match, 1)!.Value;
        var second = Number(match, 3)!.Value;
        var year = Number(match, 4);
        var separator = match.Groups[2].ValueSpan[0];
        var endsWithDot = match.ValueSpan[^1] == '.';

        // "12.50" is rather an amount and "1-2" rather a range.
        if (year is null && (separator == '-' || (separator == '.' && !endsWithDot && !frame.IsAsked)))
            return null;
        var isMonthFirst = frame.IsMonthFirst && separator != '.';
        var given = isMonthFirst ? frame.Day(year, first, second) : frame.Day(year, second, first);

        // A month above twelve can only be the day: "27/11" is understood in America too.
        var isSwapped = isMonthFirst ? first > 12 : second > 12;
        return given ?? (isSwapped ? (isMonthFirst ? frame.Day(year, second, first) : frame.Day(year, first, second)) : null);
    }

    /// <summary>The number in a group; a digit may be of any script ("９").</summary>
    private static int? Number(Match match, int group) =>
        match.Groups[group].Success ? match.Groups[group].Value.Aggregate(0, (number, digit) => (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit)) : null;
}
