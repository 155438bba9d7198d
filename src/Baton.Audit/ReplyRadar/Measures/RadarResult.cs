using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>How far a probe came: the last rung of its ladder, or what ended it.</summary>
[JsonConverter(typeof(WordConverter<ProbeOutcome>))]
public enum ProbeOutcome
{
    /// <summary>It was never sent: no leave, or our own server refused it.</summary>
    NotSent,

    /// <summary>Its twins did not arrive, so nothing can be said of the other side.</summary>
    Void,

    /// <summary>It was refused because of us. Not the other side's failure.</summary>
    Blocked,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>An automatic answer says that nobody reads this mailbox.</summary>
    Unread,

    /// <summary>It is still being watched and nothing came.</summary>
    Waiting,

    /// <summary>Nothing came in all the time it was watched.</summary>
    Silent,

    /// <summary>It was acknowledged and no more.</summary>
    Acknowledged,

    /// <summary>Something came that could not be told, or waits for a person's yes.</summary>
    Unclear,

    /// <summary>A reply came that leaves questions open.</summary>
    Replied,

    /// <summary>All questions were answered; something was left open.</summary>
    Answered,

    /// <summary>All questions were answered and nothing was left open.</summary>
    Resolved,
}

/// <summary>What the Reply Radar measured.</summary>
/// <param name="IsValid">Whether the twins show that mail like ours arrives. If not, nothing is said about silence.</param>
/// <param name="Validity">Why, in words.</param>
/// <param name="Seed">What fixed the plan.</param>
/// <param name="From">When the plan began.</param>
/// <param name="Until">Up to when it is judged.</param>
/// <param name="WaitDays">How long a probe is watched.</param>
/// <param name="WorkingTime">The organisation's hours, in words.</param>
/// <param name="Probes">Every probe.</param>
/// <param name="ByClock">First replies by wall clock.</param>
/// <param name="ByWorkingTime">First replies by the organisation's own hours.</param>
/// <param name="Comparisons">Whether groups differ.</param>
/// <param name="Promises">Promises made.</param>
/// <param name="FollowUp">What the reminder brought.</param>
public sealed record RadarResult(
    bool IsValid, string Validity, long Seed, DateTimeOffset From, DateTimeOffset Until, int WaitDays, string WorkingTime, IReadOnlyList<ProbeResult> Probes,
    ReplyCurve ByClock, ReplyCurve ByWorkingTime, IReadOnlyList<ReplyComparison> Comparisons, IReadOnlyList<PromiseResult> Promises, FollowUpResult FollowUp);

/// <summary>One probe. Times are hours after sending; null where it did not happen.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Route">The address.</param>
/// <param name="Language">Of the enquiry.</param>
/// <param name="Enquiry">Which one.</param>
/// <param name="Outcome">How far it came.</param>
/// <param name="Why">In one sentence.</param>
/// <param name="SentAt">When.</param>
/// <param name="InWorkingTime">Whether somebody worked then.</param>
/// <param name="Asked">How many questions.</param>
/// <param name="Answered">How many an answer was seen for.</param>
/// <param name="Letters">What came.</param>
public sealed record ProbeResult(string Key, string Route, string Language, string Enquiry, ProbeOutcome Outcome, string Why, DateTimeOffset? SentAt, bool? InWorkingTime, int Asked, int Answered, IReadOnlyList<LetterResult> Letters)
{
    /// <summary>First sign that it was taken in.</summary>
    public double? Arrived { get; init; }

    /// <summary>First acknowledgement.</summary>
    public double? Acknowledged { get; init; }

    /// <summary>First reply that says something.</summary>
    public double? Replied { get; init; }

    /// <summary>The same in the organisation's own working hours.</summary>
    public double? RepliedWorking { get; init; }

    /// <summary>The last question answered.</summary>
    public double? Complete { get; init; }

    /// <summary>Nothing left open.</summary>
    public double? Resolved { get; init; }

    /// <summary>The reminder.</summary>
    public double? Reminded { get; init; }

    /// <summary>The other side's number for the matter.</summary>
    public string? Reference { get; init; }
}

