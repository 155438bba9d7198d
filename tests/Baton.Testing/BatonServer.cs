using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Baton.Testing;

/// <summary>How to start the program.</summary>
public sealed record BatonServerSettings
{
    /// <summary><c>serve</c> or <c>demo</c>.</summary>
    public string Command { get; init; } = "serve";

    /// <summary>Data folder; a new one when null.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The program's assembly; the one built beside the tests when null.</summary>
    public string? Program { get; init; }

    /// <summary>More of the command line, e.g. <c>--Journal:Engine=PostgreSql</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>The real program as its own process on free ports: it can be killed and started again on the same data.</summary>
public sealed class BatonServer : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);

    private readonly BatonServerSettings _settings;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly int _port = FreePort();
    private readonly int _shopPort = FreePort();
    private Process? _process;

    private BatonServer(BatonServerSettings settings)
    {
        _settings = settings;
        DataFolder = settings.DataFolder ?? Directory.CreateTempSubdirectory("baton-server-").FullName;
        // The folder is also where the program runs: there it looks for procedures, and an agent without any is allowed.
        Directory.CreateDirectory(Path.Combine(DataFolder, "procedures"));
    }

    /// <summary>Where it serves.</summary>
    public Uri Url => new($"http://localhost:{_port}");

    /// <summary>Where the demo's shop serves.</summary>
    public Uri ShopUrl => new($"http://localhost:{_shopPort}");

    /// <summary>Where it keeps its data.</summary>
    public string DataFolder { get; }

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>The process.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>Starts the program and waits until it is ready.</summary>
    public static async Task<BatonServer> StartAsync(BatonServerSettings settings, CancellationToken cancellationToken)
    {
        var server = new BatonServer(settings);
        await server.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Starts it again on the same ports and data.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = DataFolder };
        foreach (var argument in Arguments()) start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync(cancellationToken);
    }

    /// <summary>SIGKILL: no chance to write anything.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs another command of the program beside it and answers what it printed.</summary>
    public static async Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{await errors}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (_settings.DataFolder is null) Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>The tests' own output lies beside the program's: artifacts/bin/&lt;project&gt;/&lt;configuration&gt;.</summary>
    internal static string Program()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(output.Parent!.Parent!.FullName, "Baton", output.Name, "Baton.dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"Build src/Baton first: {program} does not exist.");
    }

    private List<string> Arguments()
    {
        List<string> arguments = [_settings.Program ?? Program(), _settings.Command];
        arguments.AddRange(_settings.Command == "demo"
            ? ["--port", $"{_port}", "--shop-port", $"{_shopPort}", "--data", DataFolder]
            : [$"--Urls=http://localhost:{_port}", $"--Journal:DataFolder={DataFolder}"]);
        arguments.AddRange(_settings.Arguments);
        return arguments;
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler) { BaseAddress = Url };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartsWithin);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await poll.WaitForNextTickAsync(limit.Token))
        {
            if (_process!.HasExited) throw new InvalidOperationException($"Baton ended with {_process.ExitCode} before it was ready:{Environment.NewLine}{Output}");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
                if (answer.IsSuccessStatusCode && IsReadyToShow()) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary>The demo makes its workers after it serves, and says so when they are there.</summary>
    private bool IsReadyToShow() => _settings.Command != "demo" || _output.Any(line => line.StartsWith("Baton is ready", StringComparison.Ordinal));

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        while (_output.Count > 2_000) _output.TryDequeue(out _);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
