using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>
/// This process's writer. All that waits is one transaction of two round trips: the first takes the row that counts positions,
/// and keeps it until the commit, so that positions become visible in their order whoever writes; the second writes.
/// </summary>
internal sealed class PostgreSqlWriter : IAsyncDisposable
{
    private readonly PostgreSqlSource _source;
    private readonly WriteQueue _queue;
    private readonly HotTail _tail;
    private readonly Watermark _head;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _running;
    private NpgsqlConnection? _connection;

    public PostgreSqlWriter(PostgreSqlSource source, WriteQueue queue, HotTail tail, Watermark head, TimeProvider time, ILogger logger)
    {
        (_source, _queue, _tail, _head, _time, _logger) = (source, queue, tail, head, time, logger);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Commits what still waits and ends the session.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _running;
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
    }

    private async Task RunAsync()
    {
        List<WriteRequest> batch = [];
        while (await _queue.TakeAsync(batch))
        {
            await CommitAsync([.. batch.Cast<AppendRequest>()]);
            // Whoever was just answered may want to go on: let them into the next commit instead of making one for the first of them.
            await Task.Yield();
        }
    }

    private async Task CommitAsync(AppendRequest[] batch)
    {
        var started = _time.GetTimestamp();
        AppendRequest[] placed;
        try
        {
            _connection ??= await OpenAsync();
            placed = await PlaceAsync(_connection, batch);
            await WriteAsync(_connection, placed);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await FailAsync(batch, e);
            return;
        }

        foreach (var append in placed) _tail.Add(append);
        if (placed.Length > 0) _head.Advance(placed[^1].Placed![^1].Position);
        foreach (var request in batch) request.Complete();
        JournalMetrics.Committed(batch.Length, placed.Sum(a => a.Events.Length), batch.Length - placed.Length, _time.GetElapsedTime(started));
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = await _source.OpenSessionAsync(CancellationToken.None);
        // An acknowledged event is on disk, whatever the server's default is.
        await connection.ExecuteAsync("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'", CancellationToken.None);
        return connection;
    }

    /// <summary>First round trip: the transaction begins, waits for its turn and reads the versions; answers the appends that fit them.</summary>
    private static async Task<AppendRequest[]> PlaceAsync(NpgsqlConnection connection, AppendRequest[] batch)
    {
        Dictionary<ConversationId, int> versions = [];
        await using var begin = new NpgsqlBatch(connection);
        begin.Add("BEGIN ISOLATION LEVEL READ COMMITTED");
        begin.Add("SELECT position FROM baton.log_head FOR UPDATE");
        // Its snapshot is taken after the lock was, and sees all that others committed before.
        begin.Add(
            "SELECT c.id, coalesce((SELECT e.version FROM baton.events e WHERE e.conversation = c.id ORDER BY e.version DESC LIMIT 1), 0) FROM unnest($1) AS c (id)",
            Array(batch.Select(a => Key(a.Conversation)).Distinct(), NpgsqlDbType.Uuid));
        await using var reader = await begin.ExecuteReaderAsync();
        await reader.ReadAsync();
        var head = reader.GetInt64(0);
        await reader.NextResultAsync();
        while (await reader.ReadAsync()) versions[reader.GetConversation(0)] = reader.GetInt32(1);
        foreach (var append in batch) versions[append.Conversation] = append.Place(versions[append.Conversation], ref head);
        return [.. batch.Where(a => a.Placed is not null)];
    }

    /// <summary>Second round trip: events, position, deadlines, the call to those who listen, and the commit.</summary>
    private static async Task WriteAsync(NpgsqlConnection connection, AppendRequest[] placed)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (placed.Length > 0)
        {
            var events = placed.SelectMany(a => a.Placed!).ToArray();
            var written = placed.SelectMany(a => a.Events).ToArray();
            batch.Add(
                "INSERT INTO baton.events (position, conversation, version, type, data, at) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)",
                Array(events.Select(e => e.Position), NpgsqlDbType.Bigint),
                Array(events.Select(e => Key(e.Conversation)), NpgsqlDbType.Uuid),
                Array(events.Select(e => e.Version), NpgsqlDbType.Integer),
                Array(written.Select(w => w.Type), NpgsqlDbType.Text),
                Array(written.Select(w => System.Text.Encoding.UTF8.GetString(w.Data)), NpgsqlDbType.Json),
                Array(events.Select(e => e.At.UtcDateTime), NpgsqlDbType.TimestampTz));
            batch.Add("UPDATE baton.log_head SET position = $1", Value(events[^1].Position));
            // Of several appends of one conversation the last one's deadline holds.
            var deadlines = placed.GroupBy(a => a.Conversation).Select(g => (Key: Key(g.Key), g.Last().Deadline)).ToArray();
            PostgreSqlDeadlines.Add(batch, deadlines);
            batch.Add("SELECT pg_notify($1, $2)", Value(PostgreSqlTables.LogChannel), Value(events[^1].Position.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        batch.Add("COMMIT");
        await batch.ExecuteNonQueryAsync();
    }

    private async Task FailAsync(AppendRequest[] batch, Exception reason)
    {
        JournalMetrics.Failed();
        JournalLog.CommitFailed(_logger, batch.Length, reason);
        // The session may be in any state: the next commit gets a new one.
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
        foreach (var request in batch)
        {
            request.Failure = new JournalUnavailableException($"The log could not be written: {reason.Message} It is not known whether the append happened: read the conversation before trying again.", reason);
            request.Complete();
        }
    }
}
