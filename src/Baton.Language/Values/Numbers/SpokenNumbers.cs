using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>
/// Numbers of several words in English, German, Spanish and French: "a hundred and twenty", "treinta y cinco", "quatre-vingt-dix",
/// "fünfundzwanzig". Figures are not read here.
/// </summary>
internal static class SpokenNumbers
{
    private static readonly FrozenDictionary<string, int> _tens = Parse(
        "twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 zwanzig 20 dreissig 30 vierzig 40 funfzig 50 fuenfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90 " +
        "veinte 20 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80 nonante 90");

    /// <summary>Whole numbers of one word above twenty.</summary>
    private static readonly FrozenDictionary<string, int> _whole = Parse(
        "veintiun 21 veintiuno 21 veintiuna 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 " +
        "doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900");

    private static readonly FrozenDictionary<string, int> _multipliers = Parse(
        "hundred 100 hundert 100 cien 100 ciento 100 cent 100 cents 100 thousand 1000 tausend 1000 mil 1000 mille 1000 dozen 12 dutzend 12 docena 12 docenas 12 douzaine 12 douzaines 12");

    private static readonly FrozenSet<string> _articles = new[] { "a", "an", "ein", "eine", "einem", "einer", "un", "una", "une" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every word of the lists, so that none is taken for a typo.</summary>
    public static IEnumerable<string> Words => _tens.Keys.Concat(_whole.Keys).Concat(_multipliers.Keys);

    /// <summary>The number that begins at a word, as long as it reaches; null when none begins there.</summary>
    /// <param name="words">The message's words.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Index after the number's last word; <paramref name="start"/> when there is none.</param>
    public static int? Read(IReadOnlyList<Word> words, int start, out int end)
    {
        end = start;
        int total = 0, current = 0;
        var isEmpty = true;
        var index = start;
        while (index < words.Count && (isEmpty || words[index].Start - words[end - 1].End <= 2))
        {
            // "five hundred and", "treinta y", "vingt et": a joint belongs to the number only when a number follows that fits.
            var at = !isEmpty && IsJoint(words[index].Form, current) && index + 1 < words.Count ? index + 1 : index;
            if (at > index && Add(words[at].Form, total, current, isEmpty) is null)
                break;
            if (isEmpty && _articles.Contains(words[at].Form) && at + 1 < words.Count && _multipliers.ContainsKey(words[at + 1].Form) && words[at + 1].Form != "cents")
            {
                index = end = at + 1;
                isEmpty = false;
                current = 1;
                continue;
            }

            if (Add(words[at].Form, total, current, isEmpty) is not var (newTotal, newCurrent))
                break;
            (total, current) = (newTotal, newCurrent);
            isEmpty = false;
            index = end = at + 1;
        }

        return isEmpty ? null : total + current;
    }

    /// <summary>A German number of one word: "hundertzwanzig", "dreiundzwanzig"; null when it is none.</summary>
    public static int? Compound(string word)
    {
        if (word.Length > 40)
            return null;
        if (Single(word) is { } plain)
            return plain;
        foreach (var (name, factor) in new[] { ("tausend", 1000), ("hundert", 100) })
        {
            var place = word.IndexOf(name, StringComparison.Ordinal);
            if (place < 0)
                continue;
            var before = place == 0 ? 1 : Compound(word[..place]);
            var rest = word[(place + name.Length)..];
            var after = rest.Length == 0 ? 0 : Compound(rest.StartsWith("und", StringComparison.Ordinal) ? rest[3..] : rest);
            return before is null || after is null || after >= factor ? null : (before.Value * factor) + after.Value;
        }

        var joint = word.IndexOf("und", StringComparison.Ordinal);
        return joint > 0 && Single(word[..joint]) is >= 1 and <= 9 and var units && _tens.TryGetValue(word[(joint + 3)..], out var tens) ? tens + units : null;
    }

    private static int? Single(string word) =>
        word.Length == 0 || char.IsAsciiDigit(word[0]) ? null
        : _tens.TryGetValue(word, out var tens) ? tens
        : _whole.TryGetValue(word, out var whole) ? whole
        : NumberWords.Cardinal(word);

    private static bool IsJoint(string word, int current) => word switch
    {
        "and" => current >= 100,
        "y" => current % 100 >= 30 && current % 10 == 0,
        "et" => current % 100 >= 20 && current % 10 == 0,
        _ => false,
    };

    private static (int Total, int Current)? Add(string word, int total, int current, bool isEmpty)
    {
        if (_multipliers.TryGetValue(word, out var factor))
            return Multiply(word, factor, total, current, isEmpty);
        if (Compound(word) is not { } number)
            return null;
        if (isEmpty || (current % 100 == 0 && number < 100 && current > 0) || (current == 0 && number < 1000))
            return (total, current + number);

        // "quatre-vingt", "soixante-quinze", "quatre-vingt-dix".
        if (number == 20 && word.StartsWith("vingt", StringComparison.Ordinal) && current % 100 == 4)
            return (total, current + 76);
        var tens = current % 100;
        var fits = tens >= 20 && tens % 10 == 0 && number < (tens is 60 or 80 && IsFrenchTeen(word) ? 20 : 10);
        return fits ? (total, current + number) : null;
    }

    private static (int Total, int Current)? Multiply(string word, int factor, int total, int current, bool isEmpty)
    {
        if (factor == 1000)
            return total > 0 || current >= 1000 ? null : (Math.Max(current, 1) * 1000, 0);
        if (word == "cents" && current is < 2 or > 9)
            return null;
        return isEmpty || current is >= 1 and <= 9 ? (total, Math.Max(current, 1) * factor) : total > 0 && current == 0 ? (total, factor) : null;
    }

    private static bool IsFrenchTeen(string word) =>
        word is "dix" or "onze" or "douze" or "treize" or "quatorze" or "quinze" or "seize" || NumberWords.Cardinal(word) < 10;

    private static FrozenDictionary<string, int> Parse(string list)
    {
        var parts = list.Split(' ');
        return Enumerable.Range(0, parts.Length / 2).ToFrozenDictionary(pair => parts[pair * 2], pair => int.Parse(parts[(pair * 2) + 1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
