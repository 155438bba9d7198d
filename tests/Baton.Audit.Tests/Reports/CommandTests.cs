using Baton.Testing;

namespace Baton.Audit.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-diff-");

    [Theory]
    [InlineData("before", "after", 0, "https://a.example/, 2026-11-01 00:00 against 2026-11-02 00:00")]
    [InlineData("before/report.json", "after", 0, "against")]
    [InlineData("before", "nothing", 2, "nothing")]
    [InlineData("before", ".", 2, "report.json")]
    public async Task A_run_is_named_by_its_folder_or_its_report(string before, string after, int code, string said)
    {
        var cancelled = TestContext.Current.CancellationToken;
        foreach (var (name, day) in new[] { ("before", 1), ("after", 2) })
        {
            DateTimeOffset at = new(2026, 11, day, 0, 0, 0, TimeSpan.Zero);
            var report = new AuditReport(1, EmailFinder.Tool, "https://a.example/", at, at, "Baton") { Coverage = new(10, 0, 0, 0, [], 0, 0, 0), Findings = [], Routes = [], Domains = [], NotTested = [] };
            await ReportWriter.WriteAsync(report, _folder.CreateSubdirectory(name), cancelled);
        }
        await using var program = BatonProgram.Start(_folder, ["audit", "diff", before, after]);
        Assert.Equal(code, await program.EndAsync(cancelled));
        Assert.Contains(said, program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_where_a_file_is_wanted_is_told_in_one_line()
    {
        await using var program = BatonProgram.Start(_folder, ["audit", "check", "."]);
        Assert.Equal(2, await program.EndAsync(TestContext.Current.CancellationToken));
        Assert.Contains("denied", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_of_which_nothing_can_be_read_ends_as_a_failure_and_still_has_a_report()
    {
        await using var program = BatonProgram.Start(_folder, ["audit", "email-finder", "http://127.0.0.1:9", "--out", "run", "--no-browser"]);
        Assert.Equal(2, await program.EndAsync(TestContext.Current.CancellationToken));
        Assert.Contains("No page could be read", program.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "run", "report.html")), program.Output);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
