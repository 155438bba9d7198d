using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Audit.Tests;

/// <summary>The gate: one reason is enough to keep everything in.</summary>
public sealed class AuthorisationGateTests : IDisposable
{
    private const string Question = "1. Do you deliver to Lübeck?\n2. How long does an oak table take?";
    private static readonly WriteRequest Mail = new(WriteKind.Mail, "kundenservice@nordlicht-moebel.de", Question);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-ledger-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero));
    private readonly WriteLedger _ledger;

    public AuthorisationGateTests() => _ledger = new(_folder);

    private async Task<GateAnswer> AskAsync(WriteRequest request, string? yaml = null, bool isProven = true)
    {
        await using var dns = SmallDns.Start(new Dictionary<string, DnsRecord[]>(StringComparer.Ordinal) { ["_baton-audit.nordlicht-moebel.de"] = isProven ? [new("TXT", "baton-audit=0123456789abcdef-token")] : [] });
        var engagement = await EngagementFile.ParseAsync("check.yaml", yaml ?? EngagementFileTests.Whole, TestContext.Current.CancellationToken);
        var fetch = new FetchOptions { Names = new Dictionary<string, IPAddress> { ["nordlicht-moebel.de"] = IPAddress.Parse("10.0.0.1") } };
        return await new AuthorisationGate(engagement, _ledger, new ControlProof([dns.EndPoint], fetch, TimeProvider.System), _time).AskAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Without(string part) => EngagementFileTests.Whole.Replace(part, "", StringComparison.Ordinal);

    [Fact]
    public async Task What_is_signed_proven_in_scope_and_within_the_budget_may_be_written()
    {
        var answer = await AskAsync(Mail);
        Assert.Empty(answer.Refusals);
        Assert.Equal("TXT record at _baton-audit.nordlicht-moebel.de", answer.Permit?.Proof);
    }

    [Fact]
    public async Task A_scope_that_was_changed_after_its_signature_is_not_signed()
    {
        var signed = await EngagementFile.ParseAsync("check.yaml", EngagementFileTests.Whole, TestContext.Current.CancellationToken);
        var bound = EngagementFileTests.Whole + $"\n  scope: {signed.ScopeHash()}";
        Assert.Empty((await AskAsync(Mail, bound)).Refusals);
        var wider = bound.Replace("total: 2", "total: 200", StringComparison.Ordinal);
        Assert.Contains("changed after it was signed", Assert.Single((await AskAsync(Mail, wider)).Refusals), StringComparison.Ordinal);
        Assert.Empty((await AskAsync(Mail with { Target = "info@nordlicht-moebel.de" }, bound.Replace("pace: 0.5", "pace: 2", StringComparison.Ordinal))).Refusals);
    }

    [Fact]
    public async Task Without_a_signature_nothing_is()
    {
        var answer = await AskAsync(Mail, EngagementFileTests.Whole[..EngagementFileTests.Whole.IndexOf("authorisation", StringComparison.Ordinal)]);
        Assert.Null(answer.Permit);
        Assert.Contains("not signed", Assert.Single(answer.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_proof_of_control_nothing_is() =>
        Assert.Contains("Nothing proves control", Assert.Single((await AskAsync(Mail, isProven: false)).Refusals), StringComparison.Ordinal);

    [Fact]
    public async Task A_legal_basis_entered_by_a_named_person_stands_for_proof()
    {
        var answer = await AskAsync(Mail, EngagementFileTests.Whole + "\n  legalBasis: { text: Ordinary enquiry of a customer under the auditor's own name, enteredBy: Rosa Lind, enteredOn: 2026-11-01 }", isProven: false);
        Assert.StartsWith("legal basis entered by Rosa Lind on 2026-11-01", answer.Permit?.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-31T23:59:59Z")]
    [InlineData("2026-12-01T00:00:00Z")]
    public async Task Outside_its_days_nothing_is(string now)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var engagement = await EngagementFile.ParseAsync("check.yaml", EngagementFileTests.Whole, TestContext.Current.CancellationToken);
        var answer = await new AuthorisationGate(engagement, _ledger, new ControlProof([], new(), TimeProvider.System), time).AskAsync(Mail with { Target = "x@localhost" }, TestContext.Current.CancellationToken);
        Assert.Contains(answer.Refusals, refusal => refusal.StartsWith("The engagement runs from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_in_scope_or_on_the_stop_list_is_not_written_to()
    {
        Assert.Contains("not in the engagement's scope", Assert.Single((await AskAsync(Mail with { Target = "chef@nordlicht-moebel.de" })).Refusals), StringComparison.Ordinal);
        Assert.Contains("stop list", Assert.Single((await AskAsync(Mail with { Target = "presse@nordlicht-moebel.de" })).Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_budget_of_a_route_holds_over_runs_and_renews_after_thirty_days()
    {
        Assert.NotNull((await AskAsync(Mail)).Permit);
        using (var again = new WriteLedger(_folder)) Assert.Contains("used up: 1 of 1", Assert.Single((await AskAsync(Mail)).Refusals), StringComparison.Ordinal);
        Assert.NotNull((await AskAsync(Mail with { Target = "info@nordlicht-moebel.de" })).Permit);
        _time.Advance(TimeSpan.FromDays(15));
        Assert.Contains("used up", Assert.Single((await AskAsync(Mail)).Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_no_more_than_the_budget_get_leave()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AskAsync(Mail)));
        Assert.Single(answers, answer => answer.Permit is not null);
    }

    [Fact]
    public async Task The_kill_switch_and_an_objection_stop_everything_and_last()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await _ledger.ObjectAsync("KUNDENSERVICE@nordlicht-moebel.de", cancelled);
        Assert.Contains("objected", Assert.Single((await AskAsync(Mail)).Refusals), StringComparison.Ordinal);
        await _ledger.StopAsync("Rosa: wrong template", cancelled);
        Assert.Contains("Rosa: wrong template", Assert.Single((await AskAsync(Mail with { Target = "info@nordlicht-moebel.de" })).Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pretending_needs_the_signature_of_the_audited_side()
    {
        Assert.Contains("pretends", Assert.Single((await AskAsync(Mail with { Pretends = true })).Refusals), StringComparison.Ordinal);
        Assert.NotNull((await AskAsync(Mail with { Pretends = true }, EngagementFileTests.Whole + "\n  byAudited: true")).Permit);
    }

    [Theory]
    [InlineData("Please answer within 7 days, otherwise I will take legal action.")]
    [InlineData("Under the GDPR I demand a copy of my data.")]
    [InlineData("Bitte antworten Sie innerhalb von 14 Tagen, andernfalls schalte ich meinen Anwalt ein.")]
    [InlineData("Gemäß Art. 15 DSGVO verlange ich Auskunft.")]
    [InlineData("I will report you to the regulator.")]
    public async Task A_text_that_presses_people_is_refused(string text) => Assert.Null((await AskAsync(Mail with { Text = text })).Permit);

    [Theory]
    [InlineData("How many days does delivery take? Do you ship within the EU?")]
    [InlineData("Can I return the chair within 14 days if it does not fit?")]
    [InlineData("Wie lange habe ich Zeit, den Tisch zurückzugeben?")]
    public void An_ordinary_question_is_not(string text) => Assert.Empty(TemplateLint.Check(text));

    [Fact]
    public void Only_the_gate_can_give_leave() =>
        Assert.Empty(typeof(Permit).GetConstructors(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance));

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Delete(recursive: true);
    }
}
