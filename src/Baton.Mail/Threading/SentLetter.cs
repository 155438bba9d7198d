namespace Baton.Mail;

/// <summary>What is kept of a letter that was sent, to recognise what comes back.</summary>
/// <param name="Key">What it belongs to: a conversation or a probe. Several letters may have the same.</param>
/// <param name="MessageId">Its Message-ID, with or without angle brackets.</param>
/// <param name="To">The addresses it went to.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="SentAt">When it was handed over.</param>
public sealed record SentLetter(string Key, string MessageId, IReadOnlyList<string> To, string Subject, DateTimeOffset SentAt)
{
    /// <summary>The address made for replies to it alone; null when there is none.</summary>
    public string? ReplyAddress { get; init; }

    /// <summary>A word in its subject or text that no other letter holds; null when there is none. At least six letters or digits.</summary>
    public string? Token { get; init; }

    /// <summary>Its text, to be found in quotations; null when not kept.</summary>
    public string? Text { get; init; }
}

/// <summary>Which sent letter an incoming one belongs to.</summary>
/// <param name="Sent">The sent letter.</param>
/// <param name="By">What shows it.</param>
/// <param name="Score">From 0 to 1; 1 for what cannot be chance. A match by <see cref="MatchedBy.Likeness"/> needs a person's yes.</param>
/// <param name="Evidence">What was found where.</param>
public sealed record LetterMatch(SentLetter Sent, MatchedBy By, double Score, Evidence Evidence)
{
    /// <summary>Others that are nearly as like, best first; empty unless matched by likeness.</summary>
    public IReadOnlyList<SentLetter> Others { get; init; } = [];

    /// <summary>Whether a person should confirm it.</summary>
    public bool NeedsConfirmation => By == MatchedBy.Likeness;
}

/// <summary>What ties an incoming letter to a sent one, the strongest first.</summary>
public enum MatchedBy
{
    /// <summary>In-Reply-To names it (RFC 5322).</summary>
    InReplyTo,

    /// <summary>References name it (RFC 5322), the newest first.</summary>
    References,

    /// <summary>It came to the address made for its replies.</summary>
    ReplyAddress,

    /// <summary>It gives the sent letter back: a report, a confirmation, a forward.</summary>
    Original,

    /// <summary>It holds the sent letter's token.</summary>
    Token,

    /// <summary>A ticket system wrapped the sent letter's id in its own.</summary>
    RewrittenId,

    /// <summary>Subject, sender, time and quoted words are alike.</summary>
    Likeness,
}
