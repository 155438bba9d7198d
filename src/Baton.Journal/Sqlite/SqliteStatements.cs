using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>The writer's prepared statements.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _begin = connection.Prepare("BEGIN IMMEDIATE", 0);
    private readonly SqliteCommand _commit = connection.Prepare("COMMIT", 0);
    private readonly SqliteCommand _head = connection.Prepare("SELECT coalesce(max(position), 0) FROM events", 0);
    private readonly SqliteCommand _version = connection.Prepare(
        "SELECT version FROM events WHERE conversation = $1 ORDER BY version DESC LIMIT 1", 1);

    // The bytes are UTF-8 already: the cast only says that they are text.
    private readonly SqliteCommand _insert = connection.Prepare(
        "INSERT INTO events (position, conversation, version, type, data, at) VALUES ($1, $2, $3, $4, CAST($5 AS TEXT), $6)", 6);
    private readonly SqliteCommand _setDeadline = connection.Prepare(
        "INSERT INTO deadlines (conversation, due) VALUES ($1, $2) ON CONFLICT (conversation) DO UPDATE SET due = excluded.due, leased_until = 0", 2);
    private readonly SqliteCommand _dropDeadline = connection.Prepare("DELETE FROM deadlines WHERE conversation = $1", 1);
    private readonly SqliteCommand _due = connection.Prepare(
        "SELECT conversation FROM deadlines WHERE due <= $1 AND leased_until <= $1 ORDER BY due LIMIT $2", 2);
    private readonly SqliteCommand _lease = connection.Prepare("UPDATE deadlines SET leased_until = $2 WHERE conversation = $1", 2);

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    /// <summary>Rolls back, unless SQLite already did.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) connection.Execute("ROLLBACK");
    }

    public long ReadHead() => (long)_head.ExecuteScalar()!;

    public int ReadVersion(ConversationId conversation) =>
        _version.With(SqliteCommands.Key(conversation)).ExecuteScalar() is long version ? (int)version : 0;

    public void Insert(AppendRequest append)
    {
        var key = SqliteCommands.Key(append.Conversation);
        for (var i = 0; i < append.Events.Length; i++)
        {
            var (placed, written) = (append.Placed![i], append.Events[i]);
            _insert.With(placed.Position, key, placed.Version, written.Type, written.Data, Instant.ToMicroseconds(placed.At)).ExecuteNonQuery();
        }
    }

    /// <summary>Sets or drops a deadline; whoever had a lease on the one before has none on this.</summary>
    public void SetDeadline(ConversationId conversation, DateTimeOffset? deadline)
    {
        var key = SqliteCommands.Key(conversation);
        if (deadline is { } due) _setDeadline.With(key, Instant.ToMicroseconds(due)).ExecuteNonQuery();
        else _dropDeadline.With(key).ExecuteNonQuery();
    }

    public IReadOnlyList<ConversationId> Claim(DateTimeOffset now, TimeSpan lease, int limit)
    {
        List<ConversationId> claimed = [];
        using (var reader = _due.With(Instant.ToMicroseconds(now), limit).ExecuteReader())
        {
            while (reader.Read()) claimed.Add(reader.GetConversation(0));
        }

        var until = Instant.ToMicroseconds(now + lease);
        foreach (var conversation in claimed) _lease.With(SqliteCommands.Key(conversation), until).ExecuteNonQuery();
        return claimed;
    }

    public long LimitPages(long pages) => connection.ReadNumber($"PRAGMA max_page_count = {pages}");

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _head, _version, _insert, _setDeadline, _dropDeadline, _due, _lease])
            command.Dispose();
    }
}
