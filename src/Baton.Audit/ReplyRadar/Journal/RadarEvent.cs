using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>One thing that happened in a run of the Reply Radar, as a line of its journal.</summary>
/// <param name="At">When.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(PlanMade), "plan-made")]
[JsonDerivedType(typeof(MailSent), "mail-sent")]
[JsonDerivedType(typeof(MailNotSent), "mail-not-sent")]
[JsonDerivedType(typeof(TwinSent), "twin-sent")]
[JsonDerivedType(typeof(TwinArrived), "twin-arrived")]
[JsonDerivedType(typeof(TwinReturned), "twin-returned")]
[JsonDerivedType(typeof(LetterCame), "letter-came")]
[JsonDerivedType(typeof(LetterPlaced), "letter-placed")]
[JsonDerivedType(typeof(SeenElsewhere), "seen-elsewhere")]
[JsonDerivedType(typeof(MailboxRead), "mailbox-read")]
[JsonDerivedType(typeof(RunEnded), "run-ended")]
public abstract record RadarEvent(DateTimeOffset At);

/// <summary>The plan was made; the first line of every journal.</summary>
/// <param name="At">When.</param>
/// <param name="Secret">What reply addresses are keyed with, base64.</param>
/// <param name="Plan">What is going to be done.</param>
public sealed record PlanMade(DateTimeOffset At, string Secret, RadarPlan Plan) : RadarEvent(At);

/// <summary>A server took a mail of a probe.</summary>
/// <param name="At">When.</param>
/// <param name="Probe">Of which probe.</param>
/// <param name="Step">Which of its mails.</param>
/// <param name="MessageId">Its id, without brackets.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text.</param>
/// <param name="Answer">What the server said.</param>
/// <param name="Proof">What proved the right to send it.</param>
public sealed record MailSent(DateTimeOffset At, string Probe, WriteStep Step, string MessageId, string Subject, string Text, string Answer, string Proof) : RadarEvent(At);

/// <summary>A mail was not sent.</summary>
/// <param name="At">When.</param>
/// <param name="Probe">Of which probe.</param>
/// <param name="Step">Which of its mails.</param>
/// <param name="Reasons">Why, all of them.</param>
/// <param name="IsRefusedByServer">Our own server refused it; otherwise no leave was given.</param>
public sealed record MailNotSent(DateTimeOffset At, string Probe, WriteStep Step, IReadOnlyList<string> Reasons, bool IsRefusedByServer) : RadarEvent(At);

/// <summary>A twin of an enquiry went to a control mailbox.</summary>
/// <param name="At">When.</param>
/// <param name="Probe">Whose twin.</param>
/// <param name="Control">The control mailbox.</param>
/// <param name="MessageId">Its id; empty when our server did not take it.</param>
public sealed record TwinSent(DateTimeOffset At, string Probe, string Control, string MessageId) : RadarEvent(At);

/// <summary>A twin was found.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Probe">Whose twin.</param>
/// <param name="Control">The control mailbox.</param>
/// <param name="IsSpam">It lay among the spam: it has not reached anybody.</param>
public sealed record TwinArrived(DateTimeOffset At, string Probe, string Control, bool IsSpam) : RadarEvent(At);

/// <summary>A twin came back from its control mailbox.</summary>
/// <param name="At">When.</param>
/// <param name="Probe">Whose twin.</param>
/// <param name="Why">What the report says.</param>
public sealed record TwinReturned(DateTimeOffset At, string Probe, string Why) : RadarEvent(At);

/// <summary>A letter came that belongs to a probe, or may. Its raw copy lies in the run's folder.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Sha256">The raw copy.</param>
/// <param name="Probe">Whose it is, or most likely.</param>
/// <param name="By">What ties it to the probe, in a word.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="NeedsConfirmation">It counts only when a person has said yes.</param>
/// <param name="Others">Other probes nearly as likely.</param>
public sealed record LetterCame(DateTimeOffset At, string Sha256, string Probe, string By, double Score, string Evidence, bool NeedsConfirmation, IReadOnlyList<string> Others) : RadarEvent(At);

/// <summary>A person said where a letter belongs.</summary>
/// <param name="At">When.</param>
/// <param name="Sha256">The letter.</param>
/// <param name="Probe">To which probe; <see langword="null"/> for none.</param>
/// <param name="Person">Who said so.</param>
public sealed record LetterPlaced(DateTimeOffset At, string Sha256, string? Probe, string Person) : RadarEvent(At);

/// <summary>A person recorded what came by another way, such as a call.</summary>
/// <param name="At">When it came.</param>
/// <param name="Probe">To which probe it belongs.</param>
/// <param name="What">What came, in words.</param>
/// <param name="Person">Who recorded it.</param>
public sealed record SeenElsewhere(DateTimeOffset At, string Probe, string What, string Person) : RadarEvent(At)
{
    /// <summary>When it was recorded; <see langword="null"/> in journals that did not keep it.</summary>
    public DateTimeOffset? RecordedAt { get; init; }
}

/// <summary>A mailbox was read up to a place.</summary>
/// <param name="At">When.</param>
/// <param name="Mailbox">Which mailbox and folder.</param>
/// <param name="Validity">The server's numbering.</param>
/// <param name="Uid">The last letter handled.</param>
public sealed record MailboxRead(DateTimeOffset At, string Mailbox, uint Validity, uint Uid) : RadarEvent(At);

/// <summary>The run has ended.</summary>
/// <param name="At">When.</param>
public sealed record RunEnded(DateTimeOffset At) : RadarEvent(At);
