using Baton.Mail;
using Baton.Testing;

namespace Baton.Audit.Tests;

/// <summary>Runs that are stopped, blind, aborted, or in need of a person.</summary>
public sealed class RadarCourseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Task<Rehearsal> StartAsync(params string[] names)
    {
        Assert.SkipUnless(MailServers.Missing is null, MailServers.Missing ?? "");
        return Rehearsal.StartAsync(names, new Dictionary<string, string>(), DeskBehaviours.Of, Cancelled);
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_and_asks_nothing_twice()
    {
        string[] names = ["prompt", "broken", "silent", "reminded", "kept"];
        await using var rehearsal = await StartAsync(names);
        var yaml = Rehearsal.Yaml(names);
        foreach (var hours in new[] { 30.0, 100, 260 }) Assert.Null(await rehearsal.RunAsync(yaml, new DateTimeOffset(2025, 6, 2, 6, 0, 0, TimeSpan.Zero).AddHours(hours), Cancelled));
        var report = await rehearsal.RunAsync(yaml, null, Cancelled);
        foreach (var told in DeskBehaviours.All.Where(told => names.Contains(told.Name)))
        {
            var probe = report!.Radar!.Probes.Single(one => one.Route == $"{told.Name}@{DeskLetters.House}");
            Assert.Equal((told.Outcome, told.Reminded), (probe.Outcome, probe.Reminded is not null));
            Assert.Equal(told.Replied, probe.Replied is { } replied ? Math.Round(replied, 6) : null);
        }
        Assert.All(rehearsal.Desk.Received.GroupBy(one => (one.Route, one.Letter.MessageId)), group => Assert.Single(group));
        Assert.Equal(names.Length, rehearsal.Desk.Received.Count(one => one.Letter.InReplyTo.Count == 0));
    }

    [Fact]
    public async Task Where_control_mails_do_not_arrive_nobody_is_called_silent()
    {
        string[] names = ["silent", "silent2", "prompt"];
        await using var rehearsal = await StartAsync(names);

        // Nobody reads at this address of the control mailbox's house: the twins come back.
        var report = (await rehearsal.RunAsync(Rehearsal.Yaml(names).Replace("address: " + Rehearsal.Control, "address: gone@control.example", StringComparison.Ordinal), null, Cancelled, "gone@control.example"))!;
        Assert.False(report.Radar!.IsValid);
        Assert.Contains(report.Findings, finding => finding.Code == "radar.invalid");
        Assert.All(report.Findings.Where(finding => finding.Code == "radar.no-reply"), finding => Assert.Equal(Verdict.CouldNotTell, finding.Verdict));
        Assert.DoesNotContain(report.Findings, finding => finding.Severity > Severity.Notice);
        Assert.Equal(ProbeOutcome.Resolved, report.Radar.Probes.Single(probe => probe.Route.StartsWith("prompt", StringComparison.Ordinal)).Outcome);
    }

    [Fact]
    public async Task What_a_person_confirms_counts_and_what_is_recorded_by_hand_too()
    {
        string[] names = ["likely", "silent"];
        await using var rehearsal = await StartAsync(names);
        var yaml = Rehearsal.Yaml(names);
        var before = (await rehearsal.RunAsync(yaml, null, Cancelled))!;
        Assert.Equal([ProbeOutcome.Silent, ProbeOutcome.Unclear], before.Radar!.Probes.Select(probe => probe.Outcome).Order());

        var record = await RadarRecord.ReadAsync(rehearsal.Run, Cancelled);
        var words = new PersonsWord(new ReplyRadar(rehearsal.Time, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance), rehearsal.Time);
        var letter = Assert.Single(WaitingLetter.Of(record));
        Assert.StartsWith("likely@", letter.Candidates[0].Route, StringComparison.Ordinal);
        await words.PlaceAsync(record, letter.Sha256[..12], "", "Rosa", Cancelled);
        var placed = Assert.Single(WaitingLetter.Of(await RadarRecord.ReadAsync(rehearsal.Run, Cancelled))).Placed!;
        Assert.Equal(("Rosa", rehearsal.Time.GetUtcNow()), (placed.Person, placed.At));
        var silent = before.Radar.Probes.Single(probe => probe.Outcome == ProbeOutcome.Silent);
        await words.RecordAsync(record, silent.Key, silent.SentAt!.Value.AddHours(10), "answered by telephone", "Rosa", Cancelled);
        var engagement = await EngagementFile.ParseAsync("engagement.yaml", yaml, Cancelled);
        var after = (await words.ReportAsync(record, engagement, Cancelled))!.Radar!;
        Assert.Equal((ProbeOutcome.Resolved, 9.0), after.Probes.Where(probe => probe.Route.StartsWith("likely", StringComparison.Ordinal)).Select(probe => (probe.Outcome, Math.Round(probe.Replied!.Value, 6))).Single());
        Assert.Equal((ProbeOutcome.Replied, 10.0), after.Probes.Where(probe => probe.Key == silent.Key).Select(probe => (probe.Outcome, Math.Round(probe.Replied!.Value, 6))).Single());
        Assert.Equal(before.Radar.ByClock.Replied + 2, after.ByClock.Replied);

        // A person may be wrong, and says so: the last word holds.
        await words.PlaceAsync(record, letter.Sha256, null, "Ole", Cancelled);
        Assert.Equal(before.Radar.ByClock.Replied + 1, (await words.ReportAsync(record, engagement, Cancelled))!.Radar!.ByClock.Replied);
        await Assert.ThrowsAsync<RadarException>(() => words.PlaceAsync(record, letter.Sha256, "no-such-key", "Ole", Cancelled));
        await Assert.ThrowsAsync<RadarException>(() => words.PlaceAsync(record, letter.Sha256, "", " ", Cancelled));
    }

    [Fact]
    public async Task A_second_enquiry_to_an_address_waits_for_the_end_of_the_first()
    {
        string[] names = ["silent", "prompt"];
        await using var rehearsal = await StartAsync(names);
        var report = (await rehearsal.RunAsync(Rehearsal.Yaml(names, more: "  probesPerRoute: 2\n  sendDays: 3\n  waitDays: 10\n  followUpDays: 0").Replace("perRoute: 1", "perRoute: 2", StringComparison.Ordinal), null, Cancelled))!;
        foreach (var route in report.Radar!.Probes.GroupBy(probe => probe.Route))
        {
            var sent = route.Select(probe => probe.SentAt!.Value).Order().ToList();
            Assert.True(sent[1] - sent[0] >= TimeSpan.FromDays(10), route.Key);
        }
    }

    [Fact]
    public async Task To_abort_deletes_everything_but_the_count_and_the_objections()
    {
        string[] names = ["prompt", "objecting"];
        await using var rehearsal = await StartAsync(names);
        await rehearsal.RunAsync(Rehearsal.Yaml(names), null, Cancelled);
        var archive = new AuditArchive(Microsoft.Extensions.Options.Options.Create(new AuditOptions { Folder = rehearsal.Ledger.Parent!.FullName }), TimeProvider.System);
        var (deleted, held) = await new AuditDeletion(archive, TimeProvider.System).AbortAndDeleteAsync(_ => true, "Rosa: over", Cancelled);
        Assert.Equal((1, 0), (deleted.Count, held.Count));
        Assert.False(rehearsal.Run.Exists && rehearsal.Run.EnumerateFileSystemInfos().Any());
        using var ledger = new WriteLedger(rehearsal.Ledger);
        Assert.Equal([$"objecting@{DeskLetters.House}"], ledger.Objections);
        Assert.Equal(2, (await ledger.EntriesAsync(Cancelled)).Count(entry => entry.Step == WriteStep.Opening));
    }
}
