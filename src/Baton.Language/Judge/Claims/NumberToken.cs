using System.Buffers;

namespace Baton.Language;

/// <summary>Reads one token with digits: by its shape and its neighbours it is a date, a time, money, a number or a code.</summary>
internal static class NumberToken
{
    private static readonly SearchValues<char> _figure = SearchValues.Create("0123456789.,'’\u00A0\u202F");

    public static void Read(string text, int start, int end, List<FoundValue> found)
    {
        var token = text.AsSpan(start, end - start).TrimEnd("-/_.,:'’");
        end = start + token.Length;
        var value = Date(token) ?? DateWithPoint(text, token, start, end) ?? Time(text, token, end) ?? WithYearFirst(text, token, start, end) ?? WithMonth(text, token, start, end) ?? Amounts(text, token, start, end);
        if (value is { } one)
        {
            found.Add(one with { Start = one.Length > 0 ? one.Start : start, Length = one.Length > 0 ? one.Length : end - start });
            if (one.Kind == ClaimKind.Date && token.Length > 13 && token[10] is 'T' or 't' && Clock(token[11..16], ':') is { } clock)
                found.Add(new FoundValue(ClaimKind.Time, clock, "", 0, start + 11, 5));
            return;
        }

        var dash = token.IndexOf('-');
        if (dash is > 0 and <= 3 && IsDigits(token[..dash]) && token.Length - dash > 3 && !token[(dash + 1)..].ContainsAnyExceptInRange('a', 'z'))
        {
            // "24-hour", "30-day": a number with its unit.
            found.Add(new FoundValue(ClaimKind.Number, ValueScanner.Int(token[..dash]), "", 0, start, dash));
            return;
        }

        if (dash > 0 && token[(dash + 1)..].IndexOf('-') < 0 && dash <= (token.Contains(':') ? 5 : 4) && token.Length - dash <= 6 && IsRange(token))
        {
            Read(text, start, start + dash, found);
            Read(text, start + dash + 1, end, found);
            return;
        }

        Span<char> code = stackalloc char[Math.Min(token.Length, 64)];
        var length = 0;
        foreach (var character in token[..code.Length])
        {
            if (char.IsAsciiLetterOrDigit(character))
                code[length++] = char.ToLowerInvariant(character);
        }

        found.Add(new FoundValue(ClaimKind.Code, 0, new string(code[..length]), 0, start, end - start));
    }

    /// <summary>"10-12", "9h-12h".</summary>
    private static bool IsRange(ReadOnlySpan<char> token) =>
        char.IsAsciiDigit(token[0]) && !token.ContainsAnyInRange('A', 'Z') && !token.ContainsAnyInRange('a', 'g') && !token.ContainsAnyInRange('i', 'z');

    private static FoundValue? Date(ReadOnlySpan<char> token)
    {
        if (token.Length >= 10 && token[4] == '-' && token[7] == '-' && IsDigits(token[..4]) && IsDigits(token[5..7]) && IsDigits(token[8..10]) && (token.Length == 10 || token[10] is 'T' or 't'))
            return Of(ValueScanner.Int(token[8..10]), ValueScanner.Int(token[5..7]), ValueScanner.Int(token[..4]));
        var first = token.IndexOfAny('.', '/');
        if (first is not (1 or 2) || !IsDigits(token[..first]))
            return null;
        var rest = token[(first + 1)..];
        var second = rest.IndexOf(token[first]);
        if (second < 0)
            return token[first] == '/' && token is not "24/7" && rest.Length is 1 or 2 && IsDigits(rest) ? Of(ValueScanner.Int(token[..first]), ValueScanner.Int(rest), 0) : null;
        var year = rest[(second + 1)..];
        return second is 1 or 2 && IsDigits(rest[..second]) && IsDigits(year) && year.Length is 2 or 4
            ? Of(ValueScanner.Int(token[..first]), ValueScanner.Int(rest[..second]), ValueScanner.Int(year) is var given && given < 100 ? given + 2000 : given)
            : null;
    }

