namespace Baton.Journal;

/// <summary>A line that cannot be imported. What came before it was imported, and is passed over when the import is run again.</summary>
/// <param name="line">Number of the line, from 1.</param>
/// <param name="reason">What is wrong with it.</param>
/// <param name="inner">What found it.</param>
public sealed class ImportException(long line, string reason, Exception? inner = null) : Exception($"Line {line}: {reason}", inner)
{
    /// <summary>Number of the line, from 1.</summary>
    public long Line { get; } = line;
}

/// <summary>
/// Reads conversations that <see cref="ConversationExport"/> wrote into this log, with their ids, versions and times. Each
/// conversation comes as a whole or not at all; one that is there with the same events is passed over, one that differs ends
/// the import.
/// </summary>
public sealed class ConversationImport
{
    private readonly IJournal _journal;
    private readonly IConversationArchive _archive;
    private readonly IAttachmentStore _attachments;
    private readonly TimeProvider _time;

    internal ConversationImport(IJournal journal, IConversationArchive archive, IAttachmentStore attachments, TimeProvider time) =>
        (_journal, _archive, _attachments, _time) = (journal, archive, attachments, time);

    /// <summary>Reads every conversation. Each imported one is due at once, so that the desk finds out what it waits for.</summary>
    /// <param name="input">UTF-8 text; stays open.</param>
    /// <param name="cancellationToken">Stops between two conversations; run again to go on.</param>
    /// <exception cref="ImportException">A line cannot be read, or a conversation differs from the one that is there.</exception>
    public async Task<TransferCount> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        var batch = new ImportBatch();
        var count = new TransferCount(0, 0, 0, 0);
        await foreach (var (line, imported) in TransferFile.ReadAsync(input, cancellationToken))
        {
            if (batch.EndsBefore(imported)) count = await WriteAsync(batch, count, cancellationToken);
            if (imported is ImportedEvent @event) batch.Add(@event, line);
            else count = await WriteAsync(batch, (ImportedAttachment)imported, count, line, cancellationToken);
        }

        return await WriteAsync(batch, count, cancellationToken);
    }

    private async Task<TransferCount> WriteAsync(ImportBatch batch, TransferCount count, CancellationToken cancellationToken)
    {
        if (batch.TakeEvents() is not var (conversation, events, line)) return count;
        var there = await _journal.ReadAsync(conversation, 0, cancellationToken);
        if (there.Count > 0)
        {
            if (!IsSame(there, events)) throw new ImportException(line, $"Conversation {conversation} is in this log with other events. Nothing of it was changed.");
            return count with { Skipped = count.Skipped + 1 };
        }

        try
        {
            await _archive.AppendAsync(new(conversation, 0, events, _time.GetUtcNow()), cancellationToken);
        }
        catch (VersionConflictException e)
        {
            throw new ImportException(line, $"Conversation {conversation} was begun in this log meanwhile.", e);
        }

        return count with { Conversations = count.Conversations + 1, Events = count.Events + events.Length };
    }

    private async Task<TransferCount> WriteAsync(ImportBatch batch, ImportedAttachment attachment, TransferCount count, long line, CancellationToken cancellationToken)
    {
        // The events first: an attachment alone would belong to nothing.
        if (!batch.Owns(attachment.Conversation)) throw new ImportException(line, $"The attachment {attachment.Attachment.Id} does not follow its conversation's events.");
        count = await WriteAsync(batch, count, cancellationToken);
        try
        {
            if (await _attachments.GetAsync(attachment.Conversation, attachment.Attachment.Id, cancellationToken) is var (kept, content))
            {
                if (kept == attachment.Attachment && content.AsSpan().SequenceEqual(attachment.Content)) return count;
                throw new ImportException(line, $"Conversation {attachment.Conversation} has another attachment {kept.Id}.");
            }

            await _attachments.PutAsync(attachment.Conversation, attachment.Attachment, attachment.Content, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new ImportException(line, e.Message, e);
        }

        return count with { Attachments = count.Attachments + 1 };
    }

    private static bool IsSame(IReadOnlyList<LoggedEvent> there, NewEvent[] events)
    {
        if (there.Count != events.Length) return false;
        for (var i = 0; i < events.Length; i++)
        {
            var kept = NewEvent.Of(there[i].Event, there[i].At);
            if (kept.Type != events[i].Type || kept.At != events[i].At || !kept.Data.AsSpan().SequenceEqual(events[i].Data)) return false;
        }

        return true;
    }
}
