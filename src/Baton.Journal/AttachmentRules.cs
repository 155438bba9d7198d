namespace Baton.Journal;

/// <summary>What holds for attachments in every engine.</summary>
internal static class AttachmentRules
{
    public static void Check(AttachmentRef attachment, int contentLength)
    {
        if (attachment.Size != contentLength)
            throw new ArgumentException($"Attachment {attachment.Id} says {attachment.Size} bytes and has {contentLength}.", nameof(attachment));
        foreach (var text in (string[])[attachment.Id, attachment.Name, attachment.MediaType])
        {
            // PostgreSQL keeps no NUL in text, and neither engine keeps half a surrogate pair.
            if (text.Contains('\0') || !WholeText.Is(text))
                throw new ArgumentException("The id, name or media type of the attachment has a NUL or half of a surrogate pair.", nameof(attachment));
        }
    }

    /// <summary>Kept once, an attachment never changes: the log refers to it.</summary>
    public static InvalidOperationException Exists(ConversationId conversation, string id, Exception inner) =>
        new($"Conversation {conversation} already has an attachment {id}.", inner);
}