/// <summary>A letter that came.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Kind">What it is.</param>
/// <param name="By">What tied it to the probe.</param>
/// <param name="House">The sender's domain.</param>
/// <param name="Quote">How it begins.</param>
/// <param name="Sha256">Its raw copy.</param>
public sealed record LetterResult(DateTimeOffset At, string Kind, string By, string House, string Quote, string Sha256);

/// <summary>The share of enquiries with a reply by each time, and the shares that bounced or are not read instead (Aalen–Johansen).</summary>
/// <param name="Measured">How many probes it is made of.</param>
/// <param name="Replied">Ended by a reply.</param>
/// <param name="Bounced">Ended by a bounce.</param>
/// <param name="Unread">Ended by "nobody reads this".</param>
/// <param name="Censored">Still waiting when their watching or the time before the reminder ended.</param>
/// <param name="IsTooFewToTell">Under ten probes.</param>
/// <param name="MedianHours">When half had a reply; null is "not reached".</param>
/// <param name="Points">The curve.</param>
/// <param name="Shares">At the usual times.</param>
public sealed record ReplyCurve(int Measured, int Replied, int Bounced, int Unread, int Censored, bool IsTooFewToTell, double? MedianHours, IReadOnlyList<ReplyPoint> Points, IReadOnlyList<ReplyShare> Shares);

/// <summary>One step of a curve.</summary>
/// <param name="Hours">After sending.</param>
/// <param name="Replied">Share with a reply.</param>
/// <param name="Lower">Lower limit (95 %); null where none can be given.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Lost">Share that bounced or is not read.</param>
public sealed record ReplyPoint(double Hours, double Replied, double? Lower, double? Upper, double Lost);

/// <summary>The share with a reply by a usual time.</summary>
/// <param name="Words">The time in words.</param>
/// <param name="Hours">The time.</param>
/// <param name="Share">Null when nobody was observed that long.</param>
/// <param name="Lower">Lower limit (95 %).</param>
/// <param name="Upper">Upper limit.</param>
public sealed record ReplyShare(string Words, double Hours, double? Share, double? Lower, double? Upper);

/// <summary>A comparison of groups by the log-rank test; what ended otherwise counts as censored.</summary>
/// <param name="By">What they are grouped by.</param>
/// <param name="Groups">The groups.</param>
/// <param name="PValue">How often chance alone gives as much or more.</param>
/// <param name="IsTooFewToTell">Then the test means nothing.</param>
public sealed record ReplyComparison(string By, IReadOnlyList<ReplyGroup> Groups, double PValue, bool IsTooFewToTell);

/// <summary>A group of a comparison.</summary>
/// <param name="Name">Which.</param>
/// <param name="Count">Probes.</param>
/// <param name="Replied">With a reply.</param>
/// <param name="Expected">Replies it would have if no group differed.</param>
public sealed record ReplyGroup(string Name, int Count, int Replied, double Expected);

/// <summary>What became of a promise.</summary>
[JsonConverter(typeof(WordConverter<PromiseFate>))]
public enum PromiseFate
{
    /// <summary>A reply came in time.</summary>
    Kept,

    /// <summary>The time passed without one.</summary>
    Broken,

    /// <summary>The time has not passed.</summary>
    Open,

    /// <summary>No time was named, or what came could not be told.</summary>
    CouldNotTell,
}

/// <summary>A promise.</summary>
/// <param name="Probe">To which probe.</param>
/// <param name="Route">By whom.</param>
/// <param name="Given">When it was given.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Due">When it fell due, read in the organisation's favour; null when no time was named.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="KeptAt">When the reply came, in time or late.</param>
public sealed record PromiseResult(string Probe, string Route, DateTimeOffset Given, string Quote, DateTimeOffset? Due, PromiseFate Fate, DateTimeOffset? KeptAt);

/// <summary>What the reminder brought.</summary>
/// <param name="Sent">Reminders sent.</param>
/// <param name="Gained">Replies that came after one.</param>
/// <param name="Lower">Lower limit of the share (Wilson, 95 %); null without reminders.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="ContextKept">Of the replies, those that went on from the enquiry.</param>
/// <param name="ContextLost">Those that asked for what it had said.</param>
public sealed record FollowUpResult(int Sent, int Gained, double? Lower, double? Upper, int ContextKept, int ContextLost);