    /// <summary>"14.11." and "20.11" before a comma are days; "14.11" alone is an amount.</summary>
    private static FoundValue? DateWithPoint(string text, ReadOnlySpan<char> token, int start, int end)
    {
        var point = token.IndexOf('.');
        if (end >= text.Length || text[end] != '.' || point is not (1 or 2) || token.Length - point is not (2 or 3) || !IsDigits(token[..point]) || !IsDigits(token[(point + 1)..]) || ValueScanner.Int(token[(point + 1)..]) > 12)
            return null;
        var isBeforeSpace = end + 1 < text.Length && char.IsWhiteSpace(text[end + 1]);
        return isBeforeSpace || ValueScanner.WordBefore(text, start) is "am" or "bis" or "vom" or "zum" or "ab" or "den" or "seit" or "der"
            ? Of(ValueScanner.Int(token[..point]), ValueScanner.Int(token[(point + 1)..]), 0)
            : null;
    }

    private static FoundValue? Of(int first, int second, int year) => (first, second) switch
    {
        ( >= 1 and <= 31, >= 1 and <= 12) => new FoundValue(ClaimKind.Date, (second * 100) + first, "", year, 0, 0),
        ( >= 1 and <= 12, >= 1 and <= 31) => new FoundValue(ClaimKind.Date, (first * 100) + second, "", year, 0, 0),
        _ => null,
    };

    private static FoundValue? Time(string text, ReadOnlySpan<char> token, int end)
    {
        var after = ValueScanner.WordAfter(text, end);
        var half = IsHalf(after) || IsHalf(Letters(token)) ? 12 * 60 : 0;
        var clock = Clock(token, ':') ?? Clock(token, 'h');
        if (clock is null && (after is "uhr" or "Uhr" or "h" or "heures" or "horas" or "am" or "pm" or "AM" or "PM" or "点" or "时" or "時" || Letters(token) is "am" or "pm" or "AM" or "PM" or "h"))
        {
            var digits = token[..^Letters(token).Length];
            clock = Clock(digits, '.') ?? (digits.Length is 1 or 2 && IsDigits(digits) && ValueScanner.Int(digits) is var hour && hour <= 24 ? hour * 60 : null);
        }

        if (clock is { } hours && hours % 60 == 0 && after is "h" or "点" or "點" && Minutes(text, end) is var (past, stop))
            return new FoundValue(ClaimKind.Time, hours + past, "", 0, end - token.Length, stop - end + token.Length);
        return clock is { } minutes ? new FoundValue(ClaimKind.Time, half > 0 && minutes < 12 * 60 ? minutes + half : minutes, "", 0, 0, 0) : null;
    }

    /// <summary>The minutes of "10 h 44" and "9点48分", and where they end.</summary>
    private static (int Minutes, int End)? Minutes(string text, int end)
    {
        var at = text.IndexOfAny(['h', '点', '點'], end) + 1;
        return Digits(text, ref at) is { } minutes and < 60 ? (minutes, at) : null;
    }

