using Baton.Mail;

namespace Baton.Audit;

/// <summary>Probes as the report shows them.</summary>
internal static class ProbeResults
{
    public static ProbeResult Of(ProbeReading probe, WorkingCalendar calendar)
    {
        var course = probe.Course;
        var sent = course.Opening?.At;
        double? After(DateTimeOffset? at) => at is { } time && sent is { } from ? (time - from).TotalHours : null;
        return new(course.Plan.Key, course.Plan.Route, course.Plan.Enquiry.Language, course.Plan.Enquiry.Id, probe.Outcome, Why(probe), sent, sent is { } opened ? calendar.IsOpen(opened) : null, course.Plan.Enquiry.Questions.Count, course.Answers.Count(answer => answer is not null), [.. course.Letters.Select(Letter)])
        {
            Arrived = After(course.ArrivedAt),
            Acknowledged = After(course.Acknowledgement?.At),
            Replied = After(course.RepliedAt),
            RepliedWorking = course.RepliedAt is { } replied && sent is { } start ? calendar.Between(start, replied).TotalHours : null,
            Complete = After(course.CompleteAt),
            Resolved = After(course.ResolvedAt),
            Reminded = After(course.FollowUp?.At),
            Reference = course.Letters.Select(letter => letter.Outcome.Reference).FirstOrDefault(reference => reference is not null),
        };
    }

    /// <summary>A letter's kind in plain words.</summary>
    public static string Words(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Delivered => "delivered",
        OutcomeKind.Delayed => "delayed",
        OutcomeKind.Bounced => "bounce",
        OutcomeKind.Blocked => "refused because of us",
        OutcomeKind.Acknowledgement => "acknowledgement",
        OutcomeKind.OutOfOffice => "out of office",
        OutcomeKind.DispositionNotice => "reading confirmation",
        OutcomeKind.Challenge => "challenge",
        OutcomeKind.Complaint => "complaint",
        OutcomeKind.MachineReply => "written by a program",
        OutcomeKind.SubstantiveReply => "reply",
        OutcomeKind.HumanReply => "reply by a person",
        _ => "could not tell",
    };

    private static LetterResult Letter(LetterNote letter) => new(letter.At, Words(letter.Outcome.Kind), letter.By, letter.House, letter.Quote, letter.Sha256);

    private static string Why(ProbeReading probe) => probe.Outcome switch
    {
        ProbeOutcome.NotSent => string.Join(' ', probe.Course.NotSent.First(not => not.Step == WriteStep.Opening).Reasons),
        ProbeOutcome.Void => "Its twins did not reach the control mailboxes, so its silence says nothing.",
        ProbeOutcome.Blocked => $"{probe.Course.Block!.Outcome.Failure?.Words} That is about the sender, not the organisation.",
        ProbeOutcome.Bounced => probe.Course.Bounce!.Outcome.Failure?.Words ?? "It came back.",
        ProbeOutcome.Unread => "An automatic answer says that nobody reads this mailbox.",
        ProbeOutcome.Waiting => probe.Course.Opening is null ? "It has not been sent yet." : "Nothing has come yet; there is still time.",
        ProbeOutcome.Silent => "Nothing came.",
        ProbeOutcome.Acknowledged => "It was acknowledged and not answered.",
        ProbeOutcome.Unclear => probe.Course.Unconfirmed.Count > 0 ? "A letter may belong to it; a person has to say so." : "A letter came that could not be told.",
        ProbeOutcome.Replied => "A reply came; not for every question an answer was seen.",
        ProbeOutcome.Answered => "All questions were answered; something was left open.",
        _ => "All questions were answered.",
    };
}
