namespace Baton.Journal;

/// <summary>A claim of due conversations that waits for its commit.</summary>
internal sealed class SqliteClaimRequest(DateTimeOffset now, TimeSpan lease, int limit) : WriteRequest
{
    private readonly TaskCompletionSource<IReadOnlyList<ConversationId>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset Now { get; } = now;

    public TimeSpan Lease { get; } = lease;

    public int Limit { get; } = limit;

    public List<ConversationId>? Claimed { get; set; }

    public Task<IReadOnlyList<ConversationId>> Done => _done.Task;

    public override void Complete()
    {
        if (Failure is { } failure) _done.TrySetException(failure);
        else _done.TrySetResult(Claimed!);
    }
}