    private static bool IsHalf(ReadOnlySpan<char> word) => word is "pm" or "PM";

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> token) => token[(token.LastIndexOfAnyInRange('0', '9') + 1)..];

    private static int? Clock(ReadOnlySpan<char> token, char mark)
    {
        var at = token.IndexOf(mark);
        if (at is not (1 or 2) || token.Length < at + 3 || !IsDigits(token[..at]) || !IsDigits(token.Slice(at + 1, 2)) || (token.Length > at + 3 && token[at + 3] != mark && !char.IsAsciiLetter(token[at + 3])))
            return null;
        var (hour, minute) = (ValueScanner.Int(token[..at]), ValueScanner.Int(token.Slice(at + 1, 2)));
        return hour <= 24 && minute < 60 ? (hour * 60) + minute : null;
    }

    /// <summary>"26 November", "26th of November", "November 26", "11月26日".</summary>
    private static FoundValue? WithMonth(string text, ReadOnlySpan<char> token, int start, int end)
    {
        var digits = token[..^Letters(token).Length];
        if (digits.Length is 0 or > 2 || !IsDigits(digits) || Letters(token) is not ("" or "st" or "nd" or "rd" or "th" or "er" or "e"))
            return null;
        var number = ValueScanner.Int(digits);
        if (number is < 1 or > 31)
            return null;
        var next = ValueScanner.WordAfter(text, end);
        if (next is "月" && number <= 12)
        {
            var day = text.IndexOf('月', end) + 1;
            var stop = day;
            while (stop < text.Length && char.IsAsciiDigit(text[stop]))
                stop++;
            return stop - day is 1 or 2 ? new FoundValue(ClaimKind.Date, (number * 100) + ValueScanner.Int(text.AsSpan(day, stop - day)), "", 0, start, stop - start) : null;
        }

        var from = end;
        if (next is "of" or "de" or "d")
        {
            from = text.IndexOf(next.ToString(), end, StringComparison.Ordinal) + next.Length;
            next = ValueScanner.WordAfter(text, from);
        }

        if (next.Length > 2 && CalendarWords.Months.TryGetValue(Folding.Fold(next), out var month))
            return WithYear(text, new FoundValue(ClaimKind.Date, (month * 100) + number, "", 0, start, text.IndexOf(next.ToString(), from, StringComparison.Ordinal) + next.Length - start));
        var last = ValueScanner.WordBefore(text, start);
        return last.Length > 2 && CalendarWords.Months.TryGetValue(Folding.Fold(last), out month)
            ? WithYear(text, new FoundValue(ClaimKind.Date, (month * 100) + number, "", 0, start, end - start))
            : null;
    }

    /// <summary>"2026年11月22日", also with spaces between.</summary>
    private static FoundValue? WithYearFirst(string text, ReadOnlySpan<char> token, int start, int end)
    {
        if (token.Length != 4 || !IsDigits(token) || ValueScanner.WordAfter(text, end) is not "年")
            return null;
        var at = text.IndexOf('年', end) + 1;
        return Digits(text, ref at) is >= 1 and <= 12 and var month && Past(text, ref at, '月') && Digits(text, ref at) is >= 1 and <= 31 and var day
            ? new FoundValue(ClaimKind.Date, (month * 100) + day, "", ValueScanner.Int(token), start, at - start)
            : null;
    }

    private static bool Past(string text, ref int at, char mark) => at < text.Length && text[at++] == mark;

    /// <summary>The one or two digits at a place, after spaces; null when others stand there.</summary>
    private static int? Digits(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        var length = at - start;
        while (at < text.Length && text[at] == ' ')
            at++;
        return length is 1 or 2 ? ValueScanner.Int(text.AsSpan(start, length)) : null;
    }

    /// <summary>"22 November 2026", "November 22, 2026": the year belongs to the day.</summary>
    private static FoundValue WithYear(string text, FoundValue day)
    {
        var at = day.End;
        foreach (var between in (ReadOnlySpan<string>)[", ", " de ", " "])
        {
            if (string.CompareOrdinal(text, at, between, 0, between.Length) != 0)
                continue;
            at += between.Length;
            break;
        }

        var isYear = at > day.End && at + 4 <= text.Length && IsDigits(text.AsSpan(at, 4)) && text[at] is '1' or '2' && (at + 4 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 4]));
        return isYear && ValueScanner.Int(text.AsSpan(at, 4)) is var year and >= 1900 and <= 2200 ? day with { Year = year, Length = at + 4 - day.Start } : day;
    }

    private static FoundValue? Amounts(string text, ReadOnlySpan<char> token, int start, int end)
    {
        var unit = Letters(token);
        var figure = token[..^unit.Length];
        if (figure.IsEmpty || !char.IsAsciiDigit(figure[0]) || unit.Length > 4 || figure.ContainsAnyExcept(_figure) || (figure.Length >= 6 && IsDigits(figure)) || (figure.Length > 1 && figure[0] == '0' && IsDigits(figure)))
            return null;
        if (Amount.Parse(figure.ToString()) is not { } number)
            return null;
        var next = ValueScanner.WordAfter(text, end);
        if (next is "%" || (unit.IsEmpty && next is "percent" or "Prozent"))
            return new FoundValue(ClaimKind.Percent, number, "", 0, 0, 0);
        var isMoney = (next.Length > 0 && Currencies.Of(next.ToString(), "en") is not null) || (ValueScanner.WordBefore(text, start) is { Length: > 0 } sign && Currencies.Of(sign.ToString(), "en") is not null);
        return new FoundValue(isMoney ? ClaimKind.Money : ClaimKind.Number, number, "", 0, 0, 0);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
