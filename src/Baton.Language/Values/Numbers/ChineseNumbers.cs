using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Chinese numbers, also mixed with figures: 一百二十, 二十五, 3千, 1.5万.</summary>
internal static class ChineseNumbers
{
    /// <summary>Matches a number that has a Chinese digit or unit in it, or figures.</summary>
    public const string Pattern = @"(?:\d{1,9}(?:\.\d{1,2})?[十百千万]?|[零一二两三四五六七八九十百千万]{1,12})";

    private static readonly Regex _numbers = Patterns.Compile("[零一二两三四五六七八九十百千万]{1,12}");

    /// <summary>Words that contain a numeral and are no number.</summary>
    private static readonly string[] _idioms = ["十分", "万一", "千万", "一下", "一样", "一直", "一点", "一些", "一般", "一定", "一起", "第一", "统一", "万分", "三番", "一旦", "一共", "一会", "百度"];

    /// <summary>Null for what is no number, or one over a thousand million.</summary>
    public static decimal? Parse(string written)
    {
        var figures = written.AsSpan().IndexOfAnyExceptInRange('.', '9');
        if (figures != 0)
        {
            if (!decimal.TryParse(figures < 0 ? written : written[..figures], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return null;
            return figures < 0 ? number : figures == written.Length - 1 ? number * Unit(written[figures]) : null;
        }

        decimal total = 0, section = 0, digit = 0;
        foreach (var character in written)
        {
            var unit = Unit(character);
            if (unit == 1)
            {
                digit = Digit(character);
            }
            else if (unit == 10_000)
            {
                total += Math.Max(section + digit, 1) * unit;
                section = digit = 0;
            }
            else
            {
                section += Math.Max(digit, 1) * unit;
                digit = 0;
            }
        }

        return total + section + digit is <= 1_000_000_000 and var sum ? sum : null;
    }

    /// <summary>Every number in Chinese characters that is not part of another word.</summary>
    public static IEnumerable<(decimal Number, int Start, int End)> Find(string text)
    {
        foreach (Match match in _numbers.Matches(text))
        {
            var isIdiom = _idioms.Any(idiom => Around(text, match, idiom));
            if (!isIdiom && Parse(match.Value) is { } number)
                yield return (number, match.Index, match.Index + match.Length);
        }
    }

    private static bool Around(string text, Match match, string idiom)
    {
        var start = Math.Max(0, match.Index - 1);
        var end = Math.Min(text.Length, match.Index + match.Length + 1);
        return text[start..end].Contains(idiom, StringComparison.Ordinal);
    }

    private static int Unit(char character) => character switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, _ => 1 };

    private static int Digit(char character) => character == '两' ? 2 : "零一二三四五六七八九".IndexOf(character, StringComparison.Ordinal);
}
