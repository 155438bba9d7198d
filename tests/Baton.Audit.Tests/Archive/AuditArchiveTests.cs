using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Audit.Tests;

/// <summary>What an archive says of runs, findings over time, replies, and what is left after a deletion.</summary>
public sealed class AuditArchiveTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-archive-");
    private readonly FakeTimeProvider _time = new(Start);
    private readonly AuditArchive _archive;

    public AuditArchiveTests() => _archive = new(Options.Create(new AuditOptions { Folder = _folder.FullName }), _time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Finding Finding(string code, Severity severity = Severity.Medium) => new(code, "a.example", Verdict.Confirmed, severity, code, "", [], "");

    private DirectoryInfo Run(string name) => new(Path.Combine(_folder.FullName, "a.example", name));

    private Task<RunFolder> OpenAsync(string name, DateTimeOffset at, string? engagement = null) => RunFolder.OpenAsync(Run(name), new(EmailFinder.Tool, "https://a.example/", at) { Engagement = engagement }, Cancelled);

    private async Task FinishedAsync(string name, DateTimeOffset at, bool isComplete, params Finding[] findings)
    {
        using (await OpenAsync(name, at)) await ReportWriter.WriteAsync(Report(at, isComplete, findings), Run(name), Cancelled);
    }

    private static AuditReport Report(DateTimeOffset at, bool isComplete, params Finding[] findings) => new(1, EmailFinder.Tool, "https://a.example/", at, at, "Baton")
    {
        Coverage = new(10, 0, 0, 0, [], 0, 0, isComplete ? 0 : 1),
        Findings = findings,
        Routes = [],
        Domains = [],
        NotTested = [],
    };

    [Fact]
    public void A_finding_is_new_still_there_back_again_gone_or_not_seen_again()
    {
        var complete = FindingLife.Of([Report(Start, true, Finding("a"), Finding("b"), Finding("c")), Report(Start.AddDays(1), true, Finding("a"), Finding("c")), Report(Start.AddDays(2), true, Finding("a"), Finding("b"), Finding("d"))]);
        Assert.Equal(["a Still 3", "b Returned 2", "c Gone 2", "d New 1"], complete.Select(life => $"{life.Finding.Code} {life.State} {life.Runs}").Order(StringComparer.Ordinal));
        var blind = FindingLife.Of([Report(Start.AddDays(1), false), Report(Start, true, Finding("a"))]);
        Assert.Equal((LifeState.NotSeenAgain, Start, Start), (blind[0].State, blind[0].First, blind[0].Last));
        Assert.Empty(FindingLife.Of([]));
    }

    [Fact]
    public async Task Runs_under_way_interrupted_and_finished_are_told_apart()
    {
        await FinishedAsync("1", Start, true, Finding("a"));
        using (await OpenAsync("2", Start.AddDays(1)))
        {
        }
        using var running = await OpenAsync("3", Start.AddDays(2));
        running.Tell(new(12, 30, Start.AddDays(2)));

        var subject = Assert.Single(await _archive.SubjectsAsync(Cancelled));
        Assert.Equal([RunState.Running, RunState.Interrupted, RunState.Finished], subject.Runs.Select(run => run.State));
        Assert.Equal((12, 30), (subject.Runs[0].Progress!.Done, subject.Runs[0].Progress!.Waiting));
        Assert.Equal("a.example/1", subject.Newest?.Id);
        await Assert.ThrowsAsync<RunFolderException>(() => OpenAsync("3", Start));
    }

    [Fact]
    public async Task A_reply_goes_into_the_newest_report_and_only_about_what_it_found()
    {
        await FinishedAsync("1", Start, true, Finding("a"));
        var key = AuditSubject.KeyOf(EmailFinder.Tool, "https://a.example/");
        Assert.NotNull(await _archive.ReplyAsync(key, "b", "a.example", "No.", "Una", null, Cancelled));
        Assert.NotNull(await _archive.ReplyAsync(key, "a", "a.example", " ", "Una", null, Cancelled));
        Assert.Null(await _archive.ReplyAsync(key, "a", "a.example", "Mended today.", "Una", "Rosa", Cancelled));
        var written = await ReportWriter.ReadAsync(new(Path.Combine(Run("1").FullName, ReportWriter.JsonFile)), Cancelled);
        Assert.Equal(("Mended today.", "Rosa"), (written.Replies![0].Text, written.Replies[0].EnteredBy));
    }

    [Fact]
    public void A_link_opens_its_subject_until_it_runs_out_and_its_secret_is_not_kept()
    {
        var key = AuditSubject.KeyOf(EmailFinder.Tool, "https://a.example/");
        var secret = _archive.Replies.Invite(key, "Rosa", TimeSpan.FromDays(2));
        Assert.Equal(key, _archive.Replies.SubjectOf(secret));
        Assert.Null(_archive.Replies.SubjectOf(secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A')));
        Assert.DoesNotContain(secret, File.ReadAllText(Path.Combine(_folder.FullName, "replies", $"{key}.links.jsonl")), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Null(_archive.Replies.SubjectOf(secret));
    }

    [Fact]
    public async Task Abort_and_delete_all_ends_what_runs_deletes_what_was_learned_and_keeps_objections()
    {
        await FinishedAsync("1", Start, true, Finding("a"));
        await _archive.ReplyAsync(AuditSubject.KeyOf(EmailFinder.Tool, "https://a.example/"), "a", "a.example", "Mended.", "Una", null, Cancelled);
        using (var ledger = new WriteLedger(_archive.Ledger)) await ledger.ObjectAsync("Help@a.example", Cancelled);
        var running = await OpenAsync("2", Start.AddDays(1));
        var told = Assert.ThrowsAsync<RunFolderException>(async () =>
        {
            while (true)
            {
                running.Tell(new(1, 1, Start));
                await Task.Yield();
            }
        }).ContinueWith(_ => running.Dispose(), Cancelled, TaskContinuationOptions.None, TaskScheduler.Default);

        var (deleted, held) = await new AuditDeletion(_archive, TimeProvider.System).AbortAndDeleteAsync(_ => true, "Rosa: they asked us to", Cancelled);
        await told;
        Assert.Equal((2, 0), (deleted.Count, held.Count));
        Assert.Empty(await _archive.SubjectsAsync(Cancelled));
        Assert.Equal([Path.Combine("ledger", "STOP"), Path.Combine("ledger", "objections.txt")], _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullName, file.FullName)).Order(StringComparer.Ordinal));
        using var after = new WriteLedger(_archive.Ledger);
        Assert.Equal(["help@a.example"], after.Objections);
        Assert.Equal("Rosa: they asked us to", after.Stopped);
    }

    [Fact]
    public async Task An_engagement_is_due_by_its_schedule_and_not_after_its_last_day()
    {
        _archive.EngagementFolder.Create();
        await File.WriteAllTextAsync(Path.Combine(_archive.EngagementFolder.FullName, "check.yaml"), "name: Check\nauditor: { name: Rosa Lind, email: rosa@pruefer.example }\naudited: { organisation: A }\nfrom: 2026-11-01\nto: 2026-11-20\nhosts: [a.example]\nevery: 7\n", Cancelled);
        var engagements = new AuditEngagements(_archive, _time);
        async Task<EngagementStatus> StatusAsync() => Assert.Single(await engagements.ListAsync(await _archive.SubjectsAsync(Cancelled), Cancelled));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), (await StatusAsync()).NextRun);
        using (await OpenAsync("1", Start, "Check"))
        {
        }
        Assert.Equal(Start.AddDays(7), (await StatusAsync()).NextRun);
        using (await OpenAsync("2", Start.AddDays(14), "Check"))
        {
        }
        Assert.Null((await StatusAsync()).NextRun);
    }

    [Fact]
    public async Task A_run_for_an_engagement_goes_on_with_one_that_was_interrupted()
    {
        await using var organisation = await FakeOrganisation.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["/"] = "<html lang='en'><title>Home</title><p>help@localhost.example</p></html>" });
        var archive = new AuditArchive(Options.Create(new AuditOptions { Folder = _folder.FullName, AllowPrivate = { "127.0.0.1", "::1" } }), _time);
        archive.EngagementFolder.Create();
        await File.WriteAllTextAsync(Path.Combine(archive.EngagementFolder.FullName, "check.yaml"), $"name: Check\nauditor: {{ name: Rosa Lind, email: rosa@pruefer.example }}\naudited: {{ organisation: A }}\nfrom: 2026-11-01\nto: 2026-11-20\nhosts: [localhost]\nsite: http://localhost:{organisation.Port}/\npace: 0\n", Cancelled);
        var before = new DirectoryInfo(Path.Combine(_folder.FullName, "localhost", "before"));
        using (await RunFolder.OpenAsync(before, new(EmailFinder.Tool, $"http://localhost:{organisation.Port}/", Start.AddHours(-3)) { Engagement = "Check" }, Cancelled))
        {
        }
        var engagements = new AuditEngagements(archive, _time);
        Assert.True(Assert.Single(await engagements.ListAsync(await archive.SubjectsAsync(Cancelled), Cancelled)).IsInterrupted);

        using var runner = new AuditRunner(archive, engagements, new EmailFinder(new AddressReader(TimeProvider.System), TimeProvider.System), _time, Microsoft.Extensions.Logging.Abstractions.NullLogger<AuditRunner>.Instance);
        await runner.RunAsync("check.yaml", "Rosa", Cancelled);
        var run = Assert.Single(Assert.Single(await archive.SubjectsAsync(Cancelled)).Runs);
        Assert.Equal(("localhost/before", RunState.Finished), (run.Id, run.State));
        await runner.RunAsync("check.yaml", "Rosa", Cancelled);
        Assert.Equal(2, Assert.Single(await archive.SubjectsAsync(Cancelled)).Runs.Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
