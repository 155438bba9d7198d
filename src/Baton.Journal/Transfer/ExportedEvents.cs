using System.Runtime.CompilerServices;

namespace Baton.Journal;

/// <summary>Reads the events that <see cref="ConversationExport"/> wrote, without a log to keep them in.</summary>
public static class ExportedEvents
{
    /// <summary>Reads events in the file's order; attachments are passed over. Positions are 0, for they belong to a log.</summary>
    /// <param name="input">UTF-8 text; stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ImportException">A line cannot be read.</exception>
    public static async IAsyncEnumerable<LoggedEvent> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, line) in TransferFile.ReadAsync(input, cancellationToken))
        {
            if (line is ImportedEvent read) yield return new(0, read.Conversation, read.Version, read.Event.At, read.Event.Event);
        }
    }
}
