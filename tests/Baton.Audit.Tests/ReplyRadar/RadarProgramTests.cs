using Baton.Testing;

namespace Baton.Audit.Tests;

/// <summary>The command as people start it, as a process, against real mail servers, by a fast clock.</summary>
[Collection(nameof(AloneWithSockets))]
public sealed class RadarProgramTests
{
    /// <summary>At such a speed a second of delay is nearly four hours.</summary>
    private const double LateHours = 20;

    private static readonly string[] Names = ["prompt", "prompt2", "prompt3", "silent", "silent2", "ackonly", "kept", "broken", "never", "newthread", "otherhouse", "rewritten", "likely", "away", "awayfirst", "unread", "partial", "reminded", "forgetful", "delayed", "objecting", "challenging"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_command_reports_in_all_its_forms_what_the_organisation_was_told_to_do()
    {
        Assert.SkipUnless(MailServers.Missing is null, MailServers.Missing ?? "");
        var returned = new Dictionary<string, string> { ["b1"] = DeskBehaviours.Bounces["b1"], ["b4"] = DeskBehaviours.Bounces["b4"], ["blocked"] = DeskBehaviours.Blocked };
        await using var organisation = await LiveOrganisation.StartAsync(Names, returned, DeskBehaviours.Of, Cancelled);
        organisation.Engage([.. Names, .. returned.Keys], "sendDays: 1\n  waitDays: 7\n  followUpDays: 5");
        await using (var radar = organisation.Radar()) Assert.True(await radar.EndAsync(Cancelled) == 0, radar.Output);

        var report = await ReportWriter.ReadAsync(new(Path.Combine(organisation.Run.FullName, "report.json")), Cancelled);
        Assert.True(report.Radar!.IsValid, report.Radar.Validity);
        Assert.Contains(report.NotTested, not => not.Why.Contains("rehearsal", StringComparison.Ordinal));
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(ReportSchema.Text, Cancelled);
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(Path.Combine(organisation.Run.FullName, "report.json"), Cancelled)));
        var table = (await File.ReadAllLinesAsync(Path.Combine(organisation.Run.FullName, "probes.csv"), Cancelled)).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[1], row => row[4]);
        var page = await File.ReadAllTextAsync(Path.Combine(organisation.Run.FullName, "report.html"), Cancelled);

        var told = DeskBehaviours.All.Where(one => Names.Contains(one.Name)).Concat(returned.Keys.Select(name => new Told(name, name == "blocked" ? ProbeOutcome.Blocked : ProbeOutcome.Bounced))).ToList();
        Assert.Equal(told.Select(one => $"{one.Name}@{DeskLetters.House} {one.Outcome}").Order(StringComparer.Ordinal), report.Radar.Probes.Select(probe => $"{probe.Route} {probe.Outcome}").Order(StringComparer.Ordinal));
        foreach (var one in told)
        {
            var route = $"{one.Name}@{DeskLetters.House}";
            var probe = report.Radar.Probes.Single(probe => probe.Route == route);
            Assert.Equal(ReportWord(probe.Outcome), table[route]);
            Assert.Contains(route, page, StringComparison.Ordinal);
            Assert.Equal(one.Answered ?? (one.Outcome == ProbeOutcome.Resolved ? 3 : 0), probe.Answered);
            if (one.Replied is { } hours) Assert.InRange(probe.Replied!.Value - (one.Reminded ? probe.Reminded!.Value - 168 : 0), hours - 0.01, hours + LateHours);
            Assert.Equal(one.Promise, report.Radar.Promises.SingleOrDefault(promise => promise.Route == route && promise.Due is not null)?.Fate);
        }

        // What waited for a person, a person says at the command line; the report follows.
        var letters = await organisation.AuditAsync(Cancelled, "reply-radar", "letters", organisation.Run.FullName);
        var (code, said) = await organisation.AuditAsync(Cancelled, "reply-radar", "confirm", organisation.Run.FullName, letters.Output[..12], "--by", "Rosa Lind");
        Assert.True(code == 0, said);
        var after = (await ReportWriter.ReadAsync(new(Path.Combine(organisation.Run.FullName, "report.json")), Cancelled)).Radar!;
        Assert.Equal(ProbeOutcome.Resolved, after.Probes.Single(probe => probe.Route == $"likely@{DeskLetters.House}").Outcome);
        Assert.Equal(report.Radar.ByClock.Replied + 1, after.ByClock.Replied);
        Assert.Contains("Rosa Lind on ", (await organisation.AuditAsync(Cancelled, "reply-radar", "letters", organisation.Run.FullName)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_radar_obeys_a_stop_the_stop_list_and_an_abort_and_goes_on_after_a_kill()
    {
        Assert.SkipUnless(MailServers.Missing is null, MailServers.Missing ?? "");
        var names = Enumerable.Range(1, 16).Select(number => $"silent{number}").ToList();
        await using var organisation = await LiveOrganisation.StartAsync(names, new Dictionary<string, string>(), (_, _) => [], Cancelled);
        const string Plan = "sendDays: 6\n  waitDays: 14\n  followUpDays: 0";
        organisation.Engage(names, Plan);
        var radar = organisation.Radar();
        await ReceivedAsync(organisation, 3, radar);

        Assert.Equal(0, (await organisation.AuditAsync(Cancelled, "stop", "Rosa: enough", "--audits", "rehearsals")).ExitCode);
        await PassAsync(1.5);
        var before = Received(organisation).Count;
        await PassAsync(5);
        Assert.Equal(before, Received(organisation).Count);
        Assert.Contains("All writing is stopped: Rosa: enough", radar.Output, StringComparison.Ordinal);

        // What is killed and started again is still stopped, and asks nobody twice when it is allowed again.
        await radar.DisposeAsync();
        radar = organisation.Radar();
        await PassAsync(4);
        Assert.Equal(before, Received(organisation).Count);
        Assert.Contains("Going on after", radar.Output, StringComparison.Ordinal);
        var spared = names.Select(name => $"{name}@{DeskLetters.House}").Except(Received(organisation)).ToList()[..2];
        organisation.Engage(names, Plan, $"stop: [{string.Join(", ", spared)}]");
        await organisation.AuditAsync(Cancelled, "resume", "--audits", "rehearsals");
        await ReceivedAsync(organisation, 9, radar);
        await radar.DisposeAsync();
        radar = organisation.Radar();
        await ReceivedAsync(organisation, 11, radar);
        Assert.Equal(Received(organisation).Count, Received(organisation).Distinct().Count());
        Assert.DoesNotContain(Received(organisation), spared.Contains);

        var (code, said) = await organisation.AuditAsync(Cancelled, "abort", "Rosa: over", "--yes", "--audits", "rehearsals");
        Assert.True(code == 0, said);
        Assert.NotEqual(0, await radar.EndAsync(Cancelled));
        Assert.False(Directory.Exists(organisation.Run.FullName));
        var last = Received(organisation).Count;
        await PassAsync(3);
        Assert.Equal(last, Received(organisation).Count);
        await radar.DisposeAsync();
    }

    [Fact]
    public async Task A_rehearsal_against_another_machine_is_refused()
    {
        Assert.SkipUnless(MailServers.Missing is null, MailServers.Missing ?? "");
        await using var organisation = await LiveOrganisation.StartAsync(["prompt"], new Dictionary<string, string>(), (_, _) => [], Cancelled);
        organisation.Engage(["prompt"], "sendDays: 1");
        await File.WriteAllTextAsync(organisation.Engagement.FullName, (await File.ReadAllTextAsync(organisation.Engagement.FullName, Cancelled)).Replace("smtp: { host: 127.0.0.1", "smtp: { host: mail.nordlicht.example", StringComparison.Ordinal), Cancelled);
        await using var radar = organisation.Radar();
        Assert.NotEqual(0, await radar.EndAsync(Cancelled));
        Assert.Contains("servers on this machine only", radar.Output, StringComparison.Ordinal);
        Assert.False(organisation.Run.Exists);
    }

    private static string ReportWord(ProbeOutcome outcome) => outcome.ToString().ToLowerInvariant();

    private static List<string> Received(LiveOrganisation organisation) => [.. organisation.Desk.Received.Select(one => one.Route)];

    private static Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, Cancelled);

    private static async Task ReceivedAsync(LiveOrganisation organisation, int count, BatonProgram radar)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (Received(organisation).Count < count && await look.WaitForNextTickAsync(Cancelled)) Assert.False(radar.HasEnded, radar.Output);
    }
}
