namespace Baton.Journal;

/// <summary>What to list; null fields do not restrict.</summary>
public sealed record ConversationFilter
{
    /// <summary>Held by.</summary>
    public Holder? Holder { get; init; }

    /// <summary>Only those not closed.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Held by this worker.</summary>
    public WorkerId? Worker { get; init; }

    /// <summary>Of this identified customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Full text: every word must occur in what was written or in the customer's name; a bounded query of at most 200 characters.</summary>
    public string? Text { get; init; }

    /// <summary>At most so many, 1 to 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Cursor: only those whose last event is before this position. Newest first.</summary>
    public long? BeforePosition { get; init; }
}

/// <summary>The inbox and the search: projections of the log in their own tables, some milliseconds behind it.</summary>
public interface IConversationIndex
{
    /// <summary>One conversation; null when unknown.</summary>
    Task<ConversationSummary?> GetAsync(ConversationId id, CancellationToken cancellationToken);

    /// <summary>Conversations that fit, those with the newest event first.</summary>
    Task<IReadOnlyList<ConversationSummary>> ListAsync(ConversationFilter filter, CancellationToken cancellationToken);

    /// <summary>Every conversation that is not closed and not empty, with the position up to which the answer is complete.</summary>
    Task<(IReadOnlyList<ConversationSummary> Conversations, long Position)> ListOpenAsync(CancellationToken cancellationToken);

    /// <summary>The position up to which the projections have read the log.</summary>
    Task<long> GetPositionAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the projections have read the log up to a position.</summary>
    Task WaitForAsync(long position, CancellationToken cancellationToken);
}
