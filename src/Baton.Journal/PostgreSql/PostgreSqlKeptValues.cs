using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>Kept values in a table of their own.</summary>
internal sealed class PostgreSqlKeptValues(PostgreSqlSource source) : IKeptValues
{
    public async Task<string?> GetAsync(string drawer, string key, CancellationToken cancellationToken) =>
        await source.UseAsync(
            connection => connection.ReadAsync("SELECT value FROM baton.kept WHERE drawer = $1 AND key = $2", reader => reader.GetString(0), cancellationToken, Value(drawer), Value(key)),
            cancellationToken) is [var value] ? value : null;

    public async Task<string> AddAsync(string drawer, string key, string value, CancellationToken cancellationToken)
    {
        await WriteAsync("INSERT INTO baton.kept (drawer, key, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [drawer, key, value], cancellationToken);
        return await GetAsync(drawer, key, cancellationToken) ?? value;
    }

    public Task PutAsync(string drawer, string key, string value, CancellationToken cancellationToken) =>
        WriteAsync("INSERT INTO baton.kept (drawer, key, value) VALUES ($1, $2, $3) ON CONFLICT (drawer, key) DO UPDATE SET value = excluded.value", [drawer, key, value], cancellationToken);

    public Task RemoveAsync(string drawer, string key, CancellationToken cancellationToken) =>
        WriteAsync("DELETE FROM baton.kept WHERE drawer = $1 AND key = $2", [drawer, key], cancellationToken);

    public async Task<IReadOnlyList<KeptValue>> ListAsync(string drawer, int limit, CancellationToken cancellationToken) =>
        await source.UseAsync(
            connection => connection.ReadAsync(
                "SELECT key, value FROM baton.kept WHERE drawer = $1 ORDER BY key LIMIT $2",
                reader => new KeptValue(reader.GetString(0), reader.GetString(1)),
                cancellationToken,
                Value(drawer),
                Value(limit)),
            cancellationToken);

    private Task<bool> WriteAsync(string sql, string[] values, CancellationToken cancellationToken) =>
        source.UseAsync(
            async connection =>
            {
                await connection.ExecuteAsync(sql, cancellationToken, [.. values.Select(Value)]);
                return true;
            },
            cancellationToken);
}
