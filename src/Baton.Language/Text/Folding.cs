using System.Buffers;
using System.Text;

namespace Baton.Language;

/// <summary>Writes words the way cues and features compare them: lower case, no accents, ordinary width, no letter thrice.</summary>
internal static class Folding
{
    private const int TableSize = 0x250;
    private static readonly char[] _table = BuildTable();

    /// <summary>Folds one character; some become two ("ß"), those come back as the first of them and are finished by <see cref="Fold"/>.</summary>
    public static char Char(char character)
    {
        if (character < TableSize)
            return _table[character];
        if (character is >= '\uFF01' and <= '\uFF5E')
            return _table[character - 0xFEE0];
        if (character is '\u2018' or '\u2019' or '\u02BC')
            return '\'';
        return TraditionalChinese.Simplify(char.ToLowerInvariant(character));
    }

    /// <summary>Folds a word. A letter that stands three times or more in a row is written once ("yesss", "sooo").</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var rented = ArrayPool<char>.Shared.Rent((word.Length * 2) + 1);
        var length = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var second = Second(word[index]);
            var folded = Char(word[index]);
            rented[length++] = folded;
            if (second != '\0')
                rented[length++] = second;
        }

        var result = new string(rented, 0, length);
        ArrayPool<char>.Shared.Return(rented);
        return result.Length > 2 ? WithoutStretching(result) : result;
    }

    /// <summary>Letters, figures and signs of full width ("１３８＠") in ordinary width, each in its place; the same text when there are none.</summary>
    public static string OrdinaryWidth(string text) => text.AsSpan().IndexOfAnyInRange('\uFF01', '\uFF5E') < 0
        ? text
        : string.Create(text.Length, text, static (written, source) =>
        {
            for (var index = 0; index < source.Length; index++)
                written[index] = source[index] is >= '\uFF01' and <= '\uFF5E' and not ('，' or '！' or '？' or '；') ? (char)(source[index] - 0xFEE0) : source[index];
        });

    private static string WithoutStretching(string word)
    {
        var stretched = false;
        for (var index = 2; index < word.Length && !stretched; index++)
            stretched = word[index] == word[index - 1] && word[index] == word[index - 2] && char.IsLetter(word[index]);
        if (!stretched)
            return word;
        var builder = new StringBuilder(word.Length);
        for (var index = 0; index < word.Length;)
        {
            var run = RunLength(word, index);
            builder.Append(word[index], char.IsLetter(word[index]) && run >= 3 ? 1 : run);
            index += run;
        }

        return builder.ToString();
    }

    private static int RunLength(ReadOnlySpan<char> word, int start)
    {
        var end = start + 1;
        while (end < word.Length && word[end] == word[start])
            end++;
        return end - start;
    }

    private static char Second(char character) => character switch
    {
        'ß' => 's',
        'æ' or 'Æ' or 'œ' or 'Œ' => 'e',
        _ => '\0',
    };

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var code = 0; code < TableSize; code++)
        {
            var lower = char.ToLowerInvariant((char)code);
            table[code] = lower switch
            {
                'ß' => 's',
                'æ' => 'a',
                'œ' => 'o',
                'ø' => 'o',
                'ł' => 'l',
                'ı' => 'i',
                _ => char.IsLetter(lower) ? lower.ToString().Normalize(NormalizationForm.FormD)[0] : lower,
            };
        }

        return table;
    }
}
