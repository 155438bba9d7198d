using System.Diagnostics;
using System.Globalization;
using Baton.Mail;
using Baton.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Audit.Tests;

/// <summary>
/// A run of the Reply Radar against the fake organisation, with real mail servers and a clock that jumps to whatever comes next, once
/// everything that was sent has arrived. The clock is in the past, so that no stamp of the servers can be taken for one of the run's.
/// </summary>
internal sealed class Rehearsal : IProgress<RadarProgress>, IAsyncDisposable
{
    public const string Inbox = "inbox@" + DeskLetters.House;
    public const string Auditor = "rosa@pruefer.example";
    public const string Control = "twin@control.example";
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(30);

    private readonly MailServers _servers;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-radar-");
    private RadarProgress? _progress;
    private int _before;

    private Rehearsal(MailServers servers, FakeDesk desk, FakeTimeProvider time) => (_servers, Desk, Time) = (servers, desk, time);

    public FakeTimeProvider Time { get; }

    public FakeDesk Desk { get; }

    public DirectoryInfo Run => new(Path.Combine(_folder.FullName, "audits", "check", "radar"));

    public DirectoryInfo Ledger => new(Path.Combine(_folder.FullName, "audits", "ledger"));

    /// <summary>Starts servers and organisation.</summary>
    /// <param name="names">Addresses somebody or something answers.</param>
    /// <param name="returned">Addresses whose mail comes back.</param>
    /// <param name="behaviour">What addresses do.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public static async Task<Rehearsal> StartAsync(IEnumerable<string> names, IReadOnlyDictionary<string, string> returned, Func<string, Letter, IEnumerable<DeskAnswer>> behaviour, CancellationToken cancellationToken)
    {
        var servers = await MailServers.StartAsync(new MailHouses([Inbox, Auditor, Control])
        {
            Aliases = names.ToDictionary(name => $"{name}@{DeskLetters.House}", _ => Inbox),
            Returned = returned.ToDictionary(pair => $"{pair.Key}@{DeskLetters.House}", pair => pair.Value),
        }, cancellationToken);
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 6, 2, 6, 0, 0, TimeSpan.Zero));
        return new(servers, new FakeDesk(Mailbox(servers, Inbox), servers.SmtpPort, behaviour, time), time);
    }

    /// <summary>The engagement as its file says it.</summary>
    public static string Yaml(IEnumerable<string> names, string more = "", string signature = Signature) => $$"""
        name: check
        auditor: { name: Rosa Lind, organisation: Prüfer e. V., email: rosa@pruefer.example, page: "https://pruefer.example/audit" }
        audited: { organisation: Nordlicht, countries: [DE] }
        from: 2025-06-01
        to: 2025-07-31
        hosts: [{{DeskLetters.House}}]
        mailboxes: [{{string.Join(", ", names.Select(name => $"{name}@{DeskLetters.House}"))}}]
        budget: { perRoute: 1, total: 200 }
        radar:
          from: {{Auditor}}
          smtp: { host: 127.0.0.1, security: none }
          imap: { host: 127.0.0.1, security: none, user: {{Auditor}}, passwordFrom: RADAR_PASSWORD }
          controls: [{ address: {{Control}}, imap: { host: 127.0.0.1, security: none, user: {{Control}}, passwordFrom: RADAR_PASSWORD } }]
          languages: [en, de, es, fr, zh]
          workingHours: { zone: Europe/Berlin, holidays: [2025-06-09, 2025-06-19] }
        {{more}}
        {{signature}}
        """;

    public const string Signature = """
        authorisation:
          signedBy: Ole Hansen
          signedOn: 2025-05-30
          byAudited: true
          legalBasis: { text: "Order of the managing director of Nordlicht", enteredBy: Rosa Lind, enteredOn: 2025-05-30 }
        """;

    /// <summary>Runs until the end, or until a moment; then it is stopped as Ctrl-C would.</summary>
    /// <param name="yaml">The engagement.</param>
    /// <param name="until">The moment; null for the end.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="control">The control mailbox's address.</param>
    public async Task<AuditReport?> RunAsync(string yaml, DateTimeOffset? until, CancellationToken cancellationToken, string control = Control)
    {
        var servers = new RadarServers(new() { Host = "127.0.0.1", Port = _servers.SmtpPort, Security = MailSecurity.None }, Mailbox(_servers, Auditor), new Dictionary<string, MailServerOptions> { [control] = Mailbox(_servers, Control) });
        var engagement = await EngagementFile.ParseAsync("engagement.yaml", yaml, cancellationToken);
        using var run = await RadarFolder.OpenAsync(Run, new(ReplyRadar.Tool, $"https://{DeskLetters.House}/", Time.GetUtcNow()) { Engagement = engagement.Name }, cancellationToken);
        _before = run.Events.OfType<MailboxRead>().Count();
        _progress = null;
        using var ledger = new WriteLedger(Ledger);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var radar = new ReplyRadar(Time, NullLoggerFactory.Instance);
        var work = radar.RunAsync(engagement, run, new(servers, ledger, new ControlProof([], new(), Time)), this, stop.Token);
        while (!work.IsCompleted)
        {
            if (!await SettledAsync(work, cancellationToken)) break;
            var next = Desk.Next() is { } due && due < _progress!.Next ? due : _progress!.Next;
            if (next > until)
            {
                Time.SetUtcNow(until.Value);
                await stop.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
                return null;
            }
            Time.SetUtcNow(next);
            await Desk.SendDueAsync(cancellationToken);
        }
        return await work;
    }

    public void Report(RadarProgress value) => _progress = value;

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await _servers.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static MailServerOptions Mailbox(MailServers servers, string address) => new() { Host = "127.0.0.1", Port = servers.ImapPort, Security = MailSecurity.None, User = address, Password = MailServers.Password };

    /// <summary>Everything that was sent has arrived and was read, and the run waits for what is still to come.</summary>
    private async Task<bool> SettledAsync(Task work, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(8), TimeProvider.System);
        for (var quiet = 0; quiet < 2;)
        {
            await look.WaitForNextTickAsync(cancellationToken);
            if (work.IsCompleted) return false;
            quiet = IsSettled() ? quiet + 1 : 0;
            if (Stopwatch.GetElapsedTime(started) > LongestSettling)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"It does not settle at {Time.GetUtcNow():O}: queue quiet {_servers.IsQuiet}, run {_progress}, read before {_before}, auditor {_servers.Count(Auditor)}, control {_servers.Count(Control)}, desk {Desk.Handled} of {_servers.Count(Inbox)}"));
        }
        return true;
    }

    private bool IsSettled() =>
        _servers.IsQuiet && Desk.Handled == _servers.Count(Inbox) && _progress is { } progress && progress.Next > Time.GetUtcNow()
        && (_before + progress.Seen == _servers.Count(Auditor) + _servers.Count(Control) || progress.Sent == 0);
}
