namespace Baton.Journal;

/// <summary>Somebody's mail address.</summary>
/// <param name="Name">As written; may be empty.</param>
/// <param name="Address">local@domain.</param>
[GenerateSerializer, Immutable]
public sealed record Correspondent([property: Id(0)] string Name, [property: Id(1)] string Address);

/// <summary>What a letter says on its outside.</summary>
/// <param name="MessageId">Its Message-ID without brackets (RFC 5322); empty when it has none.</param>
/// <param name="From">Who it says it is from. Not proven.</param>
/// <param name="To">Who it is addressed to.</param>
/// <param name="Cc">Who has a copy.</param>
/// <param name="Subject">On one line; may be empty.</param>
/// <param name="References">The thread before it, oldest first, without brackets.</param>
[GenerateSerializer, Immutable]
public sealed record Envelope(
    [property: Id(0)] string MessageId,
    [property: Id(1)] Correspondent From,
    [property: Id(2)] IReadOnlyList<Correspondent> To,
    [property: Id(3)] IReadOnlyList<Correspondent> Cc,
    [property: Id(4)] string Subject,
    [property: Id(5)] IReadOnlyList<string> References);

/// <summary>
/// A letter came in, or a form that is answered by letter. What the customer wrote in it is the <see cref="CustomerWrote"/> before it; what a
/// program wrote in somebody's place is only here: it opens nothing, answers nothing and moves no clock.
/// </summary>
/// <param name="LetterId">Baton's own id of it, made from what it says: the same letter again is the same id.</param>
/// <param name="MessageVersion">Version of the customer's message it brought; 0 for what a program wrote.</param>
/// <param name="Kind">What it is, in the words of <c>docs/mail.md</c>, e.g. <c>human-reply</c>, <c>out-of-office</c>; <c>form</c> for a form.</param>
/// <param name="Mailbox">Name of the mailbox it came to.</param>
/// <param name="OwnAddress">That mailbox's address: answers are from it.</param>
/// <param name="Envelope">Its outside.</param>
/// <param name="AnswerTo">Where an answer goes.</param>
/// <param name="MayBeAnswered">False when no program may answer it (RFC 3834); people always may.</param>
[GenerateSerializer, Immutable]
public sealed record LetterArrived(
    [property: Id(0)] string LetterId,
    [property: Id(1)] int MessageVersion,
    [property: Id(2)] string Kind,
    [property: Id(3)] string Mailbox,
    [property: Id(4)] string OwnAddress,
    [property: Id(5)] Envelope Envelope,
    [property: Id(6)] Correspondent AnswerTo,
    [property: Id(7)] bool MayBeAnswered) : ConversationEvent
{
    /// <summary>What a program wrote; empty when the letter brought a customer's message.</summary>
    [Id(8)] public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>What it repeats of earlier letters.</summary>
    [Id(9)] public string Quoted { get; init => field = value ?? ""; } = "";

    /// <summary>What stands under every letter of its author.</summary>
    [Id(10)] public string Signature { get; init => field = value ?? ""; } = "";

    /// <summary>Its cleaned HTML in the attachment store; null when it has none.</summary>
    [Id(11)] public AttachmentRef? Html { get; init; }

    /// <summary>How many remote pictures were taken out of its HTML.</summary>
    [Id(12)] public int BlockedPictures { get; init; }

    /// <summary>Files that were not kept, each with the reason.</summary>
    [Id(13)] public IReadOnlyList<string> NotKept { get; init => field = value ?? []; } = [];

    /// <summary>What showed its kind, in a few words.</summary>
    [Id(14)] public string Evidence { get; init => field = value ?? ""; } = "";
}

/// <summary>A reply is to go out as a letter. From here on it is sent, however often that must be tried.</summary>
/// <param name="Carries">Versions of the replies and notices it carries, at least one.</param>
/// <param name="Mailbox">Name of the mailbox it is sent from.</param>
/// <param name="Envelope">Its outside.</param>
/// <param name="IsAutomatic">True when no person wrote it: it is marked so that no program answers it.</param>
public sealed record LetterQueued(IReadOnlyList<int> Carries, string Mailbox, Envelope Envelope, bool IsAutomatic) : ConversationEvent;

/// <summary>What became of a letter that was to go out.</summary>
/// <param name="MessageId">Which.</param>
/// <param name="State">One of <see cref="LetterStates"/>.</param>
/// <param name="Detail">The server's words or the reason, for people.</param>
[GenerateSerializer, Immutable]
public sealed record LetterTracked([property: Id(0)] string MessageId, [property: Id(1)] string State, [property: Id(2)] string Detail) : ConversationEvent
{
    /// <summary>The one recipient it is about; empty when it is about all, or not told.</summary>
    [Id(3)] public string Recipient { get; init => field = value ?? ""; } = "";
}

/// <summary>What can become of a letter that goes out.</summary>
public static class LetterStates
{
    /// <summary>The next server took it over. Whether it arrives is told by a report, or not.</summary>
    public const string Sent = "sent";

    /// <summary>A server reports that it arrived.</summary>
    public const string Arrived = "arrived";

    /// <summary>It waits: a server puts it off, and it is tried again.</summary>
    public const string Delayed = "delayed";

    /// <summary>It came back and will not arrive.</summary>
    public const string Bounced = "bounced";

    /// <summary>It could not be handed over at all and is not tried again by itself.</summary>
    public const string Failed = "failed";
}
