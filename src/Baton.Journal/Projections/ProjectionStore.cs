namespace Baton.Journal;

/// <summary>What one stretch of the log changes in the projections.</summary>
/// <param name="Expected">The position the projections stand at.</param>
/// <param name="Position">The position they stand at afterwards.</param>
/// <param name="Summaries">The changed rows, one a conversation.</param>
/// <param name="Texts">What can be searched for from now on.</param>
internal sealed record ProjectionBatch(long Expected, long Position, IReadOnlyCollection<ConversationSummary> Summaries, IReadOnlyList<SearchableText> Texts);

/// <summary>The words of one event.</summary>
internal sealed record SearchableText(long Position, ConversationId Conversation, IReadOnlyList<string> Words);

/// <summary>Where the projections are kept.</summary>
internal interface IProjectionStore
{
    /// <summary>Becomes the one who writes, if nobody else is; lays the tables. Not an error when somebody else is.</summary>
    Task<bool> TryOpenAsync(CancellationToken cancellationToken);

    /// <summary>The position the projections stand at, and the version of the fold that made them.</summary>
    Task<(long Position, int Fold)> ReadCheckpointAsync(CancellationToken cancellationToken);

    /// <summary>The rows of some conversations; those that are not there are left out.</summary>
    Task<IReadOnlyList<ConversationSummary>> ReadAsync(IReadOnlyCollection<ConversationId> ids, CancellationToken cancellationToken);

    /// <summary>Writes rows, texts and checkpoint in one transaction; false, and nothing written, when the projections stand elsewhere than expected.</summary>
    Task<bool> WriteAsync(ProjectionBatch batch, CancellationToken cancellationToken);

    /// <summary>Drops everything: the projections stand at 0.</summary>
    Task ResetAsync(CancellationToken cancellationToken);
}
