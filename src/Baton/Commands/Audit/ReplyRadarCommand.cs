using System.CommandLine;
using System.Globalization;
using System.Net;
using Baton.Audit;
using Baton.Mail;

namespace Baton;

/// <summary><c>baton audit reply-radar</c>: sends enquiries with leave, and measures what comes back.</summary>
internal static class ReplyRadarCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("engagement") { Description = "The engagement's file, with a radar section (docs/reply-radar.md)." };
        var output = new Option<DirectoryInfo?>("--out") { Description = "The run's folder. A run that was stopped goes on there. Default: audits/<engagement>/radar." };
        var ledger = new Option<DirectoryInfo>("--ledger") { Description = "Where is remembered, over all runs, what was written and who objected.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("audits", "ledger")) };
        var dns = new Option<string[]>("--dns") { Description = "DNS servers to ask for the proof of control, as address or address:port." };
        var plan = new Option<bool>("--plan") { Description = "Show what would be sent when, and the texts. Connects to nothing." };
        var command = new Command("reply-radar", "Send answerable enquiries over a week, with leave, and measure for weeks what comes back.") { file, output, ledger, dns, plan };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var engagement = await EngagementFile.ReadAsync(parsed.GetRequiredValue(file), stop);
                if (parsed.GetValue(plan)) await RadarConsole.PlanAsync(engagement);
                else await RunAsync(engagement, parsed.GetRequiredValue(file), parsed.GetValue(output) ?? new DirectoryInfo(Path.Combine("audits", FileName(engagement.Name), "radar")), parsed.GetRequiredValue(ledger), [.. (parsed.GetValue(dns) ?? []).Select(AuditArguments.DnsServer)], stop);
            },
            cancellationToken));
        foreach (var sub in RadarHandCommands.All()) command.Subcommands.Add(sub);
        return command;
    }

    private static async Task RunAsync(Engagement engagement, FileInfo file, DirectoryInfo output, DirectoryInfo ledgerFolder, IReadOnlyCollection<IPEndPoint> dns, CancellationToken cancellationToken)
    {
        await using var services = AuditServices.Create();
        var time = services.GetRequiredService<TimeProvider>();
        var radar = services.GetRequiredService<ReplyRadar>();

        // Looked at before anything is made or opened.
        radar.Plan(engagement);
        using var ledger = new WriteLedger(ledgerFolder);
        using var run = await RadarFolder.OpenAsync(output, new(ReplyRadar.Tool, $"https://{engagement.Hosts[0]}/", time.GetUtcNow()) { Engagement = engagement.Name }, cancellationToken);
        if (run.Events.Count > 0) await Console.Out.WriteLineAsync($"Going on after {run.Events.Count} events.");
        try
        {
            var report = await radar.RunAsync(engagement, run, new(Servers(engagement.Radar!), ledger, new ControlProof(dns, new FetchOptions(), time)), new RadarConsole(), cancellationToken);
            await ReportWriter.WriteAsync(report, output, cancellationToken);
            await RadarConsole.SummaryAsync(report, output);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync($"{Environment.NewLine}Stopped. To go on: baton audit reply-radar {file} --out {output.FullName} --ledger {ledgerFolder.FullName}");
            throw;
        }
    }

    private static RadarServers Servers(RadarScope scope) => new(Server("radar.smtp", scope.Smtp), Server("radar.imap", scope.Imap), scope.Controls.ToDictionary(control => control.Address, control => Server($"the control mailbox {control.Address}", control.Imap), StringComparer.Ordinal));

    private static MailServerOptions Server(string name, MailServerScope scope)
    {
        var password = scope.PasswordFrom is { } variable ? Environment.GetEnvironmentVariable(variable) ?? throw new UserMistakeException($"The environment variable {variable}, which holds the password of {name}, is not set.") : null;
        var server = new MailServerOptions
        {
            Host = scope.Host,
            Port = scope.Port,
            Security = scope.Security switch { ServerSecurity.StartTls => MailSecurity.StartTls, ServerSecurity.None => MailSecurity.None, _ => MailSecurity.Tls },
            User = scope.User,
            Password = password,
            TrustedCertificate = scope.TrustedCertificate,
        };
        return server.Mistakes(name) is { Count: > 0 } mistakes ? throw new UserMistakeException(string.Join(Environment.NewLine, mistakes)) : server;
    }

    private static string FileName(string name) => string.Concat(name.ToLower(CultureInfo.InvariantCulture).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
