using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>Inbox and search over projections.db.</summary>
internal sealed class SqliteConversationIndex : IConversationIndex, IDisposable
{
    private readonly SqliteReaders _readers;
    private readonly ProjectionPosition _position;

    // The store is asked for so that the tables are there before the first reader.
    public SqliteConversationIndex(SqliteFolder folder, SqliteProjectionStore store, ProjectionPosition position)
    {
        ArgumentNullException.ThrowIfNull(store);
        _position = position;
        _readers = new(folder, SqliteProjectionTables.File);
    }

    public Task<ConversationSummary?> GetAsync(ConversationId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_readers.Read(session =>
            ReadRows(session.Command("SELECT summary FROM conversations WHERE id = $1", SqliteCommands.Key(id))).FirstOrDefault()));
    }

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(ConversationFilter filter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        filter = FilterRules.Bounded(filter);
        if (SqliteFilter.Of(filter) is not var (sql, values)) return Task.FromResult<IReadOnlyList<ConversationSummary>>([]);
        return Task.FromResult<IReadOnlyList<ConversationSummary>>(_readers.Read(session => ReadRows(session.Command(sql, values))));
    }

    public Task<(IReadOnlyList<ConversationSummary> Conversations, long Position)> ListOpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_readers.Read<(IReadOnlyList<ConversationSummary>, long)>(session =>
        {
            // One transaction, so that the rows and the position belong together.
            using var snapshot = session.Connection.BeginTransaction(deferred: true);
            var position = session.Command("SELECT position FROM checkpoint").ExecuteScalar() is long value ? value : 0;
            var rows = ReadRows(session.Command($"SELECT summary FROM conversations WHERE is_empty = 0 AND holder <> {(int)Holder.Closed}"));
            return (rows, position);
        }));
    }

    public Task<long> GetPositionAsync(CancellationToken cancellationToken) => Task.FromResult(_position.Mark.Position);

    public Task WaitForAsync(long position, CancellationToken cancellationToken) => _position.Mark.WaitForAsync(position, cancellationToken);

    public void Dispose() => _readers.Dispose();

    private static List<ConversationSummary> ReadRows(SqliteCommand command)
    {
        List<ConversationSummary> rows = [];
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(SummaryJson.Read(reader.GetFieldValue<byte[]>(0)));
        return rows;
    }
}
