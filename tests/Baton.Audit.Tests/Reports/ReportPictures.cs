using System.Diagnostics;

namespace Baton.Audit.Tests;

/// <summary>Makes the picture of a report for the docs; run on demand by eng/screenshots.sh, which says where to.</summary>
public sealed class ReportPictures(AuditedOrganisation audited) : IClassFixture<AuditedOrganisation>
{
    [Fact(Explicit = true)]
    public async Task A_report_is_drawn()
    {
        var folder = Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") ?? throw new InvalidOperationException("BATON_SCREENSHOTS names the folder for the pictures.");
        var report = audited.Report with { StartedAt = audited.Report.FinishedAt.AddSeconds(-94) };
        var page = Path.Combine(Path.GetTempPath(), $"baton-report-{Environment.ProcessId}.html");
        await File.WriteAllTextAsync(page, HtmlReport.Write(report).Replace($":{audited.Organisation.Port}", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1180,1500", $"--screenshot={Path.Combine(folder, "audit-report.png")}", page];
        using var browser = Process.Start(new ProcessStartInfo("/usr/bin/chromium", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.Delete(page);
        Assert.Equal(0, browser.ExitCode);
    }
}
