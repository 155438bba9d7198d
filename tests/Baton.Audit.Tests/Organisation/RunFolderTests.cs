namespace Baton.Audit.Tests;

/// <summary>Runs that are interrupted, repeated and compared.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-runs-");

    [Fact]
    public async Task An_interrupted_run_goes_on_where_it_stopped()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var organisation = await FakeOrganisation.StartAsync();
        using (var stop = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AuditedOrganisation.RunAsync(organisation, Sub("run"), organisation.Options, stop.Token, new StopAfter(20, stop)));
        }
        var before = organisation.Asked.Count;
        var report = await AuditedOrganisation.RunAsync(organisation, Sub("run"), organisation.Options, cancelled);
        var whole = await AuditedOrganisation.RunAsync(organisation, Sub("whole"), organisation.Options, cancelled);

        Assert.InRange(before, 20, 60);
        Assert.Equal(whole.Routes.Select(route => route.Target), report.Routes.Select(route => route.Target));
        Assert.Equal(whole.Findings.Select(finding => finding.Code), report.Findings.Select(finding => finding.Code));
        Assert.Single(organisation.Asked.Take(organisation.Asked.Count / 2), request => request == "GET /impressum");
    }

    [Fact]
    public async Task A_page_that_was_half_written_is_fetched_again()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var organisation = await FakeOrganisation.StartAsync();
        await AuditedOrganisation.RunAsync(organisation, Sub("run"), organisation.Options, cancelled);
        var file = Path.Combine(Sub("run").FullName, "pages.jsonl");
        var lines = await File.ReadAllLinesAsync(file, cancelled);
        await File.WriteAllTextAsync(file, string.Join('\n', lines[..30]) + "\n" + lines[30][..40], cancelled);

        var report = await AuditedOrganisation.RunAsync(organisation, Sub("run"), organisation.Options, cancelled);
        Assert.InRange(report.Coverage.Read, 84, 92);
    }

    [Fact]
    public async Task A_folder_with_another_run_is_refused()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using (await RunFolder.OpenAsync(Sub("run"), new(EmailFinder.Tool, "https://a.example/", DateTimeOffset.UnixEpoch), cancelled))
        {
        }
        await Assert.ThrowsAsync<RunFolderException>(() => RunFolder.OpenAsync(Sub("run"), new(EmailFinder.Tool, "https://b.example/", DateTimeOffset.UnixEpoch), cancelled));
    }

    [Fact]
    public async Task Two_runs_are_compared_new_still_there_and_gone()
    {
        var cancelled = TestContext.Current.CancellationToken;
        AuditReport before, after;
        await using (var organisation = await FakeOrganisation.StartAsync())
        {
            before = await AuditedOrganisation.RunAsync(organisation, Sub("before"), organisation.Options, cancelled);
            await ReportWriter.WriteAsync(before, Sub("before"), cancelled);
        }
        var pages = new Dictionary<string, string>(CompanyPages.All, StringComparer.Ordinal);
        pages["/presse"] = pages["/presse"].Replace("nordlich-moebel", "nordlicht-moebel", StringComparison.Ordinal);
        pages["/ueber-uns"] = pages["/ueber-uns"].Replace("<img src='/bilder/email-adresse.png' alt='E-Mail-Adresse'>", "<p>shop@gibt-es-nicht.de</p>", StringComparison.Ordinal);
        await using (var organisation = await FakeOrganisation.StartAsync(pages)) after = await AuditedOrganisation.RunAsync(organisation, Sub("after"), organisation.Options, cancelled);

        var read = await ReportWriter.ReadAsync(new FileInfo(Path.Combine(Sub("before").FullName, ReportWriter.JsonFile)), cancelled);
        var diff = ReportDiff.Between(read, after with { Target = read.Target });

        Assert.Equal(["email.dead-domain shop@gibt-es-nicht.de"], Names(diff.New, "email."));
        Assert.Equal(["email.dead-domain presse@nordlich-moebel.de", "email.picture /bilder/email-adresse.png"], Names(diff.Gone, "email."));
        Assert.Contains("email.dead-domain lager@tote-server.de", Names(diff.Still, "email."));
        Assert.Contains(diff.Routes, change => change is { Target: "presse@nordlicht-moebel.de", What: "appeared" });
        Assert.Contains(diff.Routes, change => change is { Target: "presse@nordlich-moebel.de", What: "vanished" });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Names(IEnumerable<Finding> findings, string start) => findings.Where(finding => finding.Code.StartsWith(start, StringComparison.Ordinal)).Select(finding => $"{finding.Code} {finding.Subject}");

    private DirectoryInfo Sub(string name) => new(Path.Combine(_folder.FullName, name));

    private sealed class StopAfter(int pages, CancellationTokenSource stop) : IProgress<CrawlProgress>
    {
        public void Report(CrawlProgress value)
        {
            if (value.Done >= pages) stop.Cancel();
        }
    }
}
