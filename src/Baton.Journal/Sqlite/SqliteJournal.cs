using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Journal;

/// <summary>The log in one SQLite file.</summary>
internal sealed class SqliteJournal : IJournal, IConversationArchive, IDisposable
{
    private const string Columns = "position, conversation, version, type, data, at";
    private readonly WriteQueue _queue;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly HotTail _tail = new();
    private readonly Watermark _head = new();
    private readonly TimeProvider _time;

    public SqliteJournal(SqliteFolder folder, IOptions<JournalOptions> options, TimeProvider time, ILogger<SqliteJournal> logger)
    {
        _time = time;
        _queue = new(options.Value.QueueCapacity, options.Value.CommitBatch);
        var connection = folder.OpenWriter(SqliteLogTables.File, durable: true);
        try
        {
            connection.Migrate(SqliteLogTables.File, SqliteLogTables.Version, SqliteLogTables.Sql);
            // Whoever held a lease was in the process that used this folder before, and is gone.
            connection.Execute("UPDATE deadlines SET leased_until = 0 WHERE leased_until > 0");
            _writer = new(connection, _queue, _tail, _head, time, logger);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new JournalUnavailableException($"The log {SqliteLogTables.File} cannot be used: {e.Message}", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _readers = new(folder, SqliteLogTables.File);
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

    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(ConversationId conversation, int afterVersion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<LoggedEvent>>(_readers.Read(session => ReadEvents(session.Command(
            $"SELECT {Columns} FROM events WHERE conversation = $1 AND version > $2 ORDER BY version",
            SqliteCommands.Key(conversation), afterVersion))));
    }

    public Task<IReadOnlyList<LoggedEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Task.FromResult<IReadOnlyList<LoggedEvent>>(_tail.Read(afterPosition, limit) ?? _readers.Read(session => ReadEvents(session.Command(
            $"SELECT {Columns} FROM events WHERE position > $1 ORDER BY position LIMIT $2", afterPosition, limit))));
    }

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => Task.FromResult(_head.Position);

    public Task WaitForGrowthAsync(long afterPosition, CancellationToken cancellationToken) => _head.WaitForAsync(afterPosition + 1, cancellationToken);

    public Task<IReadOnlyList<ConversationId>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        WriteAsync(statements => statements.Claim(now, lease, limit), cancellationToken);

    public Task SetDeadlineAsync(ConversationId conversation, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        DateTimeOffset? due = deadline is { } time ? Instant.Ceiling(time) : null;
        return WriteAsync(
            statements =>
            {
                statements.SetDeadline(conversation, due);
                return true;
            },
            cancellationToken);
    }

    public Task<DateTimeOffset?> GetNextDeadlineAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_readers.Read<DateTimeOffset?>(session =>
            session.Command("SELECT due FROM deadlines WHERE leased_until <= $1 ORDER BY due LIMIT 1", Instant.ToMicroseconds(_time.GetUtcNow())).ExecuteScalar() is long due
                ? Instant.FromMicroseconds(due)
                : null));
    }

    public Task<ConversationId?> NextConversationAsync(ConversationId? after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_readers.Read<ConversationId?>(session =>
            session.Command("SELECT conversation FROM events WHERE conversation > $1 ORDER BY conversation LIMIT 1", after is { } id ? SqliteCommands.Key(id) : (byte[])[]).ExecuteScalar() is byte[] key
                ? new ConversationId(Convert.ToHexStringLower(key))
                : null));
    }

    /// <summary>Bounds the size of log.db, in pages of 4 KB; beyond it appends fail as on a full disk.</summary>
    internal Task LimitPagesAsync(long pages, CancellationToken cancellationToken) => WriteAsync(statements => statements.LimitPages(pages), cancellationToken);

    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
    }

    private async Task<T> WriteAsync<T>(Func<SqliteStatements, T> work, CancellationToken cancellationToken)
    {
        var request = new SqliteWork<T>(work);
        await _queue.AddAsync(request, cancellationToken);
        return await request.Done.WaitAsync(cancellationToken);
    }

    private static List<LoggedEvent> ReadEvents(SqliteCommand command)
    {
        List<LoggedEvent> events = [];
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            events.Add(new(
                reader.GetInt64(0),
                reader.GetConversation(1),
                reader.GetInt32(2),
                Instant.FromMicroseconds(reader.GetInt64(5)),
                EventTypes.Read(reader.GetString(3), reader.GetFieldValue<byte[]>(4))));
        }

        return events;
    }
}
