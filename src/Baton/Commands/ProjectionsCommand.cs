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
                var last = 0L;
                var progress = new Progress<RebuildProgress>(step =>
                {
                    if (step.Position - last < 100_000 && step.Position != step.Head) return;
                    last = step.Position;
                    Console.Error.WriteLine($"  {step.Position} of {step.Head} events");
                });
                await services.GetRequiredService<ProjectionRebuilder>().RebuildAsync(progress, stop);
                var events = await services.GetRequiredService<IJournal>().GetHeadAsync(stop);
                await Console.Out.WriteLineAsync($"Rebuilt inbox, wall and search from {events} events.");
            },
            cancellationToken));
        return new Command("projections", "The tables that are made from the log.") { rebuild };
    }
}
