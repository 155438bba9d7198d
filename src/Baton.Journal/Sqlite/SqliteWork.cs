namespace Baton.Journal;

/// <summary>Something other than an append that the writer does in its next commit.</summary>
internal abstract class SqliteWork : WriteRequest
{
    /// <summary>Runs inside the transaction.</summary>
    public abstract void Do(SqliteStatements statements);
}

/// <inheritdoc/>
internal sealed class SqliteWork<T>(Func<SqliteStatements, T> work) : SqliteWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override void Do(SqliteStatements statements) => _result = work(statements);

    public override void Complete()
    {
        if (Failure is { } failure) _done.TrySetException(failure);
        else _done.TrySetResult(_result!);
    }
}
