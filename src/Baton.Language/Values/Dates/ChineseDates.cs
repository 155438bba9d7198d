using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Days named in Chinese: 明天, 下周五, 三天后, 上个月.</summary>
internal static class ChineseDates
{
    private const string Weekdays = "一二三四五六日";
    private static readonly Regex _day = Patterns.Compile("大前天|前天|昨天|昨日|昨晚|今天|今日|今晚|今早|明天|明日|明早|明晚|大后天|大後天|后天|後天");
    private static readonly Regex _weekday = Patterns.Compile("(下下个?|下个?|上个?|这个?|這個?|本)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])");
    private static readonly Regex _counted = Patterns.Compile(@"(\d{1,3}|[一二两三四五六七八九十]{1,3})\s?(天|周|个星期|个礼拜|个月)\s?(?:以|之)?(后|後|前)");
    private static readonly Regex _monthDay = Patterns.Compile("(?:(下个?月|上个?月|这个?月|本月)|([一二三四五六七八九十]{1,2})月)(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号號]?");
    private static readonly Regex _monthEnd = Patterns.Compile("(?:下个?月|这个?月|本月|月)(?:底|末)");
    private static readonly Regex _stretch = Patterns.Compile("(上个?|这个?|本|下个?)(周|星期|月)");

    public static IEnumerable<FoundDate> Find(string text, DateFrame frame)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') < 0)
            yield break;
        foreach (Match match in _day.Matches(text))
            yield return At(match, frame.Today.AddDays(Distance(match.Value)));
        foreach (Match match in _monthDay.Matches(text))
        {
            if (ReadMonthDay(match, frame) is { } day)
                yield return At(match, day);
        }

        foreach (Match match in _monthEnd.Matches(text))
        {
            var first = new DateOnly(frame.Today.Year, frame.Today.Month, 1).AddMonths(match.Value.StartsWith('下') ? 1 : 0);
            yield return At(match, first.AddMonths(1).AddDays(-1));
        }

        var hasWeekday = false;
        foreach (Match match in _weekday.Matches(text))
        {
            hasWeekday = true;
            yield return At(match, Weekday(match, frame));
        }

        foreach (Match match in _counted.Matches(text))
        {
            if (Counted(match, frame.Today) is { } day)
                yield return At(match, day);
        }

        if (hasWeekday)
            yield break;
        foreach (Match match in _stretch.Matches(text))
            yield return Stretch(match, frame.Today);
    }

    /// <summary>A number up to 99 in Chinese characters or figures.</summary>
    public static int? Number(string written)
    {
        if (char.IsAsciiDigit(written[0]))
            return NumberWords.Cardinal(written);
        var ten = written.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return written.Length == 1 ? Digit(written[0]) : null;
        var tens = ten == 0 ? 1 : Digit(written[0]);
        return (tens * 10) + (ten + 1 < written.Length ? Digit(written[ten + 1]) : 0);
    }

    /// <summary>十二月三号, 下个月5号.</summary>
    private static DateOnly? ReadMonthDay(Match match, DateFrame frame)
    {
        if (Number(match.Groups[3].Value) is not (>= 1 and <= 31 and var day))
            return null;
        if (match.Groups[2].Success)
            return Number(match.Groups[2].Value) is { } named ? frame.Day(null, named, day) : null;
        var month = frame.Today.AddMonths(match.Groups[1].ValueSpan[0] switch { '下' => 1, '上' => -1, _ => 0 });
        return frame.Day(month.Year, month.Month, day);
    }

    private static int Digit(char character) => character == '两' ? 2 : "零一二三四五六七八九".IndexOf(character, StringComparison.Ordinal);

    private static FoundDate At(Match match, DateOnly day) => new(day, day, match.Index, match.Index + match.Length);

    private static int Distance(string word) => word switch
    {
        "大前天" => -3,
        "前天" => -2,
        "昨天" or "昨日" or "昨晚" => -1,
        "明天" or "明日" or "明早" or "明晚" => 1,
        "后天" or "後天" => 2,
        "大后天" or "大後天" => 3,
        _ => 0,
    };

    private static DateOnly Weekday(Match match, DateFrame frame)
    {
        var weekday = match.Groups[2].ValueSpan[0] == '天' ? 7 : Weekdays.IndexOf(match.Groups[2].Value, StringComparison.Ordinal) + 1;
        var today = ((int)frame.Today.DayOfWeek + 6) % 7 + 1;
        var thisWeeks = frame.Today.AddDays(weekday - today);
        if (!match.Groups[1].Success)
            return frame.IsPast ? (thisWeeks < frame.Today ? thisWeeks : thisWeeks.AddDays(-7)) : (thisWeeks > frame.Today ? thisWeeks : thisWeeks.AddDays(7));
        return match.Groups[1].ValueSpan[0] switch
        {
            '上' => thisWeeks.AddDays(-7),
            '下' => thisWeeks.AddDays(match.Groups[1].Value.StartsWith("下下", StringComparison.Ordinal) ? 14 : 7),
            _ => thisWeeks,
        };
    }

    private static DateOnly? Counted(Match match, DateOnly today)
    {
        if (Number(match.Groups[1].Value) is not { } count)
            return null;
        var sign = match.Groups[3].Value == "前" ? -1 : 1;
        return match.Groups[2].Value switch
        {
            "天" => today.AddDays(sign * count),
            "个月" => today.AddMonths(sign * count),
            _ => today.AddDays(sign * count * 7),
        };
    }

    private static FoundDate Stretch(Match match, DateOnly today)
    {
        var step = match.Groups[1].ValueSpan[0] switch { '上' => -1, '下' => 1, _ => 0 };
        if (match.Groups[2].Value == "月")
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(step);
            return new FoundDate(first, first.AddMonths(1).AddDays(-1), match.Index, match.Index + match.Length);
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + (7 * step));
        return new FoundDate(monday, monday.AddDays(6), match.Index, match.Index + match.Length);
    }
}
