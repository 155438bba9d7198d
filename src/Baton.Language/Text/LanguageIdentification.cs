namespace Baton.Language;

/// <summary>The language of a message: ISO 639-1, and whether the message itself shows it.</summary>
internal readonly record struct IdentifiedLanguage(string Code, bool IsShown);

/// <summary>
/// Tells English, German, Spanish, French and Chinese apart by script, function words and letters of their own. A message that
/// shows nothing ("ok", "SO-10042") takes the language of the customer's locale.
/// </summary>
internal static class LanguageIdentification
{
    private static readonly string[] _codes = ["en", "de", "es", "fr"];
    private static readonly Dictionary<string, float[]> _words = LoadWords();

    public static IdentifiedLanguage Identify(MessageText message, string locale)
    {
        var fallback = LanguageOf(locale);
        if (message.Words.Count == 0)
            return new(fallback, false);
        if (IsMostlyHan(message))
            return new("zh", true);

        Span<float> scores = stackalloc float[_codes.Length];
        foreach (var word in message.Words)
        {
            if (_words.TryGetValue(word.Form, out var weights))
            {
                for (var index = 0; index < scores.Length; index++)
                    scores[index] += weights[index];
            }
        }

        AddLetters(message.Text, scores);
        var best = 0;
        for (var index = 1; index < scores.Length; index++)
        {
            if (scores[index] > scores[best] || (scores[index] == scores[best] && _codes[index] == fallback))
                best = index;
        }

        var home = Array.IndexOf(_codes, fallback);
        var isShown = scores[best] > 0 && (home < 0 || home == best || scores[best] >= scores[home] + 0.6f);
        return isShown ? new(_codes[best], true) : new(fallback, false);
    }

    /// <summary>The language of a locale: "de-CH" is "de"; nothing usable is "en".</summary>
    public static string LanguageOf(string? locale)
    {
        if (string.IsNullOrWhiteSpace(locale))
            return "en";
        var end = locale.AsSpan().IndexOfAny('-', '_');
        var language = (end < 0 ? locale : locale[..end]).Trim().ToLowerInvariant();
        return language.Length is 2 or 3 ? language : "en";
    }

    private static bool IsMostlyHan(MessageText message)
    {
        var han = 0;
        var letters = 0;
        foreach (var word in message.Words)
        {
            if (word.Form[0] is >= '\u3400' and <= '\u9FFF')
                han++;
            else if (char.IsLetter(word.Form[0]))
                letters++;
        }

        return han > 0 && han >= letters;
    }

    private static void AddLetters(string text, Span<float> scores)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case 'ß' or 'ä' or 'ö' or 'Ä' or 'Ö':
                    scores[1] += 1;
                    break;
                case 'ü' or 'Ü':
                    scores[1] += 0.8f;
                    scores[2] += 0.1f;
                    break;
                case 'ñ' or '¿' or '¡' or 'Ñ':
                    scores[2] += 1.5f;
                    break;
                case 'á' or 'í' or 'ó' or 'ú':
                    scores[2] += 0.7f;
                    break;
                case 'è' or 'ê' or 'à' or 'ç' or 'œ' or 'ù' or 'î' or 'ô' or 'û' or 'À' or 'Ê':
                    scores[3] += 0.8f;
                    break;
                case 'é':
                    scores[3] += 0.4f;
                    scores[2] += 0.25f;
                    break;
                default:
                    break;
            }
        }
    }

    private static Dictionary<string, float[]> LoadWords()
    {
        var words = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("Text.function-words.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var language = Array.IndexOf(_codes, line[..colon]);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var folded = Folding.Fold(word);
                if (!words.TryGetValue(folded, out var weights))
                    words[folded] = weights = new float[_codes.Length];
                weights[language] = 1;
            }
        }

        // A word of several languages says less about each.
        foreach (var weights in words.Values)
        {
            var count = weights.Sum();
            for (var index = 0; index < weights.Length; index++)
                weights[index] /= count * count;
        }

        return words;
    }
}
