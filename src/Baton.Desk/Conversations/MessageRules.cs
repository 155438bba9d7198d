namespace Baton.Desk;

/// <summary>The bounds of a message, the same on every channel.</summary>
internal static class MessageRules
{
    public static Refusal? Check(WriteMessage message)
    {
        if (!IsMessageId(message.MessageId))
            return new(RefusalCode.Invalid, "A message id has 1 to 64 letters, digits, '-' or '_'; make a new random one for each message.");
        if (message.Attachments.Count > Limits.Attachments)
            return new(RefusalCode.Invalid, $"A message has at most {Limits.Attachments} attachments.");
        if (string.IsNullOrWhiteSpace(message.Text) && message.Attachments.Count == 0)
            return new(RefusalCode.Invalid, "A message needs a text or an attachment.");
        return CheckText(message.Text);
    }

    /// <summary>Also for whispers and what was agreed.</summary>
    public static Refusal? CheckText(string text)
    {
        if (text.Length > Limits.TextLength)
            return new(RefusalCode.Invalid, $"A text has at most {Limits.TextLength} characters; this one has {text.Length}. Send the rest as a second message or as a file.");
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            return new(RefusalCode.Invalid, "A text must not contain control characters other than line breaks and tabs.");
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))) return new(RefusalCode.Invalid, "The text is not valid Unicode: it has half of a surrogate pair.");
            i++;
        }

        return null;
    }

    public static bool IsMessageId(string? id) =>
        id is { Length: >= 1 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
