using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Shop;

/// <summary>The shop's SQLite file.</summary>
internal sealed class ShopDatabase
{
    private const int SchemaVersion = 1;
    private readonly string _connectionString;
    private readonly TimeProvider _time;

    public ShopDatabase(ShopOptions options, TimeProvider time)
    {
        _time = time;
        var path = Path.GetFullPath(options.DatabasePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();
        Prepare();
    }

    /// <summary>Reads; sees one state of the shop from beginning to end.</summary>
    public T Read<T>(Func<ShopSession, T> read)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(new ShopSession(connection, _time.GetUtcNow()));
    }

    /// <summary>Changes the shop: all of it when <paramref name="change"/> returns, nothing of it when it throws. One change at a time.</summary>
    public T Change<T>(Func<ShopSession, T> change)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = change(new ShopSession(connection, _time.GetUtcNow()));
        transaction.Commit();
        return result;
    }

    // Schema and sample data arrive in one transaction: a shop that was stopped half-way has neither.
    private void Prepare()
    {
        using (var connection = Open())
        using (var mode = connection.CreateCommand())
        {
            mode.CommandText = "PRAGMA journal_mode = WAL";
            mode.ExecuteNonQuery();
        }

        Change(session =>
        {
            var version = session.Number("PRAGMA user_version");
            if (version == SchemaVersion)
                return version;
            if (version != 0)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"The shop's database has version {version}; this program needs {SchemaVersion}. Delete the file to begin again with sample data."));
            }

            session.Execute(Resources.Text("Schema.sql"));
            Seed.Fill(session);
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SchemaVersion}"));
            return SchemaVersion;
        });
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
