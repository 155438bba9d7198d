using MimeKit;

namespace Baton.Mail;

/// <summary>Reads the machine-readable parts of reports.</summary>
internal static class ReportReader
{
    public static void Read(IEnumerable<HeaderList> groups, List<DeliveryStatus> statuses)
    {
        foreach (var group in groups)
        {
            var action = Word(group["Action"]);
            var recipient = Address(group["Original-Recipient"]) is { Length: > 0 } asked ? asked : Address(group["Final-Recipient"]);
            if (recipient.Length == 0)
                recipient = Address(group["X-Actual-Recipient"]);
            if (action.Length == 0 && recipient.Length == 0)
                continue;
            statuses.Add(new DeliveryStatus(recipient, action, StatusCode.Find(group["Status"] ?? "") ?? "", Diagnostic(group["Diagnostic-Code"]), Address(group["Remote-MTA"])));
        }
    }

    /// <summary>Groups of fields with empty lines between them, for reports that no parser took for one.</summary>
    public static List<HeaderList> Groups(string text)
    {
        var groups = new List<HeaderList>();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var fields = new HeaderList();
            foreach (var (name, value) in HeaderBlock.Fields(block))
                fields.Add(name, value);
            groups.Add(fields);
        }

        return groups;
    }

    public static DispositionNotice Disposition(HeaderList fields)
    {
        // "manual-action/MDN-sent-manually; displayed"
        var written = fields["Disposition"] ?? "";
        var kind = written.Contains(';', StringComparison.Ordinal) ? written[(written.IndexOf(';', StringComparison.Ordinal) + 1)..] : written;
        var slash = kind.IndexOf('/', StringComparison.Ordinal);
        return new DispositionNotice(
            Address(fields["Final-Recipient"]),
            Word(slash >= 0 ? kind[..slash] : kind),
            written.Contains("automatic-action", StringComparison.OrdinalIgnoreCase) || written.Contains("sent-automatically", StringComparison.OrdinalIgnoreCase),
            LetterReader.Empty((fields["Original-Message-ID"] ?? "").Trim('<', '>', ' ')));
    }

    public static ComplaintReport Complaint(HeaderList fields) =>
        new(Word(fields["Feedback-Type"]) is { Length: > 0 } kind ? kind : "other", Address(fields["Original-Rcpt-To"] ?? fields["Removal-Recipient"]));

    private static string Word(string? value)
    {
        var word = (value ?? "").Trim().ToLowerInvariant();
        var end = word.AsSpan().IndexOfAny(' ', '(', ';');
        return end >= 0 ? word[..end] : word;
    }

    /// <summary>"rfc822; someone@example.org" without its type and brackets.</summary>
    private static string Address(string? value)
    {
        var written = (value ?? "").Trim();
        var semicolon = written.IndexOf(';', StringComparison.Ordinal);
        return (semicolon >= 0 ? written[(semicolon + 1)..] : written).Trim().Trim('<', '>').Trim();
    }

    private static string Diagnostic(string? value)
    {
        var written = LetterReader.OneLine(value ?? "");
        var semicolon = written.IndexOf(';', StringComparison.Ordinal);
        return semicolon is >= 0 and < 16 && !written.AsSpan(0, semicolon).Contains(' ') ? written[(semicolon + 1)..].Trim() : written;
    }
}
