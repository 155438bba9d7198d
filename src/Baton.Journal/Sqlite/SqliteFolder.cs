using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>
/// The data folder, held by one process at a time: positions are counted in memory, so a second writer would break the log.
/// </summary>
internal sealed class SqliteFolder : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    public SqliteFolder(string path)
    {
        _path = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"The data folder {_path} cannot be made: {e.Message} Set Journal:DataFolder to a folder that may be written.", e);
        }

        var file = Path.Combine(_path, "in-use");
        try
        {
            _lock = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new JournalUnavailableException($"The data folder {_path} may not be written: {e.Message} Give Baton the right to write there, or set Journal:DataFolder to another folder.", e);
        }
        catch (IOException e)
        {
            throw new JournalUnavailableException($"The data folder {_path} is in use by another Baton. Stop that one, set Journal:DataFolder to another folder, or use PostgreSql for several processes.", e);
        }
    }

    /// <summary>Opens one of the folder's databases for writing, in WAL mode.</summary>
    /// <param name="file">File name.</param>
    /// <param name="durable">True: a commit survives power loss. False: the file can be rebuilt and a lost tail is written again.</param>
    public SqliteConnection OpenWriter(string file, bool durable)
    {
        var connection = Open(file, SqliteOpenMode.ReadWriteCreate);
        // FULL syncs the WAL at every commit. Checkpoints are made by the writer itself, at 16 MB, between commits.
        connection.Execute($"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = {(durable ? "FULL" : "OFF")};
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA cache_size = -32000;
            PRAGMA temp_store = MEMORY;
            """);
        return connection;
    }

    /// <summary>Opens one of the folder's databases for reading.</summary>
    public SqliteConnection OpenReader(string file) => Open(file, SqliteOpenMode.ReadOnly);

    public void Dispose() => _lock.Dispose();

    private SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(_path, file),
            Mode = mode,
            Pooling = false, // the readers have their own pool, with prepared statements
            DefaultTimeout = 30,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new JournalUnavailableException($"{Path.Combine(_path, file)} cannot be opened: {e.Message}", e);
        }
    }
}
