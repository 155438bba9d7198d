using System.CommandLine;
using Baton.Journal;

namespace Baton;

/// <summary><c>baton projections rebuild</c>: inbox, wall and search made anew from the log.</summary>
internal static class ProjectionsCommand
{
    public static Command Create()
    {
        var rebuild = new Command("rebuild", "Drop the inbox, wall and search tables and make them anew from the log. Stop the server first.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        rebuild.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var services = StoreServices.Create(Settings.From(parsed));
                var rebuilder = services.GetRequiredService<ProjectionRebuilder>();
                var progress = new Progress<long>(position => Console.Error.WriteLine($"  {position} events"));
                var events = await rebuilder.RebuildAsync(progress, stop);
                await Console.Out.WriteLineAsync($"Rebuilt from {events} events.");
            },
            cancellationToken));
        return new Command("projections", "The tables that are made from the log.") { rebuild };
    }
}
