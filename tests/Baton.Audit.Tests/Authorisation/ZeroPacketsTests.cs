using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Baton.Testing;

namespace Baton.Audit.Tests;

/// <summary>Without leave no command of the program sends a packet to anybody, as the kernel sees it; with leave the same watch sees one.</summary>
[Collection(nameof(AloneWithSockets))]
public sealed class ZeroPacketsTests : IDisposable
{
    private const string Leave = "authorisation: { signedBy: Ole Hansen, signedOn: 2020-05-30, byAudited: true, legalBasis: { text: Order of the managing director of Nordlicht, enteredBy: Rosa Lind, enteredOn: 2020-05-30 } }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-zero-");
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public ZeroPacketsTests() => _server.Start();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)_server.LocalEndpoint).Port;

    private static string Day(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Engage(string authorisation, string more = "", int from = -1, int to = 60, string radar = "") => File.WriteAllText(Path.Combine(_folder.FullName, "engagement.yaml"), $$"""
        name: check
        auditor: { name: Rosa Lind, email: rosa@pruefer.example }
        audited: { organisation: Nordlicht, countries: [DE] }
        from: {{Day(from)}}
        to: {{Day(to)}}
        hosts: [nordlicht.example]
        mailboxes: [a@nordlicht.example, b@nordlicht.example]
        {{(more.Contains("budget", StringComparison.Ordinal) ? more : more + "\nbudget: { perRoute: 1, total: 20 }")}}
        radar:
          from: rosa@pruefer.example
          smtp: { host: 127.0.0.1, port: {{Port}}, security: none }
          imap: { host: 127.0.0.1, port: {{Port}}, security: none, user: rosa, passwordFrom: RADAR_PASSWORD }
          controls: [{ address: twin@control.example, imap: { host: 127.0.0.1, port: {{Port}}, security: none, user: twin, passwordFrom: RADAR_PASSWORD } }]
          sendDays: 1
          {{radar}}
        {{authorisation}}
        """);

    private TracedProgram Start(params string[] arguments)
    {
        Assert.SkipUnless(TracedProgram.Missing is null, TracedProgram.Missing ?? "");
        return TracedProgram.Start(_folder, ["audit", .. arguments], new Dictionary<string, string> { ["RADAR_PASSWORD"] = "secret" });
    }

    /// <summary>Runs a command to its end, or until it says something.</summary>
    private async Task<(string Output, IReadOnlyList<int> Ports)> RunAsync(string? until, params string[] arguments)
    {
        await using var traced = Start(arguments);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!traced.Program.HasEnded && (until is null || !traced.Program.Output.Contains(until, StringComparison.Ordinal))) await look.WaitForNextTickAsync(Cancelled);
        return (traced.Program.Output, traced.Ports());
    }

    private async Task NothingLeavesAsync(string? until, string said, params string[] arguments)
    {
        var (output, ports) = await RunAsync(until, arguments);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Empty(ports);
        Assert.False(_server.Pending());
    }

    private static readonly string[] Radar = ["reply-radar", "engagement.yaml", "--rehearse", "100000"];

    [Fact]
    public async Task With_leave_the_same_watch_sees_the_mail_server_asked()
    {
        Engage(Leave);
        await using var traced = Start(Radar);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!traced.Ports().Contains(Port)) Assert.True(await look.WaitForNextTickAsync(Cancelled) && !traced.Program.HasEnded, traced.Program.Output);
    }

    [Fact]
    public async Task A_radar_without_a_signature_sends_nothing()
    {
        Engage("");
        await NothingLeavesAsync(null, "not signed", Radar);
    }

    [Theory]
    [InlineData("no proof and no legal basis", "Nothing proves control")]
    [InlineData("signed tomorrow", "which is not yet")]
    [InlineData("scope changed", "The scope was changed")]
    [InlineData("stop list", "is on the stop list")]
    [InlineData("no budget", "used up")]
    [InlineData("objected", "has objected")]
    public async Task A_radar_that_is_refused_sends_nothing(string what, string said)
    {
        if (what == "objected") await RunAsync(null, "object", "nordlicht.example", "--audits", "rehearsals");
        Engage(
            what switch
            {
                "no proof and no legal basis" => "authorisation: { signedBy: Ole Hansen, signedOn: 2020-05-30 }",
                "signed tomorrow" => $"authorisation: {{ signedBy: Ole Hansen, signedOn: {Day(50)}, token: 0123456789abcdef-token }}",
                "scope changed" => $"authorisation: {{ signedBy: Ole Hansen, signedOn: 2020-05-30, scope: \"{new string('0', 64)}\", token: 0123456789abcdef-token }}",
                _ => Leave,
            },
            what switch { "stop list" => "stop: [a@nordlicht.example, b@nordlicht.example]", "no budget" => "budget: { perRoute: 1, total: 0 }", _ => "" });
        await NothingLeavesAsync(null, said, Radar);
    }

    [Fact]
    public async Task A_radar_after_its_last_day_or_with_a_text_that_presses_sends_nothing()
    {
        Engage(Leave, from: -30, to: -5);
        await NothingLeavesAsync(null, "the engagement ends on", Radar);
        Engage(Leave, radar: "own: [{ id: data, language: en, subject: My data, opening: \"I will inform the press.\", questions: [{ ask: \"What?\", about: [store] }, { ask: \"When?\", about: [since] }] }]");
        await NothingLeavesAsync(null, "threatens", Radar);
    }

    [Fact]
    public async Task A_radar_that_is_stopped_sends_nothing_and_asks_nobody_for_proof()
    {
        Engage("authorisation: { signedBy: Ole Hansen, signedOn: 2020-05-30, token: 0123456789abcdef-token }");
        await RunAsync(null, "stop", "Rosa: enough", "--audits", "rehearsals");
        await NothingLeavesAsync("All writing is stopped: Rosa: enough", "All writing is stopped: Rosa: enough", Radar);
    }

    [Fact]
    public async Task No_other_command_sends_anything()
    {
        Engage(Leave);
        await NothingLeavesAsync(null, "Nothing was sent", "reply-radar", "engagement.yaml", "--plan");
        await NothingLeavesAsync(null, "Scope to be signed", "check", "engagement.yaml");
        await NothingLeavesAsync(null, "Nothing is written any more", "stop", "Rosa");
        await NothingLeavesAsync(null, "Allowed again", "resume");
        await NothingLeavesAsync(null, "again", "object", "x@nordlicht.example");
        await NothingLeavesAsync(null, "All writing is stopped", "abort", "Rosa", "--yes");
        await NothingLeavesAsync(null, "$schema", "schema");
        foreach (var hand in new[] { "letters", "report" }) await NothingLeavesAsync(null, "holds no run", ["reply-radar", hand, .. hand == "report" ? (string[])["engagement.yaml", "."] : ["."]]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_email_finder_asks_a_mail_server_for_names_with_leave_only(bool isAllowed)
    {
        await using var organisation = await FakeOrganisation.StartAsync();
        File.WriteAllText(Path.Combine(_folder.FullName, "finder.yaml"), EngagementFileTests.Whole.Replace("2026-11-01", Day(-1), StringComparison.Ordinal).Replace("2026-11-30", Day(5), StringComparison.Ordinal).Replace("2026-10-30", "2020-01-01", StringComparison.Ordinal).Replace("pace: 0.5", "pace: 0", StringComparison.Ordinal)
            + (isAllowed ? "\n  legalBasis: { text: Order of the managing director of Nordlicht, enteredBy: Rosa Lind, enteredOn: 2020-01-01 }" : ""));
        var (output, ports) = await RunAsync(null, "email-finder", organisation.Home.ToString(), "--engagement", "finder.yaml", "--out", "found", "--pages", "15", "--allow-private", "127.0.0.1", "--no-mail-servers", "--no-browser", "--probe-mailboxes",
            "--resolve", $"{FakeOrganisation.Host}=127.0.0.1", "--resolve", $"mx.{FakeOrganisation.Host}=127.0.0.1", "--dns", organisation.Dns.EndPoint.ToString());
        Assert.Contains("Report:", output, StringComparison.Ordinal);
        Assert.Contains(organisation.Port, ports);
        Assert.Equal(isAllowed, ports.Contains(25));
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Delete(recursive: true);
    }
}
