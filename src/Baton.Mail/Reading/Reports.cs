namespace Baton.Mail;

/// <summary>What a server reports of one recipient (RFC 3464).</summary>
/// <param name="Recipient">The address it was sent to, as the sender knew it if the report says so; empty when unreadable.</param>
/// <param name="Action">failed, delayed, delivered, relayed or expanded, in lower case; empty when absent.</param>
/// <param name="Status">The code of RFC 3463, e.g. <c>5.1.1</c>; empty when absent.</param>
/// <param name="Diagnostic">What the other server said; empty when absent.</param>
/// <param name="RemoteServer">Which server said it; empty when absent.</param>
public sealed record DeliveryStatus(string Recipient, string Action, string Status, string Diagnostic, string RemoteServer);

/// <summary>A reading confirmation (RFC 8098). Displayed is not answered.</summary>
/// <param name="Recipient">Whose program sent it; empty when unreadable.</param>
/// <param name="Disposition">displayed, deleted, dispatched, processed, denied or failed, in lower case.</param>
/// <param name="IsAutomatic">Sent without the person's doing.</param>
/// <param name="OriginalMessageId">Id of the letter it is about, without brackets; null when absent.</param>
public sealed record DispositionNotice(string Recipient, string Disposition, bool IsAutomatic, string? OriginalMessageId);

/// <summary>A complaint or authentication report (ARF, RFC 5965).</summary>
/// <param name="Kind">abuse, fraud, virus, not-spam, opt-out, auth-failure, other, in lower case.</param>
/// <param name="Recipient">Who complained, when told; empty otherwise.</param>
public sealed record ComplaintReport(string Kind, string Recipient);

/// <summary>The letter that a report gives back, often its headers only.</summary>
/// <param name="MessageId">Without brackets; null when absent.</param>
/// <param name="From">As written; empty when absent.</param>
/// <param name="To">As written; empty when absent.</param>
/// <param name="Subject">Decoded; empty when absent.</param>
/// <param name="Text">What is left of the original's own text; may be empty.</param>
/// <param name="Date">The sender's clock; null when absent.</param>
public sealed record Original(string? MessageId, string From, string To, string Subject, string Text, DateTimeOffset? Date)
{
    /// <summary>Header fields as they came back.</summary>
    public IReadOnlyList<LetterHeader> Headers { get; init; } = [];
}
