namespace Baton.Language;

/// <summary>"Is there anything else I can do for you?" at the end of a reply says nothing about the matter, and stands under every reply.</summary>
internal static class ReplyClosing
{
    // "Thank you!", "Great!"
    private const int ShortSentence = 3;

    /// <summary>Whether a text only says goodbye, thanks or that more can be asked.</summary>
    public static bool IsAll(KnownText text) =>
        Enumerable.Range(0, text.Message.Sentences.Count).All(number => Closes(text, number) || text.Message.Sentences[number].EndWord - text.Message.Sentences[number].FirstWord <= ShortSentence);

    /// <summary>The text without the sentences at its end that only close it; the whole text when there is nothing else in it.</summary>
    public static KnownText Cut(KnownText text)
    {
        var last = text.Message.Sentences.Count - 1;
        while (last > 0 && Closes(text, last))
            last--;
        if (last < 0 || last == text.Message.Sentences.Count - 1)
            return text;
        var next = text.Message.Words[text.Message.Sentences[last + 1].FirstWord].Start;
        return new KnownText(text.Place, text.Index, text.Message.Text[..next].TrimEnd(' ', '\n', '\r', '¿', '-'));
    }

    // A sentence with a number says something, however it ends.
    private static bool Closes(KnownText text, int sentence) =>
        text.Cues.Exists(hit => hit.Name == "closing" && hit.Sentence == sentence)
        && !text.Message.Words.Any(word => word.Sentence == sentence && char.IsAsciiDigit(word.Form[0]));
}
