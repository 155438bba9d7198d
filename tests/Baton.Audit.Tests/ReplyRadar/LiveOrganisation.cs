using System.Diagnostics;
using System.Globalization;
using Baton.Mail;
using Baton.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Audit.Tests;

/// <summary>
/// The fake organisation for the program itself, which runs as a process by a clock that is so many times as fast as the machine's. The
/// organisation's people follow the same clock.
/// </summary>
internal sealed class LiveOrganisation : IAsyncDisposable
{
    public const double Speed = 14_000;

    private readonly MailServers _servers;
    private readonly SmallDns _dns;
    private readonly FakeTimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private LiveOrganisation(MailServers servers, SmallDns dns, FakeDesk desk, FakeTimeProvider time)
    {
        (_servers, _dns, Desk, _time) = (servers, dns, desk, time);
        _work = LiveAsync();
    }

    public FakeDesk Desk { get; }

    /// <summary>Where the program runs and keeps its audits.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("baton-live-");

    public FileInfo Engagement => new(Path.Combine(Folder.FullName, "engagement.yaml"));

    public DirectoryInfo Run => new(Path.Combine(Folder.FullName, "rehearsals", "check", "radar"));

    public static async Task<LiveOrganisation> StartAsync(IEnumerable<string> names, IReadOnlyDictionary<string, string> returned, Func<string, Letter, IEnumerable<DeskAnswer>> behaviour, CancellationToken cancellationToken)
    {
        var servers = await MailServers.StartAsync(new MailHouses([Rehearsal.Inbox, Rehearsal.Auditor, Rehearsal.Control])
        {
            Aliases = names.ToDictionary(name => $"{name}@{DeskLetters.House}", _ => Rehearsal.Inbox),
            Returned = returned.ToDictionary(pair => $"{pair.Key}@{DeskLetters.House}", pair => pair.Value),
        }, cancellationToken);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var dns = SmallDns.Start(new Dictionary<string, DnsRecord[]>(StringComparer.Ordinal) { [$"_baton-audit.{DeskLetters.House}"] = [new("TXT", "baton-audit=0123456789abcdef-token")] });
        return new(servers, dns, new FakeDesk(new() { Host = "127.0.0.1", Port = servers.ImapPort, Security = MailSecurity.None, User = Rehearsal.Inbox, Password = MailServers.Password }, servers.SmtpPort, behaviour, time), time);
    }

    /// <summary>Writes the engagement as a person would.</summary>
    public void Engage(IEnumerable<string> names, string radar, string more = "") => File.WriteAllText(Engagement.FullName, string.Create(CultureInfo.InvariantCulture, $$"""
        name: check
        auditor: { name: Rosa Lind, organisation: Prüfer e. V., email: rosa@pruefer.example, page: "https://pruefer.example/audit" }
        audited: { organisation: Nordlicht, countries: [DE] }
        from: {{TimeProvider.System.GetUtcNow().AddDays(-1):yyyy-MM-dd}}
        to: {{TimeProvider.System.GetUtcNow().AddDays(60):yyyy-MM-dd}}
        hosts: [{{DeskLetters.House}}]
        mailboxes: [{{string.Join(", ", names.Select(name => $"{name}@{DeskLetters.House}"))}}]
        budget: { perRoute: 1, total: 200 }
        {{more}}
        authorisation: { signedBy: Ole Hansen, signedOn: {{TimeProvider.System.GetUtcNow().AddDays(-1):yyyy-MM-dd}}, byAudited: true, token: 0123456789abcdef-token }
        radar:
          from: {{Rehearsal.Auditor}}
          smtp: { host: 127.0.0.1, port: {{_servers.SmtpPort}}, security: none }
          imap: { host: 127.0.0.1, port: {{_servers.ImapPort}}, security: none, user: {{Rehearsal.Auditor}}, passwordFrom: RADAR_PASSWORD }
          controls: [{ address: {{Rehearsal.Control}}, imap: { host: 127.0.0.1, port: {{_servers.ImapPort}}, security: none, user: {{Rehearsal.Control}}, passwordFrom: RADAR_PASSWORD } }]
          languages: [en, de, es, fr, zh]
          {{radar}}
        """));

    /// <summary>Starts <c>baton audit …</c> in the folder.</summary>
    public BatonProgram Audit(params string[] arguments) => BatonProgram.Start(Folder, ["audit", .. arguments], new Dictionary<string, string> { ["RADAR_PASSWORD"] = MailServers.Password });

    /// <summary>Starts the radar itself.</summary>
    public BatonProgram Radar() => Audit("reply-radar", Engagement.FullName, "--rehearse", Speed.ToString(CultureInfo.InvariantCulture), "--dns", _dns.EndPoint.ToString());

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int ExitCode, string Output)> AuditAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        await using var program = Audit(arguments);
        return (await program.EndAsync(cancellationToken), program.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        await Desk.DisposeAsync();
        await _dns.DisposeAsync();
        await _servers.DisposeAsync();
        _stop.Dispose();
        Folder.Delete(recursive: true);
    }

    private async Task LiveAsync()
    {
        var (from, started) = (_time.GetUtcNow(), Stopwatch.GetTimestamp());
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        try
        {
            while (await pace.WaitForNextTickAsync(_stop.Token))
            {
                _time.SetUtcNow(from + (Stopwatch.GetElapsedTime(started) * Speed));
                await Desk.SendDueAsync(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
    }
}
