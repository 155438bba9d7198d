using System.Collections.Concurrent;
using System.Diagnostics;

namespace Baton.Testing;

/// <summary>A command of the real program, running as its own process: it can be watched, waited for and killed.</summary>
public sealed class BatonProgram : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private BatonProgram(Process process) => _process = process;

    /// <summary>What it printed so far, on both outputs.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What it ended with.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a command.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The command line behind <c>baton</c>.</param>
    /// <param name="environment">Variables beside the tests' own.</param>
    /// <param name="before">A program that starts it, with its arguments; empty for none.</param>
    public static BatonProgram Start(DirectoryInfo folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, IReadOnlyList<string>? before = null)
    {
        List<string> line = [.. before ?? [], "dotnet", BatonServer.Program(), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = folder.FullName };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var program = new BatonProgram(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, said) => program.Keep(said.Data);
        program._process.ErrorDataReceived += (_, said) => program.Keep(said.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no chance to write anything.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null) _output.Enqueue(line);
    }
}
