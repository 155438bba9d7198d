using Baton.Testing;

namespace Baton.Journal.Tests;

public sealed class PostgreSqlEngine : Engine
{
    private string? _connectionString;

    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("No node was started yet.");

    public override IDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Journal:Engine"] = "PostgreSql",
        ["Journal:ConnectionString"] = ConnectionString,
    };

    public override bool AllowsManyNodes => true;

    public override async ValueTask PrepareAsync() => _connectionString ??= await PostgresServer.CreateDatabaseAsync();

    public override ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
