using Baton.Audit;

namespace Baton.EndToEnd.Tests;

/// <summary>Runs of past months as the tools leave them: a fault that stays, one that went, one that came, and praise.</summary>
internal static class PastRuns
{
    public const string Target = "https://harbour-books.example/";

    private static readonly AuditRule Rule = new("ecd-5-1-c", RuleKind.Law, "Directive 2000/31/EC (e-commerce), Article 5(1)(c)", "A provider gives the details by which it can be contacted rapidly, its e-mail address among them.", "Providers established in the EU.", "https://eur-lex.europa.eu/eli/dir/2000/31/oj", new(2002, 1, 17), new(2026, 11, 23));

    public static async Task WriteAsync(string audits, CancellationToken cancellationToken)
    {
        var first = new DateTimeOffset(2026, 8, 3, 7, 30, 0, TimeSpan.Zero);
        Finding[] dead = [Of("email.dead-domain", "press@harbour-book.example", Severity.High, "Mail to press@harbour-book.example cannot arrive.")];
        Finding[] captcha = [Of("form.short", "https://harbour-books.example/send", Severity.Low, "The form takes 200 characters.")];
        Finding[] duty = [Of("duty.ecd-5-1-c", "harbour-books.example", Severity.High, "Not evidenced: an e-mail address and a second rapid, direct means.") with { Verdict = Verdict.NotEvidenced, Rule = Rule }];
        Finding[] scripts = [Of("email.needs-scripts", "help@harbour-books.example", Severity.Medium, "help@harbour-books.example shows only where scripts run.")];
        Finding[] praise = [Of("praise.plain-address", "hello@harbour-books.example", Severity.Praise, "hello@harbour-books.example is plain, near and readable for everybody.") with { Advice = "" }];
        Finding[][] runs = [[.. dead, .. captcha, .. duty, .. scripts], [.. dead, .. captcha, .. duty, .. praise], [.. dead, .. captcha, .. praise], [.. captcha, .. scripts, .. praise]];
        for (var run = 0; run < runs.Length; run++)
        {
            var at = first.AddDays(28 * run);
            var folder = new DirectoryInfo(Path.Combine(audits, "harbour-books.example", $"{at:yyyyMMdd-HHmmss}"));
            using (await RunFolder.OpenAsync(folder, new(EmailFinder.Tool, Target, at) { Engagement = "Autumn check" }, cancellationToken))
            {
            }
            await ReportWriter.WriteAsync(
                new(1, EmailFinder.Tool, Target, at, at.AddMinutes(4), "Baton") { Engagement = "Autumn check", Coverage = new(64, 0, 0, 0, [], 0, 0, 0), Findings = runs[run], Routes = [], Domains = [], NotTested = [new("Pages behind a sign-in", "The audit has no account.")] },
                folder, cancellationToken);
        }
    }

    private static Finding Of(string code, string subject, Severity severity, string title) =>
        new(code, subject, Verdict.Confirmed, severity, title, "Who relies on it does not get through.", [new($"what was seen: {subject}", new("https://harbour-books.example/contact"), new(2026, 8, 3, 7, 31, 0, TimeSpan.Zero)) { Where = "main > p" }], "Mend it wherever it stands.");
}
