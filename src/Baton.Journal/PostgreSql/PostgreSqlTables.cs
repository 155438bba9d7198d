namespace Baton.Journal;

/// <summary>The tables in PostgreSQL, all in a schema of their own.</summary>
internal static class PostgreSqlTables
{
    public const int Version = 1;

    /// <summary>Advisory lock: who lays the tables.</summary>
    public const long TablesLock = 0x4261746F6E_01;

    /// <summary>Advisory lock: who writes the projections.</summary>
    public const long ProjectionsLock = 0x4261746F6E_02;

    public const string LogChannel = "baton_log";

    public const string ProjectionsChannel = "baton_projections";

    // data is json and not jsonb: it keeps every character, also U+0000, which jsonb refuses.
    public const string Log = """
        CREATE TABLE baton.events (
          position bigint PRIMARY KEY,
          conversation uuid NOT NULL,
          version integer NOT NULL,
          type text NOT NULL,
          data json NOT NULL,
          at timestamptz NOT NULL,
          UNIQUE (conversation, version));
        CREATE TABLE baton.log_head (position bigint NOT NULL) WITH (fillfactor = 10);
        INSERT INTO baton.log_head (position) VALUES (0);
        CREATE TABLE baton.deadlines (
          conversation uuid PRIMARY KEY,
          due timestamptz NOT NULL,
          leased_until timestamptz NOT NULL DEFAULT '-infinity');
        CREATE INDEX ON baton.deadlines (due);
        CREATE TABLE baton.attachments (
          conversation uuid NOT NULL,
          id text COLLATE "C" NOT NULL,
          name text NOT NULL,
          media_type text NOT NULL,
          content bytea NOT NULL,
          PRIMARY KEY (conversation, id));
        """;

    // Laid where it is missing: it came after the others.
    public const string Kept = """
        CREATE TABLE IF NOT EXISTS baton.kept (
          drawer text COLLATE "C" NOT NULL,
          key text COLLATE "C" NOT NULL,
          value text NOT NULL,
          PRIMARY KEY (drawer, key));
        """;

    // Nothing in these that is not in the log.
    public const string Projections = """
        CREATE TABLE baton.projection (position bigint NOT NULL, fold integer NOT NULL);
        INSERT INTO baton.projection (position, fold) VALUES (0, 0);
        CREATE TABLE baton.conversations (
          id uuid PRIMARY KEY,
          position bigint NOT NULL,
          holder smallint NOT NULL,
          is_empty boolean NOT NULL,
          worker text,
          customer text,
          summary json NOT NULL);
        CREATE INDEX ON baton.conversations (position) WHERE NOT is_empty;
        CREATE INDEX ON baton.conversations (holder, position) WHERE NOT is_empty;
        CREATE INDEX ON baton.conversations (worker, position) WHERE worker IS NOT NULL;
        CREATE INDEX ON baton.conversations (customer, position) WHERE customer IS NOT NULL;
        CREATE TABLE baton.texts (position bigint PRIMARY KEY, conversation uuid NOT NULL, words tsvector NOT NULL);
        CREATE INDEX ON baton.texts USING gin (words);
        """;
}
