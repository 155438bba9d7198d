using Microsoft.Extensions.Options;
using Npgsql;

namespace Baton.Journal;

/// <summary>Connections to the database, whose tables are laid at the first one.</summary>
internal sealed class PostgreSqlSource : IAsyncDisposable, IDisposable
{
    private readonly NpgsqlDataSource _pooled;
    private readonly NpgsqlDataSource _single;
    private readonly SemaphoreSlim _laying = new(1);
    private volatile bool _laid;

    public PostgreSqlSource(IOptions<JournalOptions> options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString);
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 50; // the same few statements again and again
        settings.ApplicationName ??= "baton";
        _pooled = NpgsqlDataSource.Create(settings);
        // Locks and LISTEN belong to a session: it must end when its user is done with it, not return to a pool.
        settings.Pooling = false;
        settings.KeepAlive = 10;
        _single = NpgsqlDataSource.Create(settings);
    }

    /// <summary>A connection from the pool.</summary>
    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => OpenAsync(_pooled, cancellationToken);

    /// <summary>A session of one's own, that ends with its disposal.</summary>
    public Task<NpgsqlConnection> OpenSessionAsync(CancellationToken cancellationToken) => OpenAsync(_single, cancellationToken);

    /// <summary>
    /// Does something that may be done twice, with a pooled connection. A connection that was lost while it lay in the pool is
    /// noticed only when it is used: then once more, with a fresh one.
    /// </summary>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        try
        {
            return await UseOnceAsync(use, cancellationToken);
        }
        catch (JournalUnavailableException e) when (e.InnerException is NpgsqlException { IsTransient: true })
        {
            _pooled.Clear();
            return await UseOnceAsync(use, cancellationToken);
        }
    }

    /// <summary>Does something with a pooled connection; what goes wrong on the way there and back becomes the log's own exception.</summary>
    public async Task<T> UseOnceAsync<T>(Func<NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            return await use(connection);
        }
        catch (NpgsqlException e) when (e is not PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new JournalUnavailableException($"PostgreSQL could not do it: {e.Message}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pooled.DisposeAsync();
        await _single.DisposeAsync();
    }

    public void Dispose()
    {
        _pooled.Dispose();
        _single.Dispose();
    }

    private async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        if (!_laid) await LayTablesAsync(cancellationToken);
        return await source.OpenConnectionAsync(cancellationToken);
    }

    private async Task LayTablesAsync(CancellationToken cancellationToken)
    {
        await _laying.WaitAsync(cancellationToken);
        try
        {
            if (_laid) return;
            await using var connection = await _pooled.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            // Two nodes may start at once: one lays, the other finds them laid.
            await connection.ExecuteAsync($"SELECT pg_advisory_xact_lock({PostgreSqlTables.TablesLock})", cancellationToken);
            await connection.ExecuteAsync("CREATE SCHEMA IF NOT EXISTS baton; CREATE TABLE IF NOT EXISTS baton.tables (version integer NOT NULL); " + PostgreSqlTables.Kept, cancellationToken);
            var found = await connection.ReadNumberAsync("SELECT coalesce(max(version), 0)::bigint FROM baton.tables", cancellationToken);
            if (found > PostgreSqlTables.Version)
                throw new JournalUnavailableException($"The database's tables have version {found} and this Baton knows {PostgreSqlTables.Version}: a newer Baton made them. Use that one, or another database.");
            if (found < PostgreSqlTables.Version)
                await connection.ExecuteAsync($"{PostgreSqlTables.Log}{PostgreSqlTables.Projections}INSERT INTO baton.tables (version) VALUES ({PostgreSqlTables.Version});", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            _laid = true;
        }
        finally
        {
            _laying.Release();
        }
    }
}
