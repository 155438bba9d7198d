using Baton.Mail;
using Baton.Testing;

namespace Baton.Audit.Tests;

/// <summary>One whole run over virtual weeks, shared by the tests that look at its report.</summary>
public sealed class RadarRun : IAsyncLifetime
{
    private AuditReport? _report;

    internal Rehearsal? Rehearsal { get; private set; }

    internal RadarResult Radar => Report.Radar!;

    internal TimeSpan Took { get; private set; }

    internal AuditReport Report
    {
        get
        {
            Assert.SkipUnless(_report is not null, MailServers.Missing ?? "");
            return _report;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (MailServers.Missing is not null) return;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var names = DeskBehaviours.All.Select(told => told.Name).ToList();
        var returned = new Dictionary<string, string>(DeskBehaviours.Bounces) { ["blocked"] = DeskBehaviours.Blocked };
        Rehearsal = await Rehearsal.StartAsync(names, returned, DeskBehaviours.Of, CancellationToken.None);
        _report = await Rehearsal.RunAsync(Rehearsal.Yaml([.. names, .. returned.Keys]), null, CancellationToken.None);
        Took = System.Diagnostics.Stopwatch.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        if (Rehearsal is not null) await Rehearsal.DisposeAsync();
    }

    internal ProbeResult Probe(string name) => Radar.Probes.Single(probe => probe.Route == $"{name}@{DeskLetters.House}");

    internal IEnumerable<Finding> Findings(string name) => Report.Findings.Where(finding => finding.Subject == $"{name}@{DeskLetters.House}");
}

/// <summary>The report says what the organisation was told to do, exactly.</summary>
public sealed class RadarRunTests(RadarRun run) : IClassFixture<RadarRun>
{
    private const int Digits = 6;

    public static TheoryData<string> Habits => [.. DeskBehaviours.All.Select(told => told.Name)];

    public static TheoryData<string> Returned => [.. DeskBehaviours.Bounces.Keys];

    [Theory]
    [MemberData(nameof(Habits))]
    public void What_an_address_was_told_to_do_is_what_the_report_says(string name)
    {
        var told = DeskBehaviours.All.Single(one => one.Name == name);
        var probe = run.Probe(name);
        Assert.Equal((told.Outcome, told.Reminded), (probe.Outcome, probe.Reminded is not null));
        Assert.Equal(Round(told.Acknowledged), Round(probe.Acknowledged));
        Assert.Equal(Round(told.Replied), Round(probe.Replied));
        Assert.Equal(told.Answered ?? (told.Outcome == ProbeOutcome.Resolved ? 3 : 0), probe.Answered);
        if (told.By is { } by) Assert.Equal(by, probe.Letters.First(letter => letter.Kind.StartsWith("reply", StringComparison.Ordinal)).By);
        var promise = run.Radar.Promises.SingleOrDefault(one => one.Probe == probe.Key && one.Due is not null);
        Assert.Equal(told.Promise, promise?.Fate);
    }

    [Theory]
    [MemberData(nameof(Returned))]
    public void Mail_that_comes_back_is_said_to_come_back_in_whichever_words(string name)
    {
        Assert.Equal(ProbeOutcome.Bounced, run.Probe(name).Outcome);
        var finding = Assert.Single(run.Findings(name));
        Assert.Equal(("radar.bounced", Verdict.Confirmed, Severity.High), (finding.Code, finding.Verdict, finding.Severity));
        Assert.NotNull(finding.Evidence[1].Sha256);
    }

    [Fact]
    public void What_is_refused_because_of_us_is_not_held_against_anybody()
    {
        Assert.Equal(ProbeOutcome.Blocked, run.Probe("blocked").Outcome);
        Assert.Equal(Verdict.CouldNotTell, Assert.Single(run.Findings("blocked")).Verdict);
    }

    [Fact]
    public void Silence_is_not_evidenced_and_what_waits_for_a_person_could_not_be_told()
    {
        Assert.Equal(("radar.no-reply", Verdict.NotEvidenced), run.Findings("silent").Select(finding => (finding.Code, finding.Verdict)).Single());
        Assert.Equal(("radar.unclear", Verdict.CouldNotTell), run.Findings("likely").Select(finding => (finding.Code, finding.Verdict)).Single());
        Assert.Contains(run.Findings("ackonly"), finding => finding is { Code: "radar.acknowledged-only", Verdict: Verdict.NotEvidenced });
        Assert.Contains(run.Findings("unread"), finding => finding is { Code: "radar.not-read", Rule.Code: "ddg-5" });
        Assert.Contains(run.Findings("broken"), finding => finding.Code == "radar.promise-broken");
        Assert.Contains(run.Findings("never"), finding => finding.Code == "radar.promise-broken");
        Assert.Contains(run.Findings("kept"), finding => finding is { Code: "radar.promise-kept", Severity: Severity.Praise });
        Assert.Contains(run.Findings("loop"), finding => finding.Code == "radar.loop");
        Assert.Contains(run.Findings("partial"), finding => finding is { Code: "radar.questions-open", Verdict: Verdict.NotEvidenced });
        Assert.Contains(run.Findings("forgetful"), finding => finding.Code == "radar.context-lost");
        Assert.Contains(run.Findings("prompt"), finding => finding is { Code: "radar.prompt", Severity: Severity.Praise });
        Assert.Contains(run.Findings("newthread"), finding => finding.Code == "radar.new-thread");
        Assert.DoesNotContain(run.Report.Findings, finding => finding.Severity > Severity.Notice && finding.Subject.StartsWith("prompt", StringComparison.Ordinal));
    }

