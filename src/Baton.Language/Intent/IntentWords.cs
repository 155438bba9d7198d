namespace Baton.Language;

/// <summary>Chooses the words that speak of a wish: without greetings and courtesies, with Chinese read in pairs of characters.</summary>
internal static class IntentWords
{
    /// <param name="message">The message.</param>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word.</param>
    /// <param name="isCourtesy">Per word, whether it belongs to a greeting or courtesy; null when not known.</param>
    public static List<string> Of(MessageText message, int first, int end, bool[]? isCourtesy)
    {
        var words = new List<string>(Math.Min(end - first, 200));
        for (var index = first; index < end && words.Count < 200; index++)
        {
            if (isCourtesy is not null && isCourtesy[index])
                continue;
            var form = message.Words[index].Form;
            if (!IsHan(form))
            {
                words.Add(form);
                continue;
            }

            // Longest concept first: 发票, 退货; else pairs of characters carry the meaning.
            if (index + 1 < end && IsHan(message.Words[index + 1].Form))
                words.Add(form + message.Words[index + 1].Form);
            else
                words.Add(form);
        }

        return words;
    }

    private static bool IsHan(string form) => form[0] is >= '\u3400' and <= '\u9FFF';
}
