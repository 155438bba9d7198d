namespace Baton.Journal;

/// <summary>The bytes of attachments, beside the log and in the same engine.</summary>
public interface IAttachmentStore
{
    /// <summary>Keeps a file; durable when it completes.</summary>
    /// <param name="conversation">The only conversation that may read it.</param>
    /// <param name="attachment">Its name, type and size.</param>
    /// <param name="content">Exactly <see cref="AttachmentRef.Size"/> bytes.</param>
    /// <param name="cancellationToken">Cancels the upload; nothing is kept then.</param>
    Task PutAsync(ConversationId conversation, AttachmentRef attachment, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>A file of that conversation; null when the conversation has none with that key.</summary>
    Task<(AttachmentRef Attachment, byte[] Content)?> GetAsync(ConversationId conversation, string id, CancellationToken cancellationToken);
}
