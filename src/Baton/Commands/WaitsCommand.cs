using System.CommandLine;
using System.Globalization;
using Baton.Desk;
using Baton.Journal;

namespace Baton;

/// <summary><c>baton waits</c>: how often customers were met when they were told they would be.</summary>
internal static class WaitsCommand
{
    private const int Page = 2_000;

    public static Command Create()
    {
        var days = new Option<int>("--days") { Description = "Waits told of in so many last days.", DefaultValueFactory = _ => 30 };
        var command = new Command("waits", "Show, for each team, how often the wait that customers were told held, against the share that is aimed at.") { days };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                if (parsed.GetValue(days) < 1) throw new UserMistakeException("--days is at least 1.");
                await using var services = StoreServices.Create(Settings.From(parsed));
                var from = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-parsed.GetValue(days));
                var teams = WaitCoverage.Of((await ReadAsync(services.GetRequiredService<IJournal>(), stop)).Where(wait => wait.At >= from));
                await Console.Out.WriteLineAsync(teams.Count == 0 ? $"No customer was told a learned wait in the last {parsed.GetValue(days)} days." : Table(teams));
            },
            cancellationToken));
        return command;
    }

    private static async Task<List<ToldWait>> ReadAsync(IJournal journal, CancellationToken cancellationToken)
    {
        ToldWaits told = new();
        List<ToldWait> ended = [];
        var after = 0L;
        while (await journal.ReadAllAsync(after, Page, cancellationToken) is { Count: > 0 } page)
        {
            ended.AddRange(page.Select(told.Apply).OfType<ToldWait>());
            after = page[^1].Position;
        }

        return ended;
    }

    private static string Table(IReadOnlyList<WaitCoverage> teams) => string.Join(
        '\n',
        teams.Select(team => string.Create(CultureInfo.InvariantCulture, $"{team.Team,-20}{team.Told,8}{team.Kept,8}{team.Told - team.Kept - team.Late,9}{team.Late,8}{Percent(team.Share),8}{Percent(team.Nominal),8}{team.Unknown,9}"))
            .Prepend($"{"team",-20}{"told",8}{"kept",8}{"sooner",9}{"later",8}{"share",8}{"aim",8}{"unknown",9}"));

    private static string Percent(double? share) => share?.ToString("0 %", CultureInfo.InvariantCulture) ?? "–";
}
