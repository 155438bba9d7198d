using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>Kept values in a file of their own.</summary>
internal sealed class SqliteKeptValues : IKeptValues, IDisposable
{
    private const string File = "kept.db";
    private const string Tables = "CREATE TABLE kept (drawer TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (drawer, key)) WITHOUT ROWID;";

    private readonly SqliteConnection _connection;
    private readonly SqliteReaders _readers;
    private readonly SemaphoreSlim _oneWriter = new(1);

    public SqliteKeptValues(SqliteFolder folder)
    {
        _connection = folder.OpenWriter(File, durable: true);
        try
        {
            _connection.Migrate(File, 1, Tables);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }

        _readers = new(folder, File);
    }

    public Task<string?> GetAsync(string drawer, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_readers.Read(session => session.Command("SELECT value FROM kept WHERE drawer = $1 AND key = $2", drawer, key).ExecuteScalar() as string));
    }

    public async Task<string> AddAsync(string drawer, string key, string value, CancellationToken cancellationToken)
    {
        await WriteAsync("INSERT INTO kept (drawer, key, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [drawer, key, value], cancellationToken);
        return await GetAsync(drawer, key, cancellationToken) ?? value;
    }

    public Task PutAsync(string drawer, string key, string value, CancellationToken cancellationToken) =>
        WriteAsync("INSERT INTO kept (drawer, key, value) VALUES ($1, $2, $3) ON CONFLICT (drawer, key) DO UPDATE SET value = excluded.value", [drawer, key, value], cancellationToken);

    public Task RemoveAsync(string drawer, string key, CancellationToken cancellationToken) =>
        WriteAsync("DELETE FROM kept WHERE drawer = $1 AND key = $2", [drawer, key], cancellationToken);

    public Task<IReadOnlyList<KeptValue>> ListAsync(string drawer, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_readers.Read<IReadOnlyList<KeptValue>>(session =>
        {
            List<KeptValue> list = [];
            using var reader = session.Command("SELECT key, value FROM kept WHERE drawer = $1 ORDER BY key LIMIT $2", drawer, limit).ExecuteReader();
            while (reader.Read()) list.Add(new(reader.GetString(0), reader.GetString(1)));
            return list;
        }));
    }

    public void Dispose()
    {
        _readers.Dispose();
        _connection.Dispose();
        _oneWriter.Dispose();
    }

    private async Task WriteAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await _oneWriter.WaitAsync(cancellationToken);
        try
        {
            using var command = _connection.Prepare(sql, values.Length);
            command.With(values).ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            throw new JournalUnavailableException($"The value could not be kept: {e.Message}", e);
        }
        finally
        {
            _oneWriter.Release();
        }
    }
}
