namespace Baton.Journal;

/// <summary>The tables of projections.db. They hold nothing that is not in the log.</summary>
internal static class SqliteProjectionTables
{
    public const string File = "projections.db";

    // A change here needs a new version of the fold: a file of another version is thrown away.
    public const string Create = """
        CREATE TABLE IF NOT EXISTS checkpoint (position INTEGER NOT NULL, fold INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS conversations (
          id BLOB PRIMARY KEY,
          position INTEGER NOT NULL,
          holder INTEGER NOT NULL,
          is_empty INTEGER NOT NULL,
          worker TEXT,
          customer TEXT,
          summary TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS newest ON conversations (position) WHERE is_empty = 0;
        CREATE INDEX IF NOT EXISTS held ON conversations (holder, position) WHERE is_empty = 0;
        CREATE INDEX IF NOT EXISTS workers ON conversations (worker, position) WHERE worker IS NOT NULL;
        CREATE INDEX IF NOT EXISTS customers ON conversations (customer, position) WHERE customer IS NOT NULL;
        CREATE TABLE IF NOT EXISTS texts (position INTEGER PRIMARY KEY, conversation BLOB NOT NULL);
        CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (body, content = '', tokenize = 'unicode61 remove_diacritics 0');
        """;

    public const string Drop = """
        DROP TABLE IF EXISTS checkpoint;
        DROP TABLE IF EXISTS conversations;
        DROP TABLE IF EXISTS texts;
        DROP TABLE IF EXISTS words;
        """;
}
