namespace Baton.Journal;

/// <summary>
/// The append-only log of conversation events: the only truth; everything else can be rebuilt from it.
/// </summary>
public interface IJournal
{
    /// <summary>
    /// Appends the next events of one conversation, all or none, and completes only when they are durable.
    /// Appends of many conversations share a commit.
    /// </summary>
    /// <param name="conversation">Whose events.</param>
    /// <param name="expectedVersion">The version of the conversation's last event; 0 for a new conversation.</param>
    /// <param name="events">At least one.</param>
    /// <param name="at">When they were decided.</param>
    /// <param name="deadline">When the conversation must be woken next, replacing what was set before; null for never.</param>
    /// <param name="cancellationToken">Cancels the waiting; an append already handed to the store may still happen.</param>
    /// <returns>The events with their places.</returns>
    /// <exception cref="VersionConflictException">The conversation has another version: nothing was written.</exception>
    Task<IReadOnlyList<LoggedEvent>> AppendAsync(
        ConversationId conversation,
        int expectedVersion,
        IReadOnlyList<ConversationEvent> events,
        DateTimeOffset at,
        DateTimeOffset? deadline,
        CancellationToken cancellationToken);

    /// <summary>One conversation's events after a version, in order; empty when there are none or no such conversation.</summary>
    /// <param name="conversation">Whose events.</param>
    /// <param name="afterVersion">Exclusive; 0 for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<IReadOnlyList<LoggedEvent>> ReadAsync(ConversationId conversation, int afterVersion, CancellationToken cancellationToken);

    /// <summary>The whole log after a position, in order. An event that commits late is never skipped.</summary>
    /// <param name="afterPosition">Exclusive; 0 for all.</param>
    /// <param name="limit">At most so many, at least 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<IReadOnlyList<LoggedEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken);

    /// <summary>The last position; 0 when the log is empty.</summary>
    Task<long> GetHeadAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the log may have grown past a position; at once when it already has.</summary>
    Task WaitForGrowthAsync(long afterPosition, CancellationToken cancellationToken);

    /// <summary>
    /// Conversations whose deadline has passed. Each is handed to one caller only and, unless an append moved its
    /// deadline, handed out again after the lease: a node that dies loses no deadline.
    /// </summary>
    /// <param name="now">Deadlines at or before it are due.</param>
    /// <param name="lease">How long the caller has them for itself.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    Task<IReadOnlyList<ConversationId>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Sets when a conversation must be woken next without appending anything; null for never.</summary>
    Task SetDeadlineAsync(ConversationId conversation, DateTimeOffset? deadline, CancellationToken cancellationToken);

    /// <summary>The earliest deadline that nobody holds; null when there is none.</summary>
    Task<DateTimeOffset?> GetNextDeadlineAsync(CancellationToken cancellationToken);
}

/// <summary>The conversation has another version than the writer thought: it read too long ago.</summary>
public sealed class VersionConflictException(ConversationId conversation, int expected, int actual)
    : Exception($"Conversation {conversation} is at version {actual}, not {expected}: read it again and decide anew.")
{
    /// <summary>Whose append it was.</summary>
    public ConversationId Conversation { get; } = conversation;

    /// <summary>What the writer expected.</summary>
    public int Expected { get; } = expected;

    /// <summary>What the log holds.</summary>
    public int Actual { get; } = actual;
}
