using System.CommandLine;

namespace Baton;

/// <summary><c>baton serve</c>: the desk, without sample data.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run the desk. Settings come from appsettings.json, the environment (BATON_Journal__Engine=…) and --Section:Key=value.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var builder = BatonHost.CreateBuilder(Settings.From(parsed), Defaults);
                await using var app = BatonHost.Build(builder);
                await app.StartAsync(stop);
                await Console.Out.WriteLineAsync($"Baton serves on {string.Join(", ", app.Urls)}. Worker console: /console, API: /api. Ctrl+C stops it.");
                await app.WaitForShutdownAsync(stop);
            },
            cancellationToken));
        return command;
    }

    private static readonly Dictionary<string, string?> Defaults = new() { ["Urls"] = "http://localhost:5080" };
}
