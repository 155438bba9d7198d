using System.CommandLine;
using System.Net;
using Baton.Audit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton;

/// <summary><c>baton audit reply-radar</c>: sends enquiries with leave, and measures what comes back.</summary>
internal static class ReplyRadarCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("engagement") { Description = "The engagement's file, with a radar section (docs/reply-radar.md)." };
        var output = new Option<DirectoryInfo?>("--out") { Description = "The run's folder. A run that was stopped goes on there. Default: audits/<engagement>/radar." };
        var ledger = new Option<DirectoryInfo?>("--ledger") { Description = "Where is remembered, over all runs, what was written and who objected. Default: audits/ledger." };
        var dns = new Option<string[]>("--dns") { Description = "DNS servers to ask for the proof of control, as address or address:port." };
        var plan = new Option<bool>("--plan") { Description = "Show what would be sent when, and the texts. Connects to nothing." };
        var rehearse = new Option<double?>("--rehearse") { Description = "Rehearse against mail servers on this machine, with a clock so many times as fast (1 to 100000). Defaults lie in rehearsals/ instead of audits/." };
        var command = new Command("reply-radar", "Send answerable enquiries over a week, with leave, and measure for weeks what comes back.") { file, output, ledger, dns, plan, rehearse };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var engagement = await EngagementFile.ReadAsync(parsed.GetRequiredValue(file), stop);
                double? speed = parsed.GetValue(rehearse) is { } times ? AuditArguments.Within("--rehearse", times, 1, 100_000) : null;
                var home = speed is null ? "audits" : "rehearsals";
                if (parsed.GetValue(plan)) await RadarConsole.PlanAsync(engagement);
                else await RunAsync(engagement, new(parsed.GetRequiredValue(file), parsed.GetValue(output) ?? new DirectoryInfo(Path.Combine(home, RadarServerOptions.FileName(engagement.Name), "radar")), parsed.GetValue(ledger) ?? new DirectoryInfo(Path.Combine(home, "ledger")), speed), [.. (parsed.GetValue(dns) ?? []).Select(AuditArguments.DnsServer)], stop);
            },
            cancellationToken));
        foreach (var sub in RadarHandCommands.All()) command.Subcommands.Add(sub);
        return command;
    }

    private static async Task RunAsync(Engagement engagement, RadarWish wish, IReadOnlyCollection<IPEndPoint> dns, CancellationToken cancellationToken)
    {
        await using var services = AuditServices.Create();
        var time = services.GetRequiredService<TimeProvider>();

        // Looked at before anything is made or opened.
        services.GetRequiredService<ReplyRadar>().Plan(engagement);
        if (wish.Speed is not null) RehearsalClock.RequireOwnServers(engagement.Radar!);
        var servers = RadarServerOptions.Of(engagement.Radar!);
        using var ledger = new WriteLedger(wish.Ledger);
        using var run = await RadarFolder.OpenAsync(wish.Output, new(ReplyRadar.Tool, $"https://{engagement.Hosts[0]}/", time.GetUtcNow()) { Engagement = engagement.Name, Rehearsal = wish.Speed }, cancellationToken);
        if (run.Head.Rehearsal.HasValue != wish.Speed.HasValue) throw new UserMistakeException($"{wish.Output.FullName} holds {(run.Head.Rehearsal is null ? "a real run" : "a rehearsal")}. Name another folder.");
        wish.File.CopyTo(Path.Combine(wish.Output.FullName, RadarRecord.EngagementFileName), overwrite: true);
        if (run.Events.Count > 0) await Console.Out.WriteLineAsync($"Going on after {run.Events.Count} events.");
        try
        {
            var options = new RadarOptions(servers, ledger, new ControlProof(dns, new FetchOptions(), time)) { Engagement = wish.File };
            var report = await Radar(services, run, wish.Speed).RunAsync(engagement, run, options, new RadarConsole(), cancellationToken);
            await ReportWriter.WriteAsync(report, wish.Output, cancellationToken);
            await RadarConsole.SummaryAsync(report, wish.Output);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync($"{Environment.NewLine}Stopped. To go on: baton audit reply-radar {wish.File} --out {wish.Output.FullName} --ledger {wish.Ledger.FullName}");
            throw;
        }
    }

    /// <summary>A rehearsal that goes on begins where its clock stood.</summary>
    private static ReplyRadar Radar(ServiceProvider services, RadarFolder run, double? speed) => speed is { } times
        ? new ReplyRadar(new RehearsalClock(run.Events.Select(happened => happened.At).Append(run.Head.StartedAt).Max(), times), NullLoggerFactory.Instance)
        : services.GetRequiredService<ReplyRadar>();

    private sealed record RadarWish(FileInfo File, DirectoryInfo Output, DirectoryInfo Ledger, double? Speed);
}
