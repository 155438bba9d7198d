using Npgsql;
using NpgsqlTypes;

namespace Baton.Journal;

/// <summary>Short ways to say what PostgreSQL shall do.</summary>
internal static class PostgreSqlCommands
{
    public static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] values)
    {
        await using var command = connection.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads one number; 0 for null or no row.</summary>
    public static async Task<long> ReadNumberAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] values)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteScalarAsync(cancellationToken) is long value ? value : 0;
    }

    public static async Task<List<T>> ReadAsync<T>(this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken, params NpgsqlParameter[] values)
    {
        await using var command = connection.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken)) rows.Add(row(reader));
        return rows;
    }

    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(value.Clone());
        return command;
    }

    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value);
        batch.BatchCommands.Add(command);
    }

    /// <summary>A value for the next $n.</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    /// <summary>A value of a type that .NET's type does not tell.</summary>
    public static NpgsqlParameter Value<T>(T value, NpgsqlDbType type) => new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };

    /// <summary>Many values at once, for unnest.</summary>
    public static NpgsqlParameter Array<T>(IEnumerable<T> values, NpgsqlDbType type) => new NpgsqlParameter<T[]> { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };

    /// <summary>A conversation id as PostgreSQL's uuid, in the same order as its text.</summary>
    public static Guid Key(ConversationId id) => Guid.ParseExact(id.Value, "N");

    public static ConversationId GetConversation(this NpgsqlDataReader reader, int column) => new(reader.GetGuid(column).ToString("N"));

    public static DateTimeOffset GetTime(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);
}
