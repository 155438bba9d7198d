namespace Baton.Journal;

/// <summary>The tables of log.db.</summary>
internal static class SqliteLogTables
{
    public const string File = "log.db";

    public const int Version = 1;

    // data is JSON as text; at, due and leased_until are microseconds since 1970, UTC.
    public const string Sql = """
        CREATE TABLE events (
          position INTEGER PRIMARY KEY,
          conversation BLOB NOT NULL,
          version INTEGER NOT NULL,
          type TEXT NOT NULL,
          data TEXT NOT NULL,
          at INTEGER NOT NULL);
        CREATE UNIQUE INDEX events_of_conversation ON events (conversation, version);
        CREATE TABLE deadlines (
          conversation BLOB PRIMARY KEY,
          due INTEGER NOT NULL,
          leased_until INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE INDEX deadlines_due ON deadlines (due);
        """;
}
