using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>
/// The projections in PostgreSQL. One node writes them: the one whose session holds the lock; all its writes go through that
/// session, so that a node that lost the lock cannot write any more.
/// </summary>
internal sealed class PostgreSqlProjectionStore(PostgreSqlSource source, ProjectionPosition projections, ILogger<PostgreSqlProjectionStore> logger) : IProjectionStore, IAsyncDisposable, IDisposable
{
    private NpgsqlConnection? _session;

    public async Task<bool> TryOpenAsync(CancellationToken cancellationToken)
    {
        if (_session is { FullState: System.Data.ConnectionState.Open }) return true;
        await DisposeAsync();
        var session = await source.OpenSessionAsync(cancellationToken);
        await using var ask = session.Command($"SELECT pg_try_advisory_lock({PostgreSqlTables.ProjectionsLock})");
        if (await ask.ExecuteScalarAsync(cancellationToken) is true)
        {
            _session = session;
            JournalLog.ProjectionWriter(logger);
            return true;
        }

        await session.DisposeAsync();
        return false;
    }

    public async Task<(long Position, int Fold)> ReadCheckpointAsync(CancellationToken cancellationToken) =>
        (await Session.ReadAsync("SELECT position, fold FROM baton.projection", reader => (reader.GetInt64(0), reader.GetInt32(1)), cancellationToken))[0];

    public async Task<IReadOnlyList<ConversationSummary>> ReadAsync(IReadOnlyCollection<ConversationId> ids, CancellationToken cancellationToken) =>
        await Session.ReadAsync(
            "SELECT summary FROM baton.conversations WHERE id = ANY ($1)",
            reader => SummaryJson.Read(reader.GetFieldValue<byte[]>(0)),
            cancellationToken,
            Array(ids.Select(Key), NpgsqlDbType.Uuid));

    public async Task<bool> WriteAsync(ProjectionBatch batch, CancellationToken cancellationToken)
    {
        await using var transaction = await Session.BeginTransactionAsync(cancellationToken);
        if (await Session.ReadNumberAsync("SELECT position FROM baton.projection FOR UPDATE", cancellationToken) != batch.Expected) return false;
        await using var statements = new NpgsqlBatch(Session, transaction);
        AddRows(statements, batch.Summaries);
        statements.Add(
            "INSERT INTO baton.texts (position, conversation, words) SELECT p, c, w::tsvector FROM unnest($1, $2, $3) AS t (p, c, w)",
            Array(batch.Texts.Select(t => t.Position), NpgsqlDbType.Bigint),
            Array(batch.Texts.Select(t => Key(t.Conversation)), NpgsqlDbType.Uuid),
            Array(batch.Texts.Select(t => PostgreSqlWords.Vector(t.Words)), NpgsqlDbType.Text));
        statements.Add("UPDATE baton.projection SET position = $1, fold = $2", Value(batch.Position), Value(ConversationFold.Version));
        statements.Add("SELECT pg_notify($1, $2)", Value(PostgreSqlTables.ProjectionsChannel), Value(batch.Position.ToString(CultureInfo.InvariantCulture)));
        await statements.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        projections.Mark.Advance(batch.Position);
        return true;
    }

    /// <summary>Any node may: the one who writes notices that the projections stand elsewhere and begins again.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Add("UPDATE baton.projection SET position = 0, fold = $1", Value(ConversationFold.Version));
        batch.Add("TRUNCATE baton.conversations, baton.texts");
        batch.Add("SELECT pg_notify($1, '0')", Value(PostgreSqlTables.ProjectionsChannel));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        projections.Restart();
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session) await session.DisposeAsync();
        _session = null;
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private NpgsqlConnection Session => _session ?? throw new InvalidOperationException("Another process writes the projections.");

    private static void AddRows(NpgsqlBatch statements, IReadOnlyCollection<ConversationSummary> rows) => statements.Add(
        """
        INSERT INTO baton.conversations (id, position, holder, is_empty, worker, customer, summary) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET position = excluded.position, holder = excluded.holder, is_empty = excluded.is_empty,
          worker = excluded.worker, customer = excluded.customer, summary = excluded.summary
        """,
        Array(rows.Select(r => Key(r.Id)), NpgsqlDbType.Uuid),
        Array(rows.Select(r => r.Position), NpgsqlDbType.Bigint),
        Array(rows.Select(r => (short)r.Holder), NpgsqlDbType.Smallint),
        Array(rows.Select(r => r.IsEmpty), NpgsqlDbType.Boolean),
        Array(rows.Select(r => PostgreSqlWords.WithoutNul(r.Worker?.Value)), NpgsqlDbType.Text),
        Array(rows.Select(r => PostgreSqlWords.WithoutNul(r.Customer.Id)), NpgsqlDbType.Text),
        Array(rows.Select(SummaryJson.Write), NpgsqlDbType.Json));
}
