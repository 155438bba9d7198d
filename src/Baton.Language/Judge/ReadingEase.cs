namespace Baton.Language;

/// <summary>How easily a text reads, by the established formula of its language.</summary>
/// <param name="Formula">Its name.</param>
/// <param name="Value">What it gives: of Flesch's and its kin 0 (very hard) to 100 (very easy), with values outside of it for extreme texts; of Chinese the characters a sentence.</param>
/// <param name="Lix">Björnsson's LIX (1968): words a sentence plus the percentage of words over six letters; under 30 very easy, over 60 very hard. 0 for Chinese.</param>
/// <param name="WordsPerSentence">Of Chinese, characters.</param>
public sealed record ReadingEase(string Formula, double Value, double Lix, double WordsPerSentence)
{
    /// <summary>
    /// Measures a text. English: Flesch (1948), 206.835 - 1.015 words a sentence - 84.6 syllables a word. German: Amstad (1978),
    /// 180 - words a sentence - 58.5 syllables a word. Spanish: Szigriszt Pazos (1993), 206.835 - 62.3 syllables a word - words a sentence. French: Kandel
    /// and Moles (1958), 207 - 1.015 words a sentence - 73.6 syllables a word. Chinese has no such formula that is settled: the mean
    /// number of characters between full stops stands for it. Short texts give rough values.
    /// </summary>
    internal static ReadingEase Of(MessageText text, string language)
    {
        var words = 0;
        int syllables = 0, longWords = 0;
        foreach (var word in text.Words)
        {
            if (!char.IsLetter(word.Form[0]))
                continue;
            words++;
            syllables += Syllables(word.Form, language);
            longWords += word.Form.Length > 6 ? 1 : 0;
        }

        var perSentence = words / (double)Math.Max(1, text.Sentences.Count);
        if (words == 0)
            return new ReadingEase("none", 100, 0, 0);
        var perWord = syllables / (double)words;
        var lix = perSentence + (100.0 * longWords / words);
        return language switch
        {
            "de" => new ReadingEase("Amstad", 180 - perSentence - (58.5 * perWord), lix, perSentence),
            "es" => new ReadingEase("Szigriszt Pazos", 206.835 - (62.3 * perWord) - perSentence, lix, perSentence),
            "fr" => new ReadingEase("Kandel and Moles", 207 - (1.015 * perSentence) - (73.6 * perWord), lix, perSentence),
            "zh" => new ReadingEase("characters a sentence", perSentence, 0, perSentence),
            _ => new ReadingEase("Flesch", 206.835 - (1.015 * perSentence) - (84.6 * perWord), lix, perSentence),
        };
    }

    /// <summary>Groups of vowels; in English and French a silent e at the end does not count.</summary>
    private static int Syllables(string word, string language)
    {
        var count = 0;
        var isAfterVowel = false;
        foreach (var letter in word)
        {
            var isVowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            count += isVowel && !isAfterVowel ? 1 : 0;
            isAfterVowel = isVowel;
        }

        var hasSilentEnd = language is "en" or "fr" && word.Length > 2 && word[^1] == 'e' && (language == "fr" || word[^2] != 'l');
        return Math.Max(1, count - (hasSilentEnd ? 1 : 0));
    }
}
