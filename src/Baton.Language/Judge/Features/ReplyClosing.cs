namespace Baton.Language;

/// <summary>"Is there anything else I can do for you?" at the end of a reply says nothing about the matter, and stands under every reply.</summary>
internal static class ReplyClosing
{
    /// <summary>The text without the sentences at its end that only close it; the whole text when there is nothing else in it.</summary>
    public static KnownText Cut(KnownText text)
    {
        var last = text.Message.Sentences.Count - 1;
        while (last > 0 && text.Cues.Exists(hit => hit.Name == "closing" && hit.Sentence == last))
            last--;
        if (last < 0 || last == text.Message.Sentences.Count - 1)
            return text;
        var next = text.Message.Words[text.Message.Sentences[last + 1].FirstWord].Start;
        return new KnownText(text.Place, text.Index, text.Message.Text[..next].TrimEnd(' ', '\n', '\r', '¿', '-'));
    }
}
