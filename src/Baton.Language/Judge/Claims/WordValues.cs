using System.Collections.Frozen;
using System.Globalization;

namespace Baton.Language;

/// <summary>Numbers, weekdays, months and times of day that are written as words.</summary>
internal static class WordValues
{
    // One and two are said of anything ("one of them", "a day or two").
    private const int SmallestNumber = 3;

    private static readonly FrozenDictionary<string, int> _tens = (
        "thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 hundred:100 thousand:1000 "
        + "dreissig:30 vierzig:40 funfzig:50 fuenfzig:50 sechzig:60 hundert:100 tausend:1000 "
        + "treinta:30 cuarenta:40 cincuenta:50 sesenta:60 noventa:90 cien:100 mil:1000 "
        + "trente:30 quarante:40 cinquante:50 soixante:60 cent:100 mille:1000")
        .Split(' ').Select(pair => pair.Split(':')).ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static readonly FrozenSet<string> _notNumbers = new[] { "seis", "sept", "neuf", "once", "null", "zero", "cero" }.ToFrozenSet(StringComparer.Ordinal);

    public static void Find(MessageText message, List<FoundValue> found)
    {
        for (var index = 0; index < message.Words.Count; index++)
        {
            var word = message.Words[index];
            if (char.IsAsciiDigit(word.Form[0]))
                continue;
            if (ChineseWeekday(message.Words, index) is { } weekday)
                found.Add(new FoundValue(ClaimKind.Weekday, weekday, "", 0, word.Start, message.Words[index + (word.Form is "周" or "週" ? 1 : 2)].End - word.Start));
            else if (word.Form[0] >= '\u2E80')
                continue;
            else if (word.Form is "noon" or "mittags" or "midi" or "mediodia")
                found.Add(new FoundValue(ClaimKind.Time, 12 * 60, "", 0, word.Start, word.End - word.Start));
            else if (CalendarWords.Weekdays.TryGetValue(word.Form.Length > 3 ? word.Form.TrimEnd('s') : "", out var day) || CalendarWords.Weekdays.TryGetValue(word.Form.Length > 3 ? word.Form : "", out day))
                found.Add(new FoundValue(ClaimKind.Weekday, day, "", 0, word.Start, word.End - word.Start));
            else if (Number(word.Form) is { } number)
                found.Add(new FoundValue(IsMoney(message, index) ? ClaimKind.Money : ClaimKind.Number, number, "", 0, word.Start, word.End - word.Start));
        }
    }

    private static bool IsMoney(MessageText message, int index) =>
        index + 1 < message.Words.Count && message.Words[index + 1].Form.Length > 2 && Currencies.Of(message.Words[index + 1].Form, "en") is not null;

    private static int? Number(string form)
    {
        if (_tens.TryGetValue(form, out var tens))
            return tens;
        if (_notNumbers.Contains(form))
            return form switch { "seis" => 6, "sept" => 7, _ => null };
        return NumberWords.Cardinal(form) is { } number && number >= SmallestNumber ? number : null;
    }

    private static int? ChineseWeekday(IReadOnlyList<Word> words, int index)
    {
        var at = words[index].Form switch
        {
            "周" or "週" => index + 1,
            "星" when index + 1 < words.Count && words[index + 1].Form == "期" => index + 2,
            _ => -1,
        };
        if (at < 0 || at >= words.Count)
            return null;
        var day = "一二三四五六日".IndexOf(words[at].Form, StringComparison.Ordinal);
        return day >= 0 && words[at].Form.Length == 1 ? day + 1 : words[at].Form == "天" ? 7 : null;
    }
}
