using System.Text;

namespace Baton.Language;

/// <summary>Chooses the words that speak of a wish: without greetings and courtesies.</summary>
internal static class IntentWords
{
    private const int MostWords = 200;

    /// <summary>The words as one text, Chinese characters side by side; empty when nothing is left.</summary>
    /// <param name="message">The message.</param>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word.</param>
    /// <param name="isCourtesy">Per word, whether it belongs to a greeting or courtesy; null when not known.</param>
    public static string Of(MessageText message, int first, int end, bool[]? isCourtesy)
    {
        var text = new StringBuilder();
        var count = 0;
        for (var index = first; index < end && count < MostWords; index++)
        {
            if (isCourtesy is not null && isCourtesy[index])
                continue;
            if (text.Length > 0)
                text.Append(' ');
            text.Append(message.Words[index].Form);
            count++;
        }

        return text.ToString();
    }

    /// <summary>All words of a sentence.</summary>
    public static string Of(string sentence)
    {
        var message = new MessageText(sentence);
        return Of(message, 0, message.Words.Count, null);
    }
}
