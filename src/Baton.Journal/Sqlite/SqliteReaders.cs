using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>
/// Connections that read one of the folder's files beside its writer. WAL lets them: each read sees the last commit before it
/// began. Statements stay prepared from one use to the next.
/// </summary>
internal sealed class SqliteReaders(SqliteFolder folder, string file) : IDisposable
{
    private const int Kept = 16;
    private readonly ConcurrentBag<SqliteReaderSession> _idle = [];
    private volatile bool _closed;

    /// <summary>Reads with a connection that nobody else uses meanwhile.</summary>
    public T Read<T>(Func<SqliteReaderSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(IJournal));
        if (!_idle.TryTake(out var session)) session = new(folder.OpenReader(file));
        try
        {
            var result = read(session);
            if (_idle.Count < Kept && !_closed) _idle.Add(session);
            else session.Dispose();
            return result;
        }
        catch (SqliteException e)
        {
            session.Dispose();
            throw new JournalUnavailableException($"{file} could not be read: {e.Message}", e);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var session)) session.Dispose();
    }
}

/// <summary>One reading connection with the statements it has prepared.</summary>
internal sealed class SqliteReaderSession(SqliteConnection connection) : IDisposable
{
    private const int MaxPrepared = 32;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public SqliteConnection Connection => connection;

    /// <summary>The statement, prepared at its first use, with its parameters $1, $2, … set.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            if (_prepared.Count >= MaxPrepared) Forget();
            _prepared[sql] = command = connection.Prepare(sql, values.Length);
        }

        return command.With(values);
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private void Forget()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }
}
