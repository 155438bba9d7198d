using System.Diagnostics;

namespace Baton.Web.Tests;

/// <summary>Examples in the docs, so that tests can run what users copy.</summary>
internal static class Docs
{
    /// <summary>The first block of a language on a page of docs/.</summary>
    public static string Block(string page, string language)
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "docs", page));
        return string.Join('\n', lines.SkipWhile(line => line != "```" + language).Skip(1).TakeWhile(line => line != "```")) + "\n";
    }

    /// <summary>A file of these tests as the docs show it: without its namespace.</summary>
    public static string Example(string file) =>
        File.ReadAllText(Path.Combine(Root(), "tests", "Baton.Web.Tests", "Api", "Examples", file)).ReplaceLineEndings("\n").Replace("namespace Baton.Web.Tests;\n\n", "", StringComparison.Ordinal);

    /// <summary>Runs a module with Node and answers what it prints; skips the test where there is no Node.</summary>
    public static async Task<string> NodeAsync(string module)
    {
        var node = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);
        if (node is null) Assert.Skip("Node is not installed.");
        var start = new ProcessStartInfo(node) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, ArgumentList = { "--input-type=module" } };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(module);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Baton.slnx"))) folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        return folder;
    }
}
