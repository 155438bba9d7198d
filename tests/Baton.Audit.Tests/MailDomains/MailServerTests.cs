using System.Net;

namespace Baton.Audit.Tests;

/// <summary>What mail would meet at the server: encryption told without sending, names asked for with leave only, unclear answers kept unclear.</summary>
public sealed class MailServerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-smtp-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["/"] = "<html lang='de'><title>Start</title><p>info@nordlicht-moebel.de</p><p>weg@nordlicht-moebel.de</p><p>streng@nordlicht-moebel.de</p></html>",
    };

    private static readonly SmtpBehaviour Careful = new()
    {
        Names = new Dictionary<string, string> { ["info"] = "250 ok", ["weg"] = "550 5.1.1 No such user here", ["streng"] = "550 5.7.1 Blocked by policy, see our list", ["*"] = "550 5.1.1 No such user here" },
    };

    private async Task<AuditReport> AuditAsync(SmallSmtp server, string? engagement)
    {
        await using var organisation = await FakeOrganisation.StartAsync(Pages);
        using var ledger = new WriteLedger(new(Path.Combine(_folder.FullName, "ledger")));
        var fetch = organisation.Options.Fetch with { Names = new Dictionary<string, IPAddress>(organisation.Options.Fetch.Names) { ["mx.nordlicht-moebel.de"] = IPAddress.Loopback, ["mta-sts.nordlicht-moebel.de"] = IPAddress.Loopback } };
        var gate = engagement is null ? null : new AuthorisationGate(await EngagementFile.ParseAsync("probe.yaml", engagement, Cancelled), ledger, new ControlProof([organisation.Dns.EndPoint], fetch, TimeProvider.System), TimeProvider.System);
        return await AuditedOrganisation.RunAsync(organisation, new(Path.Combine(_folder.FullName, Guid.NewGuid().ToString())),
            organisation.Options with { Fetch = fetch, GreetsMailServers = true, MailPort = server.Port, Probe = gate is null ? null : new(gate, "rosa@pruefer.example") }, Cancelled);
    }

    private static string Signed(string basis) => EngagementFileTests.Whole
        .Replace("from: 2026-11-01", "from: 2020-01-01", StringComparison.Ordinal).Replace("to: 2026-11-30", "to: 2099-12-31", StringComparison.Ordinal).Replace("signedOn: 2026-10-30", "signedOn: 2020-01-01", StringComparison.Ordinal)
        .Replace("mailboxes: [kundenservice@nordlicht-moebel.de, info@nordlicht-moebel.de, presse@nordlicht-moebel.de]", "mailboxes: [info@nordlicht-moebel.de, weg@nordlicht-moebel.de, streng@nordlicht-moebel.de]", StringComparison.Ordinal)
        .Replace("total: 2", "total: 9", StringComparison.Ordinal) + basis;

    private static string Basis => "\n  legalBasis: { text: \"Order of the supervisory board of 2 November 2020\", enteredBy: Rosa Lind, enteredOn: 2020-11-02 }\n";

    [Fact]
    public async Task Encryption_and_a_certificate_that_does_not_hold_are_told_without_a_message()
    {
        await using var server = SmallSmtp.Start(Careful);
        var report = await AuditAsync(server, null);
        var check = Assert.Single(Assert.Single(report.Domains).Checks!);
        Assert.True(check.OffersTls);
        Assert.Contains("it is for old.nordlicht-moebel.de", check.CertificateProblem, StringComparison.Ordinal);
        Assert.Contains("2025-01-01", check.CertificateProblem, StringComparison.Ordinal);
        Assert.Equal(["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "QUIT"], server.Heard);
        Assert.Contains(report.Findings, finding => finding is { Code: "praise.encrypted", Severity: Severity.Praise });
        Assert.Contains(report.Findings, finding => finding is { Code: "mail.certificate", Severity: Severity.Notice });
    }

    [Fact]
    public async Task A_server_without_encryption_is_a_finding_and_one_that_refuses_us_is_none()
    {
        await using (var open = SmallSmtp.Start(new() { OffersTls = false }))
            Assert.Contains((await AuditAsync(open, null)).Findings, finding => finding is { Code: "mail.not-encrypted", Verdict: Verdict.Confirmed });
        await using var refusing = SmallSmtp.Start(new() { Greeting = "554 your address is on a list" });
        var report = await AuditAsync(refusing, null);
        Assert.DoesNotContain(report.Findings, finding => finding.Code.StartsWith("mail.", StringComparison.Ordinal) && finding.Verdict == Verdict.Confirmed);
        Assert.Contains(report.NotTested, one => one.Why.Contains("554 your address is on a list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_leave_a_name_the_server_does_not_know_is_told_and_a_refusal_of_us_is_not()
    {
        await using var server = SmallSmtp.Start(Careful);
        var report = await AuditAsync(server, Signed(Basis));
        Route Of(string name) => report.Routes.Single(route => route.Target == name + "@nordlicht-moebel.de");
        Assert.Equal((Reachability.Open, Reachability.Closed, Reachability.Unknown), (Of("info").Probe!.Reach, Of("weg").Probe!.Reach, Of("streng").Probe!.Reach));
        Assert.Equal(Reachability.Open, Of("streng").Reach);
        Assert.Equal("weg@nordlicht-moebel.de", Assert.Single(report.Findings, finding => finding.Code == "email.no-such-mailbox").Subject);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("MAIL FROM:<rosa@pruefer.example>", server.Heard);

        var again = await AuditAsync(server, Signed(Basis));
        Assert.All(again.Routes.Where(route => route.Kind == RouteKind.Email), route => Assert.Contains("budget", route.Probe!.Why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_takes_every_name_says_nothing()
    {
        await using var server = SmallSmtp.Start(new());
        var report = await AuditAsync(server, Signed(Basis));
        Assert.All(report.Routes.Where(route => route.Kind == RouteKind.Email), route => Assert.Equal(Reachability.Unknown, route.Probe!.Reach));
        Assert.DoesNotContain(report.Findings, finding => finding.Code == "email.no-such-mailbox");
    }

    [Fact]
    public async Task Without_proof_no_name_is_asked_for()
    {
        await using var server = SmallSmtp.Start(Careful);
        var report = await AuditAsync(server, Signed(""));
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("RCPT", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Equal(1, server.Connections);
        Assert.All(report.Routes.Where(route => route.Kind == RouteKind.Email), route => Assert.Contains("Nothing proves control", route.Probe!.Why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.a.example\nmx: *.b.example\nmax_age: 86400\n", "enforce", "mail.a.example", true)]
    [InlineData("version: STSv1\r\nmode: testing\r\nmx: *.b.example\r\n", "testing", "x.b.example", true)]
    [InlineData("version: STSv1\nmode: enforce\nmx: *.b.example\n", "enforce", "x.y.b.example", false)]
    [InlineData("version: STSv1\nmode: enforce\nmx: *.b.example\n", "enforce", "b.example", false)]
    [InlineData("mode: enforce\n", "", "a.example", false)]
    public void A_policy_of_MTA_STS_names_servers_by_one_label(string text, string mode, string server, bool names)
    {
        var policy = MtaStsPolicy.Parse(text);
        Assert.Equal((mode, names), (policy.Mode, policy.Names(server)));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
