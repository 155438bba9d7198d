using System.Globalization;
using Baton.Mail;

namespace Baton.Audit;

/// <summary>
/// Writes the mails of a probe, under the auditor's true name and in the enquiry's language. None carries a header that would keep a help
/// desk from acknowledging it (Auto-Submitted, Precedence, List-*): they are what they look like, mails that a person answers for.
/// </summary>
internal static class ProbeLetters
{
    /// <summary>The enquiry.</summary>
    public static OutgoingLetter Opening(ProbePlan probe, Auditor auditor) =>
        Letter(probe, auditor, probe.Enquiry.Subject, Body(probe, auditor)) with { MessageId = Id(probe, WriteStep.Opening), AsksForReports = true };

    /// <summary>The same to a control mailbox.</summary>
    public static OutgoingLetter Twin(ProbePlan probe, Auditor auditor, ControlMailbox control, int number) =>
        Letter(probe, auditor, probe.Enquiry.Subject, Body(probe, auditor)) with { From = new(auditor.Name, probe.TwinFrom), To = [new("", control.Address)], MessageId = $"{probe.Key}.twin{number}.{probe.Token.ToLowerInvariant()}@{Domain(probe)}" };

    /// <summary>The reminder or the end, in the thread of the enquiry and with it quoted.</summary>
    public static OutgoingLetter Continuation(ProbePlan probe, Engagement engagement, MailSent opening, WriteStep step)
    {
        var words = ProbeWords.Of(probe.Enquiry.Language);
        var day = opening.At.ToString("d", CultureInfo.GetCultureInfo(probe.Enquiry.Language));
        var text = step == WriteStep.FollowUp ? string.Format(CultureInfo.InvariantCulture, words.Reminder, day) : engagement.Closing ?? words.Closing;
        var body = $"{words.Greeting}\n\n{text}\n\n{Signature(probe, engagement.Auditor)}";
        if (step == WriteStep.FollowUp) body += $"\n\n{string.Format(CultureInfo.InvariantCulture, words.Wrote, day, engagement.Auditor.Name)}\n{string.Join('\n', opening.Text.Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line))}";
        return Letter(probe, engagement.Auditor, "Re: " + probe.Enquiry.Subject, body) with { MessageId = Id(probe, step), InReplyTo = opening.MessageId, References = [opening.MessageId] };
    }

    private static OutgoingLetter Letter(ProbePlan probe, Auditor auditor, string subject, string text) => new(new LetterAddress(auditor.Name, probe.From), [new("", probe.Route)], subject, text);

    private static string Body(ProbePlan probe, Auditor auditor)
    {
        var words = ProbeWords.Of(probe.Enquiry.Language);
        return $"{words.Greeting}\n\n{probe.Enquiry.Opening}\n\n{string.Join('\n', probe.Enquiry.Questions.Select((question, index) => $"{index + 1}. {question.Ask}"))}\n\n{words.Thanks}\n\n{Signature(probe, auditor)}";
    }

    private static string Signature(ProbePlan probe, Auditor auditor)
    {
        var words = ProbeWords.Of(probe.Enquiry.Language);
        string?[] lines = [words.Regards, auditor.Name, auditor.Organisation, auditor.Page is { } page ? $"{words.Page}: {page.AbsoluteUri}" : null, $"{words.Reference} {probe.Token}"];
        return string.Join('\n', lines.Where(line => line is not null));
    }

    private static string Id(ProbePlan probe, WriteStep step) => $"{probe.Key}.{step.ToString().ToLowerInvariant()}.{probe.Token.ToLowerInvariant()}@{Domain(probe)}";

    private static string Domain(ProbePlan probe) => AddressSyntax.Domain(probe.From);
}
