using System.Text.Json;
using NJsonSchema;

namespace Baton.Audit.Tests;

public sealed class ReportFormTests(AuditedOrganisation audited) : IClassFixture<AuditedOrganisation>
{
    [Fact]
    public void The_published_schema_is_the_one_in_the_program()
    {
        using var stream = typeof(ReportFormTests).Assembly.GetManifestResourceStream("audit-report.schema.json")!;
        using var reader = new StreamReader(stream);
        Assert.Equal(ReportSchema.Text, reader.ReadToEnd());
    }

    [Fact]
    public async Task A_report_fits_its_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(ReportSchema.Text, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(JsonSerializer.Serialize(audited.Report, AuditJson.Files.AuditReport)));
    }

    [Fact]
    public void What_a_page_says_cannot_become_part_of_the_report_or_a_formula_in_a_table()
    {
        var finding = new Finding("x", "=HYPERLINK(\"http://evil\")", Verdict.Confirmed, Severity.High, "<script>alert(1)</script>", "\"><img src=x>", [new("<b>quote</b>", new Uri("https://a.example/?a=%22%3E"), DateTimeOffset.UnixEpoch)], "a,b\n\"c\"");
        var report = audited.Report with { Findings = [finding] };
        var html = HtmlReport.Write(report);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>quote", html, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", ReportCsv.Findings(report), StringComparison.Ordinal);
        Assert.Contains("\"a,b\n\"\"c\"\"\"", ReportCsv.Findings(report), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_have_a_line_for_each_finding_and_each_route()
    {
        Assert.Equal(audited.Report.Findings.Count + 1, ReportCsv.Findings(audited.Report).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(audited.Report.Routes.Count + 1, ReportCsv.Routes(audited.Report).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
