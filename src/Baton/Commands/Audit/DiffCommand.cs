using System.CommandLine;
using System.Text.Json;
using Baton.Audit;

namespace Baton;

/// <summary><c>baton audit diff</c>: what changed between two runs.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<FileInfo>("before") { Description = "The earlier run: its folder, or its report.json." };
        var after = new Argument<FileInfo>("after") { Description = "The later run: its folder, or its report.json." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("diff", "Compare two runs: what is new, what is still there, what is gone.") { before, after, json };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var (first, second) = (await ReportWriter.ReadAsync(InFolder(parsed.GetRequiredValue(before)), stop), await ReportWriter.ReadAsync(InFolder(parsed.GetRequiredValue(after)), stop));
                if (first.Tool != second.Tool || first.Target != second.Target) throw new UserMistakeException($"The first is {first.Tool} on {first.Target}, the second {second.Tool} on {second.Target}: only runs of one tool on one target can be compared.");
                var diff = ReportDiff.Between(first, second);
                if (parsed.GetValue(json)) await Console.Out.WriteLineAsync(JsonSerializer.Serialize(diff, AuditJson.Files.ReportDiff));
                else await WriteAsync(diff);
            },
            cancellationToken));
        return command;
    }

    private static FileInfo InFolder(FileInfo given) => Directory.Exists(given.FullName) ? new(Path.Combine(given.FullName, ReportWriter.JsonFile)) : given;

    private static async Task WriteAsync(ReportDiff diff)
    {
        await Console.Out.WriteLineAsync($"{diff.Target}, {diff.Before:yyyy-MM-dd HH:mm} against {diff.After:yyyy-MM-dd HH:mm}");
        foreach (var (name, findings) in (IEnumerable<(string, IReadOnlyList<Finding>)>)[("New", diff.New), ("Still there", diff.Still), ("Gone", diff.Gone), ("Not seen again, and not looked at again or not told", diff.NotSeenAgain)])
        {
            if (findings.Count == 0) continue;
            await Console.Out.WriteLineAsync($"{Environment.NewLine}{name} ({findings.Count})");
            foreach (var finding in findings) await Console.Out.WriteLineAsync($"  {finding.Severity.ToString().ToLowerInvariant(),-7} {finding.Title}");
        }
        if (diff.Routes.Count == 0) return;
        await Console.Out.WriteLineAsync($"{Environment.NewLine}Routes ({diff.Routes.Count})");
        foreach (var route in diff.Routes) await Console.Out.WriteLineAsync($"  {route.What,-14} {route.Kind.ToString().ToLowerInvariant()} {route.Target}{(route.Before is { } old && route.After is { } now ? $" ({old.ToString().ToLowerInvariant()} → {now.ToString().ToLowerInvariant()})" : "")}");
    }
}
