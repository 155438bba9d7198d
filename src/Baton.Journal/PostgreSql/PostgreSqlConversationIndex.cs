using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>Inbox and search over the projections, on every node.</summary>
internal sealed class PostgreSqlConversationIndex(PostgreSqlSource source, PostgreSqlListener listener, ProjectionPosition projections) : IConversationIndex
{
    public Task<ConversationSummary?> GetAsync(ConversationId id, CancellationToken cancellationToken) =>
        source.UseAsync(
            async connection => (await connection.ReadAsync(
                "SELECT summary FROM baton.conversations WHERE id = $1",
                reader => SummaryJson.Read(reader.GetFieldValue<byte[]>(0)),
                cancellationToken,
                Value(Key(id)))).FirstOrDefault(),
            cancellationToken);

    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(ConversationFilter filter, CancellationToken cancellationToken)
    {
        if (PostgreSqlFilter.Of(FilterRules.Bounded(filter)) is not var (sql, values)) return [];
        return await source.UseAsync(
            connection => connection.ReadAsync(sql, reader => SummaryJson.Read(reader.GetFieldValue<byte[]>(0)), cancellationToken, values),
            cancellationToken);
    }

    public Task<(IReadOnlyList<ConversationSummary> Conversations, long Position)> ListOpenAsync(CancellationToken cancellationToken) =>
        source.UseAsync<(IReadOnlyList<ConversationSummary>, long)>(
            async connection =>
            {
                // One statement, so that the rows and the position belong together; the position comes even without rows.
                var rows = await connection.ReadAsync(
                    $"SELECT p.position, c.summary FROM baton.projection p LEFT JOIN baton.conversations c ON NOT c.is_empty AND c.holder <> {(int)Holder.Closed}",
                    reader => (Position: reader.GetInt64(0), Summary: reader.IsDBNull(1) ? null : SummaryJson.Read(reader.GetFieldValue<byte[]>(1))),
                    cancellationToken);
                return ([.. rows.Select(r => r.Summary).OfType<ConversationSummary>()], rows[0].Position);
            },
            cancellationToken);

    public Task<long> GetPositionAsync(CancellationToken cancellationToken) =>
        source.UseAsync(connection => connection.ReadNumberAsync("SELECT position FROM baton.projection", cancellationToken), cancellationToken);

    public Task WaitForAsync(long position, CancellationToken cancellationToken)
    {
        listener.Start();
        return projections.Mark.WaitForAsync(position, cancellationToken);
    }
}
