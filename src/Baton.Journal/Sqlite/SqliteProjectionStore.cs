using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>
/// The projections in a file beside the log's, so that they never delay it. The file is not synced: after a power loss it may
/// be older than the log, and what is missing is read again from its checkpoint on.
/// </summary>
internal sealed class SqliteProjectionStore : IProjectionStore, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly ProjectionPosition _position;

    public SqliteProjectionStore(SqliteFolder folder, ProjectionPosition position)
    {
        _position = position;
        _connection = folder.OpenWriter(SqliteProjectionTables.File, durable: false);
        _connection.Execute(SqliteProjectionTables.Create);
        _position.Mark.Advance(_connection.ReadNumber("SELECT position FROM checkpoint"));
    }

    public Task<bool> TryOpenAsync(CancellationToken cancellationToken) => Task.FromResult(true); // the folder is this process's alone

    public Task<(long Position, int Fold)> ReadCheckpointAsync(CancellationToken cancellationToken) =>
        Task.FromResult((_connection.ReadNumber("SELECT position FROM checkpoint"), (int)_connection.ReadNumber("SELECT fold FROM checkpoint")));

    public Task<IReadOnlyList<ConversationSummary>> ReadAsync(IReadOnlyCollection<ConversationId> ids, CancellationToken cancellationToken)
    {
        using var select = _connection.Prepare("SELECT summary FROM conversations WHERE id = $1", 1);
        List<ConversationSummary> found = [];
        foreach (var id in ids)
        {
            using var reader = select.With(SqliteCommands.Key(id)).ExecuteReader();
            if (reader.Read()) found.Add(SummaryJson.Read(reader.GetFieldValue<byte[]>(0)));
        }

        return Task.FromResult<IReadOnlyList<ConversationSummary>>(found);
    }

    public Task<bool> WriteAsync(ProjectionBatch batch, CancellationToken cancellationToken)
    {
        using var transaction = _connection.BeginTransaction();
        if (_connection.ReadNumber("SELECT position FROM checkpoint") != batch.Expected) return Task.FromResult(false);
        WriteRows(batch);
        WriteTexts(batch);
        using (var checkpoint = _connection.Prepare("DELETE FROM checkpoint; INSERT INTO checkpoint (position, fold) VALUES ($1, $2)", 2))
            checkpoint.With(batch.Position, ConversationFold.Version).ExecuteNonQuery();
        transaction.Commit();
        _position.Mark.Advance(batch.Position);
        return Task.FromResult(true);
    }

    public Task ResetAsync(CancellationToken cancellationToken)
    {
        using var transaction = _connection.BeginTransaction();
        _connection.Execute(SqliteProjectionTables.Drop);
        _connection.Execute(SqliteProjectionTables.Create);
        _connection.Execute($"INSERT INTO checkpoint (position, fold) VALUES (0, {ConversationFold.Version})");
        transaction.Commit();
        _position.Restart();
        return Task.CompletedTask;
    }

    public void Dispose() => _connection.Dispose();

    private void WriteRows(ProjectionBatch batch)
    {
        using var upsert = _connection.Prepare(
            """
            INSERT INTO conversations (id, position, holder, is_empty, worker, customer, summary) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE SET position = excluded.position, holder = excluded.holder, is_empty = excluded.is_empty,
              worker = excluded.worker, customer = excluded.customer, summary = excluded.summary
            """,
            7);
        foreach (var row in batch.Summaries)
            upsert.With(SqliteCommands.Key(row.Id), row.Position, (int)row.Holder, row.IsEmpty, row.Worker?.Value, row.Customer.Id, SummaryJson.Write(row)).ExecuteNonQuery();
    }

    private void WriteTexts(ProjectionBatch batch)
    {
        using var words = _connection.Prepare("INSERT INTO words (rowid, body) VALUES ($1, $2)", 2);
        using var texts = _connection.Prepare("INSERT INTO texts (position, conversation) VALUES ($1, $2)", 2);
        foreach (var text in batch.Texts)
        {
            words.With(text.Position, string.Join(' ', text.Words)).ExecuteNonQuery();
            texts.With(text.Position, SqliteCommands.Key(text.Conversation)).ExecuteNonQuery();
        }
    }
}
