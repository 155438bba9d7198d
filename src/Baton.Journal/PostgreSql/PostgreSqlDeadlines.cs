using Npgsql;
using NpgsqlTypes;
using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>The deadlines' statements.</summary>
internal static class PostgreSqlDeadlines
{
    /// <summary>Sets and drops deadlines; whoever had a lease on the one before has none on the new one.</summary>
    public static void Add(NpgsqlBatch batch, IReadOnlyCollection<(Guid Key, DateTimeOffset? Due)> deadlines)
    {
        var set = deadlines.Where(d => d.Due is not null).ToArray();
        if (set.Length > 0)
        {
            batch.Add(
                """
                INSERT INTO baton.deadlines (conversation, due) SELECT * FROM unnest($1, $2)
                ON CONFLICT (conversation) DO UPDATE SET due = excluded.due, leased_until = excluded.leased_until
                """,
                Array(set.Select(d => d.Key), NpgsqlDbType.Uuid),
                Array(set.Select(d => d.Due!.Value.UtcDateTime), NpgsqlDbType.TimestampTz));
        }

        var drop = deadlines.Where(d => d.Due is null).Select(d => d.Key).ToArray();
        if (drop.Length > 0) batch.Add("DELETE FROM baton.deadlines WHERE conversation = ANY ($1)", Array(drop, NpgsqlDbType.Uuid));
    }

    /// <summary>Claims of several nodes at once pass over what another is claiming.</summary>
    public static Task<List<ConversationId>> ClaimAsync(NpgsqlConnection connection, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        connection.ReadAsync(
            """
            UPDATE baton.deadlines SET leased_until = $2 WHERE conversation IN (
              SELECT conversation FROM baton.deadlines WHERE due <= $1 AND leased_until <= $1 ORDER BY due LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING conversation
            """,
            reader => reader.GetConversation(0),
            cancellationToken,
            Value(now.UtcDateTime),
            Value((now + lease).UtcDateTime),
            Value(limit));

    /// <summary>The earliest that nobody holds.</summary>
    public static async Task<DateTimeOffset?> NextAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.ReadAsync(
            "SELECT due FROM baton.deadlines WHERE leased_until <= $1 ORDER BY due LIMIT 1",
            reader => reader.GetTime(0),
            cancellationToken,
            Value(now.UtcDateTime)) is [var due] ? due : null;
}
