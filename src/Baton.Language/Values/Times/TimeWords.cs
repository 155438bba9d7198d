using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>The words of the clock in five languages.</summary>
internal static class TimeWords
{
    /// <summary>Hours in words, for patterns.</summary>
    public const string Hours =
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze";

    private const string Later =
        "in the afternoon|this afternoon|tomorrow afternoon|in the evening|this evening|tomorrow evening|tonight|afternoon|evening|nachmittags?|abends?|heute abend|de la tarde|por la tarde|de la noche|por la noche|esta tarde|esta noche|du soir|ce soir|l['’]apr[eè]s[ -]midi|apr[eè]s[ -]midi|下午|傍晚|晚上|今晚|明晚|晚";

    private const string Earlier =
        "in the morning|this morning|tomorrow morning|morgens|vormittags?|morgen früh|in der früh|de la ma[nñ]ana|por la ma[nñ]ana|du matin|ce matin|早上|上午|凌晨|今早|明早|早";

    private static readonly Regex _later = Patterns.Compile(Later);
    private static readonly Regex _earlier = Patterns.Compile(Earlier);
    private static readonly Regex _after = Patterns.Compile(@"^\s?([ap])\.?m\b");
    private static readonly Regex _marked = Patterns.Compile(@"([ap])\.?m$");

    /// <summary>Noon and midnight.</summary>
    public static Regex Noon { get; } = Patterns.Compile("\\b(?:noon|midday|midnight|mittags?|mitternacht|mediod[ií]a|medianoche|midi|minuit)\\b|中午|正午|半夜|午夜");

    /// <summary>Words right before a time of day.</summary>
    public static Regex At { get; } = Patterns.Compile(@"\b(?:at|um|gegen|ab|bis|las|la|à|a|vers|around|by|after|before|until|nach|vor)$");

    /// <summary>Words right before how long something took.</summary>
    public static Regex Since { get; } = Patterns.Compile(@"\b(?:for|seit|since|depuis|desde|durante|pendant|hace)$");

    public static bool IsMidnight(string written) => written.ToLowerInvariant() is "midnight" or "mitternacht" or "medianoche" or "minuit" or "半夜" or "午夜";

    public static int? Number(string written) => NumberWords.Cardinal(Folding.Fold(written));

    /// <summary>How much of an hour a word says; taken off when it stands before the hour.</summary>
    public static int? Minutes(string written, bool isBefore)
    {
        int? minutes = Folding.Fold(written) switch
        {
            "" => 0,
            "half" or "media" or "demi" or "demie" => 30,
            "quarter" or "cuarto" or "quart" => 15,
            "twenty" or "veinte" or "vingt" => 20,
            "veinticinco" => 25,
            var word => NumberWords.Cardinal(word),
        };
        return isBefore ? -minutes : minutes;
    }

    /// <summary>"halb drei" is half an hour before three, "viertel drei" three quarters.</summary>
    public static int? GermanMinutes(string written) => Folding.Fold(written) switch
    {
        "halb" => -30,
        "dreiviertel" or "drei viertel" or "viertel vor" => -15,
        "viertel nach" => 15,
        "viertel" => -45,
        "zehn nach" => 10,
        "zehn vor" => -10,
        "funf nach" => 5,
        "funf vor" => -5,
        "zwanzig nach" => 20,
        "zwanzig vor" => -20,
        _ => null,
    };

    /// <summary>"two", "half", "a", "une demi": how many hours or minutes.</summary>
    public static decimal? Share(string written)
    {
        var words = new MessageText(written).Words;
        if (words.Count == 0)
            return null;
        return words[^1].Form switch
        {
            "half" or "halben" or "media" or "demi" or "demie" => 0.5m,
            "a" or "an" or "einer" or "une" or "un" or "una" => 1,
            _ => NumberWords.Cardinal(words[^1].Form) ?? SpokenNumbers.Read(words, words.Count - 1, out _),
        };
    }

    /// <summary>True for the later half of the day, false for the earlier, null when the words around do not say.</summary>
    public static bool? PartOfDay(string text, int start, int end)
    {
        var near = text[Math.Max(0, start - 24)..start] + "\n" + text[end..Math.Min(text.Length, end + 24)];
        if (_after.Match(text[end..Math.Min(text.Length, end + 5)]) is { Success: true } mark)
            return mark.Groups[1].Value is "p" or "P";
        return _earlier.IsMatch(near) ? false : _later.IsMatch(near) ? true : null;
    }

    /// <summary>The same from "am" or "pm" at the end of the time itself.</summary>
    public static bool? Marked(string written) =>
        _marked.Match(written) is { Success: true } mark ? mark.Groups[1].Value is "p" or "P" : null;
}
