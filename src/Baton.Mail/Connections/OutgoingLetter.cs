namespace Baton.Mail;

/// <summary>A letter to be sent.</summary>
/// <param name="From">Whose it is.</param>
/// <param name="To">At least one.</param>
/// <param name="Subject">On one line.</param>
/// <param name="Text">Plain text.</param>
public sealed record OutgoingLetter(LetterAddress From, IReadOnlyList<LetterAddress> To, string Subject, string Text)
{
    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<LetterAddress> Cc { get; init; } = [];

    /// <summary>Where replies shall go; null means <see cref="From"/>.</summary>
    public LetterAddress? ReplyTo { get; init; }

    /// <summary>Its Message-ID without brackets; null makes one at the sender's domain.</summary>
    public string? MessageId { get; init; }

    /// <summary>The letter it answers, without brackets; null when it begins a thread.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread so far, oldest first, without brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Where reports of failure go (the envelope's sender); null means <see cref="From"/>, and nowhere for an automatic reply.</summary>
    public LetterAddress? BounceTo { get; init; }

    /// <summary>Written by a program in answer to a letter: marked <c>Auto-Submitted: auto-replied</c> and sent with the null path unless <see cref="BounceTo"/> names another, so that no program answers it (RFC 3834).</summary>
    public bool IsAutomaticReply { get; init; }

    /// <summary>Ask the servers to report delivery, delay and failure (RFC 3461), where they can.</summary>
    public bool AsksForReports { get; init; }

    /// <summary>Files to go with it.</summary>
    public IReadOnlyList<LetterAttachment> Attachments { get; init; } = [];
}

/// <summary>What became of a letter to be sent.</summary>
/// <param name="Status">Whether the server took it.</param>
/// <param name="MessageId">Its Message-ID without brackets.</param>
/// <param name="Answer">What the server said last; empty when it was not reached.</param>
public sealed record SendResult(SendStatus Status, string MessageId, string Answer);

/// <summary>What became of a letter to be sent.</summary>
public enum SendStatus
{
    /// <summary>The server took it over. Whether it arrives is told by a report, or not.</summary>
    Accepted,

    /// <summary>The server refused it for good.</summary>
    Refused,

    /// <summary>The server could not be reached or put it off, at every try. It was not sent.</summary>
    Unreachable,
}
