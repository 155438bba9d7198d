using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Testing;

/// <summary>A command of the program with everything that it connects or sends to over the internet's protocols, as the kernel saw it (strace).</summary>
public sealed partial class TracedProgram : IAsyncDisposable
{
    private const string Strace = "/usr/bin/strace";
    private readonly string _trace;

    private TracedProgram(BatonProgram program, string trace) => (Program, _trace) = (program, trace);

    /// <summary>What keeps this from working here; null when nothing does.</summary>
    public static string? Missing => File.Exists(Strace) ? null : "strace is not here: apt-get install strace";

    /// <summary>The program.</summary>
    public BatonProgram Program { get; }

    /// <summary>Starts a command.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The command line behind <c>baton</c>.</param>
    /// <param name="environment">Variables beside the tests' own.</param>
    public static TracedProgram Start(DirectoryInfo folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var trace = Path.Combine(Path.GetTempPath(), $"baton-trace-{Guid.NewGuid():N}.txt");
        return new(BatonProgram.Start(folder, arguments, environment, [Strace, "--seccomp-bpf", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-e", "signal=none", "-o", trace]), trace);
    }

    /// <summary>The ports that were connected or sent to, on whichever machine.</summary>
    public IReadOnlyList<int> Ports()
    {
        using var reader = new StreamReader(new FileStream(_trace, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite));
        return [.. Port().Matches(reader.ReadToEnd()).Select(match => int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        File.Delete(_trace);
    }

    [GeneratedRegex(@"sin6?_port=htons\((?<port>\d+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Port();
}