    [Fact]
    public void The_curve_is_that_of_what_was_told()
    {
        var told = DeskBehaviours.All.Where(one => one.Outcome != ProbeOutcome.Unclear).Select(one =>
            one.Outcome == ProbeOutcome.Unread ? new Observation(0.05, 3) : one is { Replied: { } replied, Reminded: false } ? new Observation(replied, 1) : new Observation(one.Reminded ? 168 : 336, 0));
        var likely = new Observation(9, 0);
        var returned = DeskBehaviours.Bounces.Keys.Select(_ => new Observation(0, 2));
        var expected = CumulativeIncidence.Of([.. told, likely, .. returned], 1);
        var curve = run.Radar.ByClock;
        Assert.Equal((expected.Count, expected.Points.Sum(point => point.Events), 20, 1), (curve.Measured, curve.Replied, curve.Bounced, curve.Unread));
        Assert.Equal(expected.Points.Count, curve.Points.Count);
        foreach (var (wanted, found) in expected.Points.Zip(curve.Points))
        {
            Assert.Equal((wanted.Time, wanted.Incidence), (found.Hours, found.Replied));
            Assert.Equal(double.IsNaN(wanted.Band.Lower) ? null : wanted.Band.Lower, found.Lower);
        }
        Assert.Equal(expected.At(24), curve.Shares.Single(share => share.Words == "1 day").Share);
        Assert.Null(curve.MedianHours);
    }

    [Fact]
    public void The_reminder_gains_what_it_was_told_to_gain()
    {
        var reminded = DeskBehaviours.All.Count(told => told.Reminded);
        Assert.Equal((reminded, 2, 1, 1), (run.Radar.FollowUp.Sent, run.Radar.FollowUp.Gained, run.Radar.FollowUp.ContextKept, run.Radar.FollowUp.ContextLost));
    }

    [Fact]
    public void The_run_is_valid_and_took_less_than_two_minutes()
    {
        Assert.True(run.Radar.IsValid, run.Radar.Validity);
        Assert.True(run.Took < TimeSpan.FromMinutes(2), run.Took.ToString());
    }

    [Fact]
    public void No_address_had_more_mail_than_three_and_no_mail_suppresses_an_acknowledgement()
    {
        _ = run.Report;
        var received = run.Rehearsal!.Desk.Received.ToList();
        Assert.All(received.GroupBy(one => one.Route), group => Assert.InRange(group.Count(), 1, 3));
        Assert.All(received, one => Assert.DoesNotContain(one.Letter.Headers, header => header.Name.ToUpperInvariant() is "AUTO-SUBMITTED" or "PRECEDENCE" or "X-AUTO-RESPONSE-SUPPRESS" || header.Name.StartsWith("List-", StringComparison.OrdinalIgnoreCase)));
        Assert.All(received, one => Assert.Equal("Rosa Lind", one.Letter.From[0].Name));
        Assert.Equal(received.Count, received.Select(one => (one.Route, one.Letter.MessageId)).Distinct().Count());
    }

    [Fact]
    public void Who_objects_has_no_more_mail_not_even_the_closing_one()
    {
        _ = run.Report;
        Assert.Single(run.Rehearsal!.Desk.Received, one => one.Route.StartsWith("objecting", StringComparison.Ordinal));
        Assert.Contains($"objecting@{DeskLetters.House}", File.ReadAllText(Path.Combine(run.Rehearsal.Ledger.FullName, "objections.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_written_in_all_its_forms_and_read_again()
    {
        await ReportWriter.WriteAsync(run.Report, run.Rehearsal!.Run, TestContext.Current.CancellationToken);
        var again = await ReportWriter.ReadAsync(new(Path.Combine(run.Rehearsal.Run.FullName, "report.json")), TestContext.Current.CancellationToken);
        Assert.Equal(run.Radar.Probes.Count, again.Radar!.Probes.Count);
        Assert.Equal(run.Radar.Probes.Count + 1, File.ReadAllLines(Path.Combine(run.Rehearsal.Run.FullName, "probes.csv")).Length);
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(ReportSchema.Text, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(Path.Combine(run.Rehearsal.Run.FullName, "report.json"), TestContext.Current.CancellationToken)));
        if (Environment.GetEnvironmentVariable("BATON_KEEP_REPORT") is { } keep) File.Copy(Path.Combine(run.Rehearsal.Run.FullName, "report.html"), keep, overwrite: true);
    }

    private static double? Round(double? hours) => hours is { } value ? Math.Round(value, Digits) : null;
}
