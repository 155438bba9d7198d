using Baton.Mail;

namespace Baton.Audit;

/// <summary>What a probe's course amounts to at a moment.</summary>
/// <param name="Course">The course.</param>
/// <param name="Now">The moment.</param>
/// <param name="Scope">How long things may take.</param>
internal sealed record ProbeReading(ProbeCourse Course, DateTimeOffset Now, RadarScope Scope)
{
    public TwinState Twin => Course.Twin(Now, TimeSpan.FromHours(Scope.TwinHours));

    /// <summary>It is no longer watched.</summary>
    public DateTimeOffset? WatchedUntil => Course.Opening is { } opening ? Earlier(opening.At.AddDays(Scope.WaitDays), Now) : null;

    private bool IsWatched => Course.Opening is { } opening && Now < opening.At.AddDays(Scope.WaitDays);

    /// <summary>A letter that could not be told, or one that waits for a person; nothing can be said about silence while there is one.</summary>
    public DateTimeOffset? UnclearSince => Course.Letters.Where(letter => letter.Outcome.Kind is OutcomeKind.CouldNotTell).Select(letter => (DateTimeOffset?)letter.At).Concat(Course.Unconfirmed.Select(letter => (DateTimeOffset?)letter.At)).Min();

    public ProbeOutcome Outcome =>
        Course.Opening is null ? Course.NotSent.Count > 0 ? ProbeOutcome.NotSent : ProbeOutcome.Waiting
        : Course.ResolvedAt is not null ? ProbeOutcome.Resolved
        : Course.CompleteAt is not null ? ProbeOutcome.Answered
        : Course.RepliedAt is not null ? ProbeOutcome.Replied
        : Course.Bounce is not null ? ProbeOutcome.Bounced
        : Course.Block is not null ? ProbeOutcome.Blocked
        : Course.Unread is not null ? ProbeOutcome.Unread
        : UnclearSince is not null ? ProbeOutcome.Unclear
        : Twin == TwinState.Missing ? ProbeOutcome.Void
        : IsWatched ? ProbeOutcome.Waiting
        : Course.Acknowledgement is not null ? ProbeOutcome.Acknowledged : ProbeOutcome.Silent;

    /// <summary>Whether it can be counted: it went out, mail like it arrives, and it was not refused because of us.</summary>
    public bool IsMeasured => Course.Opening is not null && Outcome is not (ProbeOutcome.Blocked or ProbeOutcome.Void);

    /// <summary>How long until the first reply, in hours, with what ended the waiting: 1 a reply, 2 a bounce, 3 "nobody reads this", 0 the end of observation or the reminder.</summary>
    public (double Hours, DateTimeOffset At, int Cause) Waiting(Func<DateTimeOffset, DateTimeOffset, double> hours)
    {
        var sent = Course.Opening!.At;

        // After the reminder a reply answers two mails: what it gains is told apart.
        var limit = Earlier(Course.FollowUp?.At ?? WatchedUntil!.Value, WatchedUntil!.Value);
        if (UnclearSince is { } unclear) limit = Earlier(limit, unclear);
        (DateTimeOffset? At, int Cause)[] ends = [(Course.RepliedAt, 1), (Course.Bounce?.At, 2), (Course.Unread?.At, 3)];
        foreach (var (at, cause) in ends)
        {
            if (at is { } end && end <= limit) return (hours(sent, end), end, cause);
        }
        return (hours(sent, limit), limit, 0);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
