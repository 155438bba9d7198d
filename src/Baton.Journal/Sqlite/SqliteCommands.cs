using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>Short ways to say what SQLite shall do.</summary>
internal static class SqliteCommands
{
    /// <summary>Runs statements without parameters.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Reads one number; 0 for null.</summary>
    public static long ReadNumber(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long value ? value : 0;
    }

    /// <summary>A prepared statement; its parameters are named $1, $2, … and set by <see cref="With"/>.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}", Value = DBNull.Value });
        return command;
    }

    /// <summary>Sets the parameters in order.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    /// <summary>A conversation id as 16 bytes.</summary>
    public static byte[] Key(ConversationId id) => Convert.FromHexString(id.Value);

    /// <summary>A conversation id from a column of 16 bytes.</summary>
    public static ConversationId GetConversation(this SqliteDataReader reader, int column) =>
        new(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(column)));

    /// <summary>Lays the tables of a new file, and refuses a file made by a newer Baton.</summary>
    public static void Migrate(this SqliteConnection connection, string file, int version, string tables)
    {
        var found = connection.ReadNumber("PRAGMA user_version");
        if (found > version)
            throw new JournalUnavailableException($"{file} was made by a newer Baton (its tables have version {found}, this one knows {version}). Use that Baton, or another Journal:DataFolder.");
        if (found == version) return;
        connection.Execute($"BEGIN IMMEDIATE; {tables} PRAGMA user_version = {version}; COMMIT;");
    }
}
