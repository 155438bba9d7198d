using System.CommandLine;
using System.Globalization;
using Baton.Desk;
using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton;

/// <summary><c>baton thresholds</c>: what the thresholds of risk would have changed in past conversations.</summary>
internal static class ThresholdsCommand
{
    // Every twentieth part is enough to read; the console shows more.
    private static readonly double[] _shown = [.. Enumerable.Range(1, 19).Select(step => step / 20.0)];

    public static Command Create()
    {
        var days = new Option<int>("--days") { Description = "Conversations opened in so many last days.", DefaultValueFactory = _ => 30 };
        var team = new Option<string?>("--team") { Description = "Only this team; all otherwise." };
        var command = new Command(
            "thresholds",
            "Show, for each threshold of risk, how many past conversations that failed would have had a person earlier and how many good ones would have been interrupted. Costs may be given, e.g. --Desk:Escalation:Costs:LostCustomer=50.")
        {
            days, team,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                if (parsed.GetValue(days) < 1) throw new UserMistakeException("--days is at least 1.");
                await using var services = StoreServices.Create(Settings.From(parsed));
                var options = Options(services);
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var past = await new PastConversations(services.GetRequiredService<IJournal>()).ReadAsync(now.AddDays(-parsed.GetValue(days)), now, stop);
                var teams = past.Select(one => one.Team).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
                if (parsed.GetValue(team) is { } only)
                {
                    if (!teams.Contains(only, StringComparer.OrdinalIgnoreCase)) throw new UserMistakeException($"No conversation of the team {only} in these days. Teams: {(teams.Count == 0 ? "none" : string.Join(", ", teams))}.");
                    teams = [only];
                }

                if (teams.Count == 0) await Console.Out.WriteLineAsync($"The agent had no conversation in the last {parsed.GetValue(days)} days.");
                foreach (var name in teams)
                {
                    var costs = options.CostsOf(name);
                    await Console.Out.WriteLineAsync(Table(name, new([.. past.Where(one => string.Equals(one.Team, name, StringComparison.OrdinalIgnoreCase))], costs), EscalationThresholds.Of(costs)).AsMemory(), stop);
                }
            },
            cancellationToken));
        return command;
    }

    private static EscalationOptions Options(ServiceProvider services)
    {
        var options = services.GetRequiredService<IConfiguration>().GetSection("Desk:Escalation").Get<EscalationOptions>() ?? new();
        var checkedOptions = new EscalationOptionsValidator().Validate(null, options);
        return checkedOptions.Failed ? throw new OptionsValidationException("Desk:Escalation", typeof(EscalationOptions), checkedOptions.Failures) : options;
    }

    private static string Table(string team, ThresholdCurve curve, EscalationThresholds ofCosts)
    {
        List<string> lines =
        [
            $"team {team}: {curve.Failed} failed, {curve.Well} went well, {curve.Unknown} not known",
            curve.FailedShare is { } share ? Line($"share that failed: {share:0.000} (put it into Desk:Escalation:ExpectedFailures)") : "nothing is known of how they ended",
            "",
            "threshold  met earlier  of failed  median lead  interrupted  of good  cost of 100",
        ];
        lines.AddRange(_shown.Where(shown => Math.Abs(shown - ofCosts.Escalate) > 0.005).Append(ofCosts.Escalate).Order().Select(threshold => curve.At(threshold)).Select(point => Line(
            $"{point.Threshold,9:0.00}{point.EarlySaves,13}{Share(point.EarlySaves, curve.Failed),11}{Lead(point.MedianLead),13}{point.Needless,13}{Share(point.Needless, curve.Well),9}{point.Cost,13:0.00}{(Math.Abs(point.Threshold - ofCosts.Escalate) < 1e-9 ? "  < from your costs" : "")}")));
        lines.Add(curve.Cheapest is { } cheapest
            ? Line($"\ncheapest here: from {cheapest.Threshold:0.00} on, {cheapest.Cost:0.00} a hundred conversations")
            : $"\ntoo few to choose by: at least {ThresholdCurve.EnoughFailed} that failed and as many that went well are needed");
        return string.Join('\n', lines) + "\n";
    }

    private static string Share(int count, int of) => of == 0 ? "–" : ((double)count / of).ToString("0 %", CultureInfo.InvariantCulture);

    private static string Lead(double? lead) => lead?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
