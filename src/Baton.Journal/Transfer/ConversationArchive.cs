namespace Baton.Journal;

/// <summary>What export and import need of a log beyond what everybody may do with it.</summary>
internal interface IConversationArchive
{
    /// <summary>The first conversation after another one in the order of ids; null when there is none.</summary>
    Task<ConversationId?> NextConversationAsync(ConversationId? after, CancellationToken cancellationToken);

    /// <summary>Appends events that each have their own time.</summary>
    Task<IReadOnlyList<LoggedEvent>> AppendAsync(AppendRequest request, CancellationToken cancellationToken);
}

/// <summary>What export and import need of the attachments beyond what everybody may do with them.</summary>
internal interface IAttachmentArchive
{
    /// <summary>A conversation's attachments, in the order of their ids.</summary>
    Task<IReadOnlyList<AttachmentRef>> ListAsync(ConversationId conversation, CancellationToken cancellationToken);
}
