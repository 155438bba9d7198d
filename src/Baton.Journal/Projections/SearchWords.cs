using System.Globalization;
using System.Text;

namespace Baton.Journal;

/// <summary>
/// Cuts text into the words that are searched for, the same way in both engines and for what is written and what is asked:
/// lower case, without accents, letters and digits only. Scripts that put no spaces between words (Chinese, Japanese, Thai, …)
/// become one word a character, and a query's neighbours must be neighbours in the text.
/// </summary>
internal static class SearchWords
{
    private const int LongestWord = 64;
    private const int MostWords = 16_000; // PostgreSQL counts places in a text up to 16,383
    private const int MostTerms = 16;
    private const int LongestQuery = 200;

    /// <summary>The words of a text in order.</summary>
    public static List<string> Of(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue; // the accent of the letter before
            if (StandsAlone(rune))
            {
                End();
                words.Add(rune.ToString());
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                if (word.Length < LongestWord) word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else
            {
                End();
            }

            if (words.Count >= MostWords) return words;
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>
    /// The terms of a query; each is a run of neighbouring words of which the last may be the beginning of a longer one.
    /// Empty when there is nothing in it to look for.
    /// </summary>
    public static List<List<string>> Terms(string query)
    {
        if (query.Length > LongestQuery) query = query[..LongestQuery];
        return [.. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Of).Where(words => words.Count > 0).Take(MostTerms)];
    }

    /// <summary>What of an event can be searched for; null when nothing.</summary>
    public static string? TextOf(ConversationEvent @event) => @event switch
    {
        ConversationOpened e => e.Customer.Name,
        CustomerWrote e => e.Text,
        AgentReplied e => e.Text,
        WorkerReplied e => e.Text,
        _ => null,
    };

    // Full-width and other compatibility forms are folded into the plain ones; half a surrogate pair cannot be normalised.
    private static string Plain(string text) => WholeText.Is(text) ? text.Normalize(NormalizationForm.FormKD) : text;

    private static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or // Thai, Lao
        (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or // Burmese, Khmer
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or // kana, Han
        (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        && Rune.IsLetterOrDigit(rune);
}
