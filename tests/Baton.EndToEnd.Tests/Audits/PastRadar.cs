using System.Text;
using Baton.Audit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.EndToEnd.Tests;

/// <summary>A finished run of the Reply Radar with two enquiries: one was answered in its thread, the other perhaps by a letter that a person must place.</summary>
internal static class PastRadar
{
    public const string Target = "https://lantern-lamps.example/";

    private const string Engagement = """
        name: Lantern check
        auditor: { name: Rosa Lind, email: rosa@pruefer.example, page: "https://pruefer.example/audit" }
        audited: { organisation: Lantern Lamps, countries: [IE] }
        from: 2020-01-01
        to: 2099-12-31
        hosts: [lantern-lamps.example]
        mailboxes: [help@lantern-lamps.example, orders@lantern-lamps.example]
        radar:
          from: rosa@pruefer.example
          smtp: { host: 127.0.0.1, security: none }
          imap: { host: 127.0.0.1, security: none }
          controls: [{ address: twin@control.example, imap: { host: 127.0.0.1, security: none } }]
          enquiries: [returns]
        authorisation: { signedBy: Ole Hansen, signedOn: 2026-01-05, byAudited: true, legalBasis: { text: "Order of the managing director of Lantern Lamps", enteredBy: Rosa Lind, enteredOn: 2026-01-05 } }
        """;

    public static async Task WriteAsync(string audits, CancellationToken cancellationToken)
    {
        var clock = new Earlier();
        var radar = new ReplyRadar(clock, NullLoggerFactory.Instance);
        var engagement = await EngagementFile.ParseAsync("engagement.yaml", Engagement, cancellationToken);
        var plan = radar.Plan(engagement);
        var folder = new DirectoryInfo(Path.Combine(audits, "lantern-lamps.example", "radar"));
        using (var run = await RadarFolder.OpenAsync(folder, new(ReplyRadar.Tool, Target, clock.GetUtcNow()) { Engagement = engagement.Name }, cancellationToken))
        {
            run.Add(new PlanMade(clock.GetUtcNow(), Convert.ToBase64String(new byte[32]), plan));
            foreach (var probe in plan.Probes)
            {
                run.Add(new MailSent(probe.SendAt, probe.Key, WriteStep.Opening, $"{probe.Key}@pruefer.example", probe.Enquiry.Subject, probe.Enquiry.Opening, "250 Ok", "legal basis"));
                run.Add(new TwinSent(probe.SendAt, probe.Key, "twin@control.example", $"{probe.Key}.twin@pruefer.example"));
                run.Add(new TwinArrived(probe.SendAt.AddMinutes(1), probe.Key, "twin@control.example", IsSpam: false));
            }
            Letter(run, plan.Probes[0], "In-Reply-To", needsConfirmation: false, "Re: " + plan.Probes[0].Enquiry.Subject, plan.Probes[0].Key);
            Letter(run, plan.Probes[1], "likeness", needsConfirmation: true, "Your question about our lamps", null);
            run.Add(new RunEnded(plan.Until));
        }
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, RadarRecord.EngagementFileName), Engagement, cancellationToken);
        await new PersonsWord(new ReplyRadar(TimeProvider.System, NullLoggerFactory.Instance), TimeProvider.System).ReportAsync(await RadarRecord.ReadAsync(folder, cancellationToken), null, cancellationToken);
    }

    private static void Letter(RadarFolder run, ProbePlan probe, string by, bool needsConfirmation, string subject, string? answers)
    {
        var raw = $"From: Una Byrne <una@{(answers is null ? "lamps-desk.example" : "lantern-lamps.example")}>\r\nTo: rosa@pruefer.example\r\nSubject: {subject}\r\nMessage-ID: <{probe.Key}.reply@lantern-lamps.example>\r\n{(answers is null ? "" : $"In-Reply-To: <{answers}@pruefer.example>\r\n")}User-Agent: Mozilla Thunderbird\r\n\r\nHello Rosa,\r\n\r\n1. 30 days after it arrived.\r\n2. We pay the postage.\r\n3. Five working days.\r\n\r\nUna\r\n";
        var sha256 = run.Keep(Encoding.UTF8.GetBytes(raw));
        run.Add(new LetterCame(probe.SendAt.AddHours(6), sha256, probe.Key, by, needsConfirmation ? 0.71 : 1, "Subject: " + subject, needsConfirmation, needsConfirmation ? [run.Events.OfType<PlanMade>().First().Plan.Probes[0].Key] : []));
    }

    /// <summary>Six weeks ago: everything of the run has happened.</summary>
    private sealed class Earlier : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(-42);
    }
}
