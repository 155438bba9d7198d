using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Baton.LoadGenerator;

/// <summary>A server under measurement, as its own process.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private Server(Process process, Uri url, string folder) => (_process, Url, _folder) = (process, url, folder);

    public Uri Url { get; }

    /// <summary>Starts a built program and waits until it is ready.</summary>
    /// <param name="program">Path of the assembly.</param>
    /// <param name="arguments">Its command line; <c>{folder}</c> stands for a fresh data folder.</param>
    public static async Task<Server> StartAsync(string program, params string[] arguments)
    {
        var port = FreePort();
        var url = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var folder = Directory.CreateTempSubdirectory("baton-bench-").FullName;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument.Replace("{folder}", folder, StringComparison.Ordinal));
        start.ArgumentList.Add($"--Urls={url}");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => { };
        process.BeginOutputReadLine();
        var server = new Server(process, url, folder);
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = url };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await poll.WaitForNextTickAsync(limit.Token))
        {
            if (process.HasExited) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new InvalidOperationException($"{program} was not ready in time.");
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Bytes that the server holds after a full collection.</summary>
    public Task<long> HeapAsync() => ManagedHeap.CollectAsync(_process.Id);

    /// <summary>Resident memory in bytes.</summary>
    public long Memory()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
