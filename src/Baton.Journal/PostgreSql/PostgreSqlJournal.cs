using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>The log in PostgreSQL, for any number of processes.</summary>
internal sealed class PostgreSqlJournal : IJournal, IConversationArchive, IAsyncDisposable, IDisposable
{
    private const string Columns = "position, conversation, version, type, data, at";
    private readonly PostgreSqlSource _source;
    private readonly PostgreSqlListener _listener;
    private readonly WriteQueue _queue;
    private readonly PostgreSqlWriter _writer;
    private readonly HotTail _tail = new();
    private readonly TimeProvider _time;

    public PostgreSqlJournal(PostgreSqlSource source, PostgreSqlListener listener, IOptions<JournalOptions> options, TimeProvider time, ILogger<PostgreSqlJournal> logger)
    {
        (_source, _listener, _time) = (source, listener, time);
        _queue = new(options.Value.QueueCapacity, options.Value.CommitBatch);
        _writer = new(source, _queue, _tail, listener.Log, time, logger);
    }

    public Task<IReadOnlyList<LoggedEvent>> AppendAsync(
        ConversationId conversation,
        int expectedVersion,
        IReadOnlyList<ConversationEvent> events,
        DateTimeOffset at,
        DateTimeOffset? deadline,
        CancellationToken cancellationToken) =>
        AppendAsync(Appends.Of(conversation, expectedVersion, events, at, deadline), cancellationToken);

    public async Task<IReadOnlyList<LoggedEvent>> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        await _queue.AddAsync(request, cancellationToken);
        return await request.Done.WaitAsync(cancellationToken);
    }

    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(ConversationId conversation, int afterVersion, CancellationToken cancellationToken) =>
        ReadEventsAsync(
            $"SELECT {Columns} FROM baton.events WHERE conversation = $1 AND version > $2 ORDER BY version",
            cancellationToken,
            Value(Key(conversation)),
            Value(afterVersion));

    public async Task<IReadOnlyList<LoggedEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        // What this process wrote last is in memory; whether others wrote since, only the database knows.
        if (_tail.Read(afterPosition, limit) is { Count: > 0 } recent) return recent;
        return await ReadEventsAsync(
            $"SELECT {Columns} FROM baton.events WHERE position > $1 ORDER BY position LIMIT $2",
            cancellationToken,
            Value(afterPosition),
            Value(limit));
    }

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) =>
        _source.UseAsync(connection => connection.ReadNumberAsync("SELECT position FROM baton.log_head", cancellationToken), cancellationToken);

    public Task WaitForGrowthAsync(long afterPosition, CancellationToken cancellationToken)
    {
        _listener.Start();
        return _listener.Log.WaitForAsync(afterPosition + 1, cancellationToken);
    }

    public async Task<IReadOnlyList<ConversationId>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        await _source.UseAsync(connection => PostgreSqlDeadlines.ClaimAsync(connection, now, lease, limit, cancellationToken), cancellationToken);

    public Task SetDeadlineAsync(ConversationId conversation, DateTimeOffset? deadline, CancellationToken cancellationToken) =>
        _source.UseAsync(
            async connection =>
            {
                await using var batch = new NpgsqlBatch(connection);
                PostgreSqlDeadlines.Add(batch, [(Key(conversation), deadline is { } due ? Instant.Ceiling(due) : null)]);
                return await batch.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);

    public Task<DateTimeOffset?> GetNextDeadlineAsync(CancellationToken cancellationToken) =>
        _source.UseAsync(connection => PostgreSqlDeadlines.NextAsync(connection, _time.GetUtcNow(), cancellationToken), cancellationToken);

    public Task<ConversationId?> NextConversationAsync(ConversationId? after, CancellationToken cancellationToken) =>
        _source.UseAsync<ConversationId?>(
            async connection => await connection.ReadAsync(
                $"SELECT conversation FROM baton.events WHERE conversation {(after is null ? ">=" : ">")} $1 ORDER BY conversation LIMIT 1",
                reader => reader.GetConversation(0),
                cancellationToken,
                Value(after is { } id ? Key(id) : Guid.Empty)) is [var next] ? next : null,
            cancellationToken);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<LoggedEvent>> ReadEventsAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] values) =>
        await _source.UseAsync(
            connection => connection.ReadAsync(
                sql,
                reader => new LoggedEvent(
                    reader.GetInt64(0),
                    reader.GetConversation(1),
                    reader.GetInt32(2),
                    reader.GetTime(5),
                    EventTypes.Read(reader.GetString(3), reader.GetFieldValue<byte[]>(4))),
                cancellationToken,
                values),
            cancellationToken);
}
