using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Finds postal addresses in the common forms of English, German, French, Spanish and Chinese and writes them on one line.</summary>
internal sealed class AddressReader : IValueReader
{
    private const string Name = @"[\p{L}\p{M}][\p{L}\p{M}'’.\-]{0,30}";

    private const int ReadAtMost = 1000;

    private static readonly Regex[] _streets =
    [
        // 12 Market Street, 4b St. John's Rd
        Patterns.Compile($@"\b\d{{1,5}}[a-z]?,?\s(?:{Name}\s){{1,4}}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|crescent|terrace|square|sq|boulevard|blvd|way|place|pl|gardens|grove|mews|hill|row|highway|hwy|parkway|pkwy|circle|walk)\b"),

        // 12 rue de la Paix, 5 bis avenue Foch
        Patterns.Compile($@"\b\d{{1,5}}\s?(?:bis|ter|[a-d])?,?\s(?:rue|avenue|av\.?|boulevard|bd\.?|place|chemin|all[ée]e|impasse|quai|route|cours|passage|square)\s(?:{Name}[\s,]?){{1,6}}"),

        // Musterstraße 12a, Am Alten Markt 3
        Patterns.Compile($@"\b(?:{Name}[\s\-]){{0,3}}[\p{{L}}\p{{M}}\-]*(?:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|steig|hof|berg|graben)\s\d{{1,4}}\s?[a-h]?\b"),

        // Calle Mayor 5, C/ de la Luna, nº 3
        Patterns.Compile($@"(?:\b(?:calle|avenida|avda\.?|av\.|plaza|paseo|carrer|camino|ronda|v[ií]a|carretera|traves[ií]a|pza\.?)|\bc/)\s?(?:{Name}\s?){{1,6}},?\s?(?:n[º°o]\.?\s?|n[uú]m\.?\s?|n[uú]mero\s|#\s?)?\d{{1,4}}"),

        // 北京市朝阳区建国路88号
        Patterns.Compile(@"(?:[\u4E00-\u9FFF]{2,8}(?:省|市|区|區|县|縣|镇)){1,4}[\u4E00-\u9FFF0-9A-Za-z\-]{1,30}(?:路|街|道|巷|弄|号|號|室|楼|樓|栋)[\u4E00-\u9FFF0-9A-Za-z\-]{0,24}"),
    ];

    private static readonly Regex _rest = Patterns.Compile(@"^(?:[\s,;/]{0,4}(?:[\p{L}\p{M}\d#º°ª'’.\-]{1,30})){0,14}");
    private static readonly Regex _flat = Patterns.Compile(@"\b(?:flat|apt\.?|apartment|unit|suite|wohnung|whg\.?|appartement|appt\.?)\s[\p{L}\d]{1,4},?\s$");
    private static readonly Regex _plausible = Patterns.Compile(@"\d");

    /// <summary>Words after which the address is over.</summary>
    private static readonly HashSet<string> _ends = new(StringComparer.Ordinal)
    {
        "please", "thanks", "thank", "instead", "and", "because", "not", "from", "starting", "is", "was", "so", "but", "by", "until", "if", "when", "before", "my", "i", "it", "that", "this", "for", "can", "could", "now",
        "bitte", "danke", "und", "nicht", "statt", "anstatt", "ab", "weil", "ist", "ich", "aber", "schicken", "senden", "liefern", "vielen", "geandert", "gracias", "por", "favor", "pero", "porque", "no", "y", "es",
        "merci", "svp", "s", "pas", "mais", "parce", "et", "est", "cordialement", "谢", "请",
    };

    private static readonly Regex _lead = Patterns.Compile(
        @"^(?:(?:hi|hello|sure|yes|ok|okay|no|so|ja|oui|s[ií]|please|bitte|por favor)[,.!\s]+)*(?:(?:my|the|our|new|it's|its|it is|address|delivery|shipping|is|now|send|ship|deliver|it|them|to|at|change|instead|meine|die|neue|adresse|lautet|ist|an|nach|mi|la|nueva|direcci[oó]n|es|a|mon|ma|nouvelle|est|envoyez|livrez|le|au|liefern|schicken|senden|sie|bitte|env[ií]en(?:lo)?|manden|à|c'est)[,:\s\-]+)*");

    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        var text = context.Text.Length > ReadAtMost ? context.Text[..ReadAtMost] : context.Text;
        var found = new List<ValueMention>();
        if (!text.Any(char.IsAsciiDigit))
            return found;
        foreach (var street in _streets)
        {
            foreach (Match match in street.Matches(text))
            {
                var start = match.Index + LeadLength(match.Value);
                start -= _flat.Match(text[..start]).Length;
                if (found.Exists(mention => start < mention.End))
                    continue;
                var end = End(text, match.Index + match.Length);
                found.Add(new ValueMention(OneLine(text[start..end]), start, end));
            }

            if (found.Count > 0)
                return found;
        }

        return context.IsAsked && ReadUnknownForm(text) is { } mention ? [mention] : [];
    }

    /// <summary>What was asked for and has a number and a few words is an address, though of no form we know.</summary>
    private static ValueMention? ReadUnknownForm(string text)
    {
        var start = LeadLength(text);
        var end = End(text, start);
        var written = text[start..end];
        var words = written.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var isAddress = words.Length is >= 3 and <= 16 && _plausible.IsMatch(written) && words.Count(word => char.IsLetter(word[0])) >= 2 && written.AsSpan().IndexOfAny('?', '@') < 0
            && (written.Contains(',', StringComparison.Ordinal) || written.Contains('\n', StringComparison.Ordinal) || words.Any(word => word.Length is 4 or 5 && word.All(char.IsAsciiDigit)));
        return isAddress ? new ValueMention(OneLine(written), start, end) : null;
    }

    /// <summary>"send it to Musterstraße 5": the words before the street that the pattern took with it.</summary>
    private static int LeadLength(string written)
    {
        var length = _lead.Match(written).Length;

        // "An der alten Mühle 4" is the street's name.
        if (length >= 3 && written[..length].EndsWith("An ", StringComparison.Ordinal) && written[length..].StartsWith("de", StringComparison.Ordinal))
            length -= 3;
        if (written.IndexOfAny(['省', '市', '区', '县']) is var place and > 0 && written[..place].LastIndexOfAny(['到', '至', '是', '为', '往', '在', '：', ':']) is var lead and >= 0)
            length = lead + 1;
        return length < written.Length ? length : 0;
    }

    /// <summary>The postcode, city and country behind the street.</summary>
    private static int End(string text, int streetEnd)
    {
        var rest = _rest.Match(text[streetEnd..]).Value;
        var message = new MessageText(rest);
        var end = rest.Length;
        for (var index = 0; index < message.Words.Count; index++)
        {
            var word = message.Words[index];
            if (_ends.Contains(word.Form) || (word.Sentence > message.Words[0].Sentence && !rest[..word.Start].EndsWith('\n')))
            {
                end = word.Start;
                break;
            }
        }

        var whole = text[..(streetEnd + end)].TrimEnd(' ', ',', ';', '\n', '\r', '\t', '-', '.', '/');
        return Math.Max(whole.Length, Math.Min(streetEnd, text.Length));
    }

    private static string OneLine(string written)
    {
        var parts = written.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", parts.Select(part => string.Join(' ', part.TrimEnd(',', ';').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }
}
