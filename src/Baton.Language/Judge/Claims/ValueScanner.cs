using System.Globalization;

namespace Baton.Language;

/// <summary>Finds numbers, money, dates, times, weekdays and codes in a text of any of the five languages, in one pass.</summary>
internal static class ValueScanner
{
    public static List<FoundValue> Find(MessageText message)
    {
        var found = new List<FoundValue>();
        var text = message.Text;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || (text[start - 1] is '-' or '_' or '/' or '.' && start > 1 && char.IsAsciiLetter(text[start - 2]))))
                start--;
            var end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || IsInner(text, end)))
                end++;
            var before = found.Count;
            NumberToken.Read(text, start, end, found);
            at = found.Count > before ? Math.Max(end, found[^1].End) : end;
        }

        WordValues.Find(message, found);
        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    /// <summary>A mark between two letters or digits that belongs to a number or code.</summary>
    private static bool IsInner(string text, int at) =>
        text[at] is '.' or ',' or ':' or '/' or '-' or '\'' or '’' or '_' or '\u202F' or '\u00A0' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1])
        && (char.IsAsciiDigit(text[at + 1]) || text[at] is '-' or '_' or '/')
        && (text[at] is not ('\u202F' or '\u00A0') || IsThousands(text, at));

    private static bool IsThousands(string text, int space) =>
        space + 3 < text.Length && char.IsAsciiDigit(text[space + 2]) && char.IsAsciiDigit(text[space + 3]) && (space + 4 >= text.Length || !char.IsAsciiDigit(text[space + 4]));

    /// <summary>The word after a place, letters only; empty when another thing stands there.</summary>
    public static ReadOnlySpan<char> WordAfter(string text, int at)
    {
        if (at < text.Length && text[at] is '.' && at + 1 < text.Length && text[at + 1] == ' ')
            at++;
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F')
            at++;
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '€' or '$' or '£' or '¥' or '%'))
        {
            end++;
            if (text[end - 1] is '€' or '$' or '£' or '¥' or '%' or (>= '\u3400' and <= '\u9FFF'))
                break;
        }

        return text.AsSpan(at, end - at);
    }

    /// <summary>The word before a place, or a currency's sign.</summary>
    public static ReadOnlySpan<char> WordBefore(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\u00A0')
            at--;
        if (at > 0 && text[at - 1] is '€' or '$' or '£' or '¥' or '￥')
            return text.AsSpan(at - 1, 1);
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text.AsSpan(start, at - start);
    }

    /// <summary>The number a string of digits says.</summary>
    public static int Int(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
