using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Baton.Testing;

/// <summary>
/// A real PostgreSQL for the tests of one process: a cluster in a temporary folder on a free port, made at the first use and
/// removed when the process ends. Every test takes a fresh database.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(() => Task.Run(StartAsync));
    private static int _databases;

    // The clusters are thrown away and never lose power: without syncs a fresh database is there at once. Measurements set it on.
    private static readonly string Fsync = Environment.GetEnvironmentVariable("BATON_TEST_FSYNC") ?? "off";

    private readonly string _binaries;
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string binaries, string folder, int port) => (_binaries, _folder, _port) = (binaries, folder, port);

    /// <summary>Makes a fresh, empty database and answers its connection string.</summary>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL on this machine, or it does not start.</exception>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = await Shared.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", pooling: false));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return server.ConnectionString(name, pooling: true);
    }

    /// <summary>Ends every session of a database, as a network or server failure would.</summary>
    public static async Task DropConnectionsAsync(string connectionString)
    {
        var server = await Shared.Value;
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", pooling: false));
        await connection.OpenAsync();
        await using var kill = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", connection);
        kill.Parameters.Add(new() { Value = new NpgsqlConnectionStringBuilder(connectionString).Database });
        await kill.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = database,
        Username = "postgres",
        Pooling = pooling,
        MaxPoolSize = 40,
    }.ToString();

    private static async Task<PostgresServer> StartAsync()
    {
        var binaries = FindBinaries();
        var folder = Directory.CreateTempSubdirectory("baton-pg-").FullName;
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", folder); // PostgreSQL refuses to run as root
        var data = Path.Combine(folder, "data");
        await RunAsServerUserAsync(Path.Combine(binaries, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8");
        for (var attempt = 1; ; attempt++)
        {
            var server = new PostgresServer(binaries, folder, FreePort());
            try
            {
                await RunAsServerUserAsync(Path.Combine(binaries, "pg_ctl"), "start", "-w", "-D", data, "-l", Path.Combine(folder, "server.log"), "-o", $"-p {server._port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync={Fsync}");
                AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop();
                return server;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody else took the port between our looking and the server's: try another.
            }
        }
    }

    // Not waited for: removing the files of many databases takes longer than a process may take to end.
    private void Stop()
    {
        var (file, arguments) = AsServerUser(Path.Combine(_binaries, "pg_ctl"), ["stop", "-m", "immediate", "-D", Path.Combine(_folder, "data")]);
        var stop = string.Join(' ', arguments.Prepend(file).Select(word => $"'{word}'"));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{stop} >/dev/null 2>&1; rm -rf '{_folder}'"]) { WorkingDirectory = Path.GetTempPath() });
    }

    private static string FindBinaries()
    {
        var places = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(p => p, StringComparer.Ordinal).Select(p => Path.Combine(p, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return places.Concat(path).FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")))
            ?? throw new InvalidOperationException("The tests need PostgreSQL's programs (initdb, pg_ctl). Install them: apt-get install postgresql, brew install postgresql, or put their folder on PATH.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsServerUserAsync(string file, params string[] arguments)
    {
        var (program, all) = AsServerUser(file, arguments);
        return RunAsync(program, [.. all]);
    }

    private static (string File, IEnumerable<string> Arguments) AsServerUser(string file, string[] arguments) =>
        Environment.IsPrivilegedProcess ? ("runuser", ["-u", "postgres", "--", file, .. arguments]) : (file, arguments);

    private static async Task RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() })
            ?? throw new InvalidOperationException($"{file} does not start.");
        // The server inherits standard output and keeps it open: wait for the program, not for the end of its output.
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} failed: {await error}");
    }
}
