namespace Baton.Mail;

/// <summary>An e-mail as it was read: never null where a list can be empty, never an exception for a broken letter.</summary>
public sealed record Letter
{
    /// <summary>Message-ID without its angle brackets; null when the letter has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Who it says it is from. Several are allowed (RFC 5322), none happens.</summary>
    public IReadOnlyList<LetterAddress> From { get; init; } = [];

    /// <summary>Who it is addressed to.</summary>
    public IReadOnlyList<LetterAddress> To { get; init; } = [];

    /// <summary>Who has a copy.</summary>
    public IReadOnlyList<LetterAddress> Cc { get; init; } = [];

    /// <summary>Where a reply should go; empty means <see cref="From"/>.</summary>
    public IReadOnlyList<LetterAddress> ReplyTo { get; init; } = [];

    /// <summary>The envelope's sender as the last server noted it: empty for the null path <c>&lt;&gt;</c>, null when it was not noted.</summary>
    public string? ReturnPath { get; init; }

    /// <summary>Addresses at which it really arrived (Delivered-To, X-Original-To, Envelope-To), which may be in neither <see cref="To"/> nor <see cref="Cc"/>.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    /// <summary>The subject, decoded, on one line; empty when there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The sender's clock; may be wrong. Null when absent or unreadable.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When the last server received it (its own topmost Received stamp): the clock to measure with. Null when there is none.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Ids of the letters it answers, without brackets.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>Ids of the thread, oldest first, without brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>All header fields in their order, decoded.</summary>
    public IReadOnlyList<LetterHeader> Headers { get; init; } = [];

    /// <summary>What a person would read, with line feeds: the plain part, or the HTML part written out. Empty when there is neither.</summary>
    public string Text { get; init; } = "";

    /// <summary>The HTML part as it came: hostile until <see cref="SafeHtml.Clean"/> has read it. Null when there is none.</summary>
    public string? Html { get; init; }

    /// <summary>Files that came with it, the original inside a report excepted.</summary>
    public IReadOnlyList<LetterAttachment> Attachments { get; init; } = [];

    /// <summary>Delivery status of each recipient (RFC 3464), when a server sent a report that a machine can read.</summary>
    public IReadOnlyList<DeliveryStatus> DeliveryStatuses { get; init; } = [];

    /// <summary>A reading confirmation (RFC 8098), or null.</summary>
    public DispositionNotice? Disposition { get; init; }

    /// <summary>A complaint or authentication report (RFC 5965), or null.</summary>
    public ComplaintReport? Complaint { get; init; }

    /// <summary>The letter that a report gives back, from an attached part or from the report's own text; null when there is none.</summary>
    public Original? Original { get; init; }

    /// <summary>The Content-Type of the whole in lower case, e.g. <c>multipart/report</c>.</summary>
    public string MediaType { get; init; } = "text/plain";

    /// <summary>Whether the text is <c>format=flowed</c>.</summary>
    public bool IsFlowed { get; init; }

    /// <summary>Text of the header field, the first of several; null when absent. Names are compared without case.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }
}

/// <summary>A mailbox: a name to show and an address.</summary>
/// <param name="Name">As written; empty when none was given.</param>
/// <param name="Address">local@domain; a domain in its readable form.</param>
public sealed record LetterAddress(string Name, string Address)
{
    /// <summary>What stands behind the last @, in lower case; empty when there is none.</summary>
    public string Domain => Address.LastIndexOf('@') is var at and >= 0 ? Address[(at + 1)..].ToLowerInvariant() : "";
}

/// <summary>One header field.</summary>
/// <param name="Name">As written.</param>
/// <param name="Value">Unfolded and decoded.</param>
public sealed record LetterHeader(string Name, string Value);

/// <summary>A file that came with a letter.</summary>
/// <param name="Name">Its name without any path; empty when it has none.</param>
/// <param name="MediaType">In lower case, e.g. <c>application/pdf</c>.</param>
/// <param name="Content">Its bytes, decoded.</param>
/// <param name="ContentId">What the HTML refers to by <c>cid:</c>; null when it does not.</param>
public sealed record LetterAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content, string? ContentId);
