using System.Collections.Frozen;
using System.Globalization;

namespace Baton.Language;

/// <summary>Numbers as words and figures, in five languages.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> _cardinals = Build(
        "zero null cero zéro 零|one eins ein eine einen einem einer uno un una une 一|two zwei dos deux 二 两|three drei tres trois 三|four vier cuatro quatre 四|five fünf cinco cinq 五|six sechs seis 六|seven sieben siete sept 七|eight acht ocho huit 八|nine neun nueve neuf 九|ten zehn diez dix 十|eleven elf once onze|twelve zwölf doce douze|thirteen dreizehn trece treize|fourteen vierzehn catorce quatorze|fifteen fünfzehn quince quinze|sixteen sechzehn dieciséis seize|seventeen siebzehn diecisiete|eighteen achtzehn dieciocho|nineteen neunzehn diecinueve|twenty zwanzig veinte vingt",
        0);

    private static readonly FrozenDictionary<string, int> _ordinals = Build(
        "first 1st erste ersten erster erstes primero primera primer premier première 1er 1ère|second 2nd zweite zweiten zweiter zweites segundo segunda deuxième 2e 2ème seconde|third 3rd dritte dritten dritter drittes tercero tercera tercer troisième 3e 3ème|fourth 4th vierte vierten vierter viertes cuarto cuarta quatrième 4e|fifth 5th fünfte fünften fünfter fünftes quinto quinta cinquième 5e|sixth 6th sechste sechsten sexto sexta sixième|seventh 7th siebte siebten séptimo séptima septième|eighth 8th achte achten octavo octava huitième|ninth 9th neunte neunten noveno neuvième|tenth 10th zehnte zehnten décimo dixième|eleventh elfte elften onzième|twelfth zwölfte zwölften douzième|thirteenth dreizehnte dreizehnten|fourteenth vierzehnte vierzehnten|fifteenth fünfzehnte fünfzehnten|sixteenth sechzehnte sechzehnten|seventeenth siebzehnte siebzehnten|eighteenth achtzehnte achtzehnten|nineteenth neunzehnte neunzehnten|twentieth",
        1);

    /// <summary>The number a folded word says: "two", "12"; null when none.</summary>
    public static int? Cardinal(string word)
    {
        if (_cardinals.TryGetValue(word, out var number))
            return number;
        return word.Length <= 9 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    /// <summary>The place a folded word says: "second", "3rd", "12th"; null when none.</summary>
    public static int? Ordinal(string word)
    {
        if (_ordinals.TryGetValue(word, out var number))
            return number;
        var suffix = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return suffix is > 0 and <= 2 && word[suffix..] is "st" or "nd" or "rd" or "th" or "e" or "er" or "eme" or "o" or "a" or "ª" or "º"
            ? int.Parse(word.AsSpan(0, suffix), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    private static FrozenDictionary<string, int> Build(string list, int first) => list.Split('|')
        .SelectMany((group, index) => group.Split(' ').SelectMany(word => new[] { word, word.Replace("ü", "ue", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal) }).Select(word => (Word: Folding.Fold(word), Number: index + first)))
        .DistinctBy(entry => entry.Word)
        .ToFrozenDictionary(entry => entry.Word, entry => entry.Number, StringComparer.Ordinal);
}
