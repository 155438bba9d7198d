using System.CommandLine;
using System.Globalization;
using Baton.Desk;
using Baton.Insight;

namespace Baton;

/// <summary><c>baton simulate</c>: what would become of a service, in virtual time.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var week = Week();
        return new Command("simulate", "Simulate a service in virtual time.") { week };
    }

    private static Command Week()
    {
        var workers = new Option<int>("--workers") { Description = "Workers employed.", DefaultValueFactory = _ => 200 };
        var conversations = new Option<int>("--conversations") { Description = "Conversations in the week.", DefaultValueFactory = _ => 50_000 };
        var seed = new Option<int>("--seed") { Description = "Seed: the same number is the same week.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "week",
            "Run a week of customers through the real dispatch, and the same customers through longest-idle and round-robin routing. Settings of Desk:Dispatch and Desk:Load may be given, e.g. --Desk:Load:MostEmotionalInRow=1.")
        {
            workers, conversations, seed,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            stop =>
            {
                var (dispatch, load) = Options(Settings.From(parsed));
                SimulatedService service = new() { Workers = parsed.GetValue(workers), Conversations = parsed.GetValue(conversations), Seed = parsed.GetValue(seed) };
                if (service.Workers < 1 || service.Conversations < 1) throw new UserMistakeException("A service has at least one worker and one conversation.");
                return Console.Out.WriteLineAsync(Table(SimulatedWeeks.Compare(service, dispatch, load)).AsMemory(), stop);
            },
            cancellationToken));
        return command;
    }

    private static (DispatchOptions Dispatch, LoadOptions Load) Options(IReadOnlyList<string> settings)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("BATON_").AddCommandLine([.. settings]).Build();
        using var services = new ServiceCollection().AddDispatchOptions(configuration).BuildServiceProvider();
        services.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
        return (services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DispatchOptions>>().Value, services.GetRequiredService<Microsoft.Extensions.Options.IOptions<LoadOptions>>().Value);
    }

    private static string Table(IReadOnlyList<WeekReport> reports)
    {
        (string Name, Func<WeekReport, string> Value)[] rows =
        [
            ("conversations", report => Number(report.Conversations)),
            ("waited for a person", report => Number(report.NeededPerson)),
            ("answered by a person", report => Number(report.Answered)),
            ("left before", report => $"{Number(report.Left)} ({Percent(report.LeftShare)})"),
            ("neither answered nor left", report => Number(report.Unanswered)),
            ("mean wait", report => Seconds(report.MeanWait)),
            ("nine in ten waited at most", report => Seconds(report.NinthWait)),
            ("mean wait of upset customers", report => Seconds(report.UpsetWait)),
            ("nine in ten upset customers at most", report => Seconds(report.UpsetNinthWait)),
            ("offers of customers already gone", report => Number(report.WastedOffers)),
            ("early interventions", report => Number(report.EarlyInterventions)),
            ("by somebody with the skill", report => Percent(report.Skilled)),
            ("by the worker who had supervised it", report => Percent(report.BySupervisor)),
            ("caps broken", report => Number(report.CapsBroken)),
            ("second emotional case in a row, others free", report => Number(report.NeedlesslyInRow)),
            ("emotional load per hour worked, Gini", report => report.EmotionalGini.ToString("F3", CultureInfo.InvariantCulture)),
            ("peak emotional load, ninth decile of workers", report => report.HighestLoad.ToString("F2", CultureInfo.InvariantCulture)),
        ];
        var lines = rows.Select(row => $"| {row.Name} | {string.Join(" | ", reports.Select(row.Value))} |");
        return string.Join(
            Environment.NewLine,
            [$"| | {string.Join(" | ", reports.Select(report => report.Routing))} |", $"| --- |{string.Concat(reports.Select(_ => " ---: |"))}", .. lines]);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => $"{seconds.ToString("F0", CultureInfo.InvariantCulture)} s";
}
