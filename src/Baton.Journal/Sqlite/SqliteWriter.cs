using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Baton.Journal;

/// <summary>
/// The one writer of log.db: a thread of its own that takes all that waits, commits it at once and then answers. While it
/// waits for the disk, the next commit gathers.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatements _statements;
    private readonly WriteQueue _queue;
    private readonly HotTail _tail;
    private readonly Watermark _head;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly Dictionary<ConversationId, int> _versions = [];

    // The deadlines as they stand in the table since nobody but appends touched them; most messages do not move theirs.
    private readonly Dictionary<ConversationId, DateTimeOffset?> _deadlines = [];

    public SqliteWriter(SqliteConnection connection, WriteQueue queue, HotTail tail, Watermark head, TimeProvider time, ILogger logger)
    {
        (_connection, _queue, _tail, _head, _time, _logger) = (connection, queue, tail, head, time, logger);
        _statements = new(connection);
        _head.Advance(_statements.ReadHead());
        _thread = new Thread(Run) { IsBackground = true, Name = "Baton log writer" };
        _thread.Start();
    }

    /// <summary>Commits what still waits and closes the file.</summary>
    public void Dispose()
    {
        _queue.Close();
        _thread.Join();
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        List<WriteRequest> batch = [];
        // The thread is this loop's own: blocking it holds up nobody.
        while (_queue.TakeAsync(batch).AsTask().GetAwaiter().GetResult()) Commit(batch);
    }

    private void Commit(List<WriteRequest> batch)
    {
        var started = _time.GetTimestamp();
        var head = _head.Position;
        try
        {
            _statements.Begin();
            foreach (var request in batch) Write(request, ref head);
            _statements.Commit();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            Fail(batch, e);
            return;
        }

        Publish(batch, head, _time.GetElapsedTime(started));
    }

    private void Write(WriteRequest request, ref long head)
    {
        switch (request)
        {
            case AppendRequest append:
                // Only this thread writes, so a version seen once stays known.
                if (!_versions.TryGetValue(append.Conversation, out var version)) version = _statements.ReadVersion(append.Conversation);
                _versions[append.Conversation] = append.Place(version, ref head);
                if (append.Failure is null) Insert(append);
                break;
            case SqliteWork work:
                _deadlines.Clear();
                work.Do(_statements);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Insert(AppendRequest append)
    {
        _statements.Insert(append);
        if (_deadlines.TryGetValue(append.Conversation, out var known) && known == append.Deadline) return;
        _statements.SetDeadline(append.Conversation, append.Deadline);
        _deadlines[append.Conversation] = append.Deadline;
    }

    private void Publish(List<WriteRequest> batch, long head, TimeSpan took)
    {
        var (appends, conflicts) = (0, 0);
        var events = head - _head.Position;
        foreach (var request in batch)
        {
            if (request is not AppendRequest append) continue;
            appends++;
            if (append.Placed is null) conflicts++;
            else _tail.Add(append);
        }

        _head.Advance(head);
        foreach (var request in batch) request.Complete();
        JournalMetrics.Committed(appends, (int)events, conflicts, took);
        if (_versions.Count > 100_000) Forget(); // read again when needed
    }

    private void Forget()
    {
        _versions.Clear();
        _deadlines.Clear();
    }

    private void Fail(List<WriteRequest> batch, Exception reason)
    {
        Forget();
        JournalMetrics.Failed();
        JournalLog.CommitFailed(_logger, batch.Count, reason);
        try
        {
            _statements.Rollback();
        }
        catch (SqliteException e)
        {
            // The next commit begins with BEGIN and fails in turn if the file is still broken: nothing is lost by going on.
            JournalLog.CommitFailed(_logger, batch.Count, e);
        }

        foreach (var request in batch)
        {
            request.Failure = new JournalUnavailableException($"The log could not be written: {reason.Message}", reason);
            request.Complete();
        }
    }
}
