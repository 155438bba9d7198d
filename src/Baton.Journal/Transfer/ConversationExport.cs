using System.Buffers;

namespace Baton.Journal;

/// <summary>What was written or read.</summary>
/// <param name="Conversations">Conversations moved.</param>
/// <param name="Events">Their events.</param>
/// <param name="Attachments">Their attachments.</param>
/// <param name="Skipped">Conversations that were there already, exactly as in the file; 0 for an export.</param>
public sealed record TransferCount(int Conversations, long Events, int Attachments, int Skipped);

/// <summary>
/// Writes conversations as JSON Lines: one conversation after the other in the order of their ids, first its events, then its
/// attachments. The same conversations give the same bytes, whatever engine they are in.
/// </summary>
public sealed class ConversationExport
{
    private readonly IJournal _journal;
    private readonly IConversationArchive _archive;
    private readonly IAttachmentStore _attachments;
    private readonly IAttachmentArchive _attachmentArchive;

    internal ConversationExport(IJournal journal, IConversationArchive archive, IAttachmentStore attachments, IAttachmentArchive attachmentArchive) =>
        (_journal, _archive, _attachments, _attachmentArchive) = (journal, archive, attachments, attachmentArchive);

    /// <summary>Writes every conversation. Those that go on meanwhile are written as they are when their turn comes.</summary>
    /// <param name="output">Receives UTF-8 text; stays open.</param>
    /// <param name="cancellationToken">Stops; the output is incomplete then.</param>
    public async Task<TransferCount> WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var count = new TransferCount(0, 0, 0, 0);
        ConversationId? last = null;
        while (await _archive.NextConversationAsync(last, cancellationToken) is { } conversation)
        {
            var (events, attachments) = await WriteAsync(conversation, output, cancellationToken);
            count = count with { Conversations = count.Conversations + 1, Events = count.Events + events, Attachments = count.Attachments + attachments };
            last = conversation;
        }

        await output.FlushAsync(cancellationToken);
        return count;
    }

    private async Task<(int Events, int Attachments)> WriteAsync(ConversationId conversation, Stream output, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var events = await _journal.ReadAsync(conversation, 0, cancellationToken);
        foreach (var logged in events) TransferLine.Write(buffer, logged);
        await output.WriteAsync(buffer.WrittenMemory, cancellationToken);

        var attachments = await _attachmentArchive.ListAsync(conversation, cancellationToken);
        foreach (var attachment in attachments)
        {
            if (await _attachments.GetAsync(conversation, attachment.Id, cancellationToken) is not var (kept, content)) continue; // gone since it was listed
            buffer.ResetWrittenCount();
            TransferLine.Write(buffer, conversation, kept, content);
            await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
        }

        return (events.Count, attachments.Count);
    }
}
