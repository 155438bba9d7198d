using System.Net;
using System.Net.Sockets;
using Baton.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Audit.Tests;

[CollectionDefinition(nameof(AloneWithSockets), DisableParallelization = true)]
public sealed class AloneWithSockets;

/// <summary>Nothing leaves without leave: told by listeners where mail would go, and by the runtime's own events.</summary>
[Collection(nameof(AloneWithSockets))]
public sealed class LeaveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-leave-");
    private readonly TcpListener _smtp = new(IPAddress.Loopback, 0);
    private readonly TcpListener _imap = new(IPAddress.Loopback, 0);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 6, 2, 6, 0, 0, TimeSpan.Zero));

    public LeaveTests()
    {
        _smtp.Start();
        _imap.Start();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task<AuditReport> RunAsync(string yaml, Func<WriteLedger, Task>? before = null)
    {
        var engagement = await EngagementFile.ParseAsync("engagement.yaml", yaml, Cancelled);
        using var run = await RadarFolder.OpenAsync(new(Path.Combine(_folder.FullName, "run")), new(ReplyRadar.Tool, "https://nordlicht.example/", _time.GetUtcNow()), Cancelled);
        using var ledger = new WriteLedger(new(Path.Combine(_folder.FullName, "ledger")));
        if (before is not null) await before(ledger);
        var imap = new MailServerOptions { Host = "127.0.0.1", Port = ((IPEndPoint)_imap.LocalEndpoint).Port, Security = MailSecurity.None };
        var smtp = new MailServerOptions { Host = "127.0.0.1", Port = ((IPEndPoint)_smtp.LocalEndpoint).Port, Security = MailSecurity.None };
        var servers = new RadarServers(smtp, imap, new Dictionary<string, MailServerOptions> { [Rehearsal.Control] = imap });
        var work = new ReplyRadar(_time, NullLoggerFactory.Instance).RunAsync(engagement, run, new(servers, ledger, new ControlProof([], new(), _time)), new Progress<RadarProgress>(), Cancelled);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        while (!work.IsCompleted && await pace.WaitForNextTickAsync(Cancelled)) _time.Advance(TimeSpan.FromHours(1));
        return await work;
    }

    private async Task NothingLeavesAsync(Func<Task<AuditReport>> run, string reason)
    {
        using var watch = new SocketWatch();
        var report = await run();
        Assert.All(report.Radar!.Probes, probe => Assert.Equal(ProbeOutcome.NotSent, probe.Outcome));
        Assert.All(report.NotTested.Where(not => not.What.Contains('@', StringComparison.Ordinal)), not => Assert.Contains(reason, not.Why, StringComparison.Ordinal));
        Assert.Empty(watch.Seen);
        Assert.False(_smtp.Pending());
        Assert.False(_imap.Pending());
    }

    [Fact]
    public async Task The_watch_itself_sees_a_connection()
    {
        using var watch = new SocketWatch();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)_smtp.LocalEndpoint, Cancelled);
        Assert.Contains(watch.Seen, seen => seen.StartsWith("ConnectStart", StringComparison.Ordinal));
        Assert.True(_smtp.Pending());
    }

    [Fact]
    public async Task Without_a_signature_nothing_is_connected_to()
    {
        using var watch = new SocketWatch();
        await Assert.ThrowsAsync<RadarException>(() => RunAsync(Rehearsal.Yaml(["a", "b"], signature: "")));
        Assert.Empty(watch.Seen);
        Assert.False(_smtp.Pending() || _imap.Pending());
    }

    [Fact]
    public Task Without_proof_or_legal_basis_nothing_is_connected_to() =>
        NothingLeavesAsync(() => RunAsync(Rehearsal.Yaml(["a", "b"], signature: "authorisation: { signedBy: Ole Hansen, signedOn: 2025-05-30 }")), "Nothing proves control");

    [Fact]
    public Task Before_the_day_of_the_signature_nothing_is_connected_to() =>
        NothingLeavesAsync(() => RunAsync(Rehearsal.Yaml(["a", "b"], signature: Rehearsal.Signature.Replace("signedOn: 2025-05-30", "signedOn: 2025-07-30", StringComparison.Ordinal))), "which is not yet");

    [Fact]
    public Task After_a_stop_nothing_is_connected_to() =>
        NothingLeavesAsync(() => RunAsync(Rehearsal.Yaml(["a", "b"]), ledger => ledger.StopAsync("Rosa: enough", Cancelled)), "Rosa: enough");

    [Fact]
    public Task Who_objected_or_is_on_the_stop_list_is_not_connected_to() =>
        NothingLeavesAsync(() => RunAsync(Rehearsal.Yaml(["a", "b"]).Replace("budget:", "stop: [a@nordlicht.example]\nbudget:", StringComparison.Ordinal), ledger => ledger.ObjectAsync("b@nordlicht.example", Cancelled)), "@nordlicht.example");

    [Fact]
    public Task Without_a_budget_nothing_is_connected_to() =>
        NothingLeavesAsync(() => RunAsync(Rehearsal.Yaml(["a", "b"]).Replace("total: 200", "total: 0", StringComparison.Ordinal)), "The whole budget is used up");

    [Fact]
    public async Task An_enquiry_that_presses_people_stops_the_run_before_it_begins()
    {
        var wrong = await Assert.ThrowsAsync<RadarException>(() => RunAsync(Rehearsal.Yaml(["a"], more: "  own: [{ id: data, language: en, subject: My data, opening: \"Under the GDPR I demand answers.\", questions: [{ ask: \"What do you store?\", about: [store] }, { ask: \"Since when?\", about: [since] }] }]")));
        Assert.Contains("claims rights under a law", wrong.Message, StringComparison.Ordinal);
        Assert.False(_smtp.Pending() || _imap.Pending());
    }

    public void Dispose()
    {
        _smtp.Dispose();
        _imap.Dispose();
        _folder.Delete(recursive: true);
    }
}
