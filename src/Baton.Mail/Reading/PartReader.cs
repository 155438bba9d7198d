using System.Text;
using MimeKit;

namespace Baton.Mail;

/// <summary>Walks a letter's parts once and keeps what a person or a report says.</summary>
internal sealed class PartReader
{
    private readonly StringBuilder _plain = new();
    private readonly List<LetterAttachment> _attachments = [];
    private readonly List<DeliveryStatus> _statuses = [];
    private bool _isReport;

    public string? Html { get; private set; }

    public bool IsFlowed { get; private set; }

    public Original? Original { get; private set; }

    public DispositionNotice? Disposition { get; private set; }

    public ComplaintReport? Complaint { get; private set; }

    public IReadOnlyList<LetterAttachment> Attachments => _attachments;

    public IReadOnlyList<DeliveryStatus> DeliveryStatuses => _statuses;

    /// <summary>The plain text; the HTML written out when there is no plain text or it only says that there is HTML.</summary>
    public string BestText()
    {
        var plain = _plain.ToString().Replace('\u00A0', ' ').TrimEnd();
        if (Html is null || (plain.Length > 0 && !OnlyPointsAtHtml(plain)))
            return plain.TrimStart('\n', '\r');
        var html = HtmlText.Read(Html);
        return html.Length > 0 ? html : plain;
    }

    public void Read(MimeEntity entity)
    {
        switch (entity)
        {
            case Multipart multipart:
                _isReport |= multipart.ContentType.IsMimeType("multipart", "report");
                foreach (var child in multipart)
                    Read(child);

                // Parts that no boundary marks off: all of it stands before the first.
                if (multipart.Count == 0 && multipart.Preamble is { } unmarked)
                    _plain.Append(LineEnds(unmarked));
                break;
            case MessageDeliveryStatus status:
                _isReport = true;
                ReportReader.Read(status.StatusGroups, _statuses);
                break;
            case MessageDispositionNotification notice:
                _isReport = true;
                Disposition ??= ReportReader.Disposition(notice.Fields);
                break;
            case MessageFeedbackReport report:
                _isReport = true;
                Complaint ??= ReportReader.Complaint(report.Fields);
                break;
            case MessagePart inner:
                ReadMessage(inner);
                break;
            case MimePart part:
                ReadPart(part);
                break;
            default:
                break;
        }
    }

    private void ReadMessage(MessagePart inner)
    {
        if (inner.Message is not { } message)
            return;
        if (Original is null && (_isReport || _attachments.Count == 0))
            Original = OriginalReader.Read(message);
        if (!_isReport)
        {
            using var bytes = new MemoryStream();
            message.WriteTo(bytes);
            _attachments.Add(new LetterAttachment((message.Subject ?? "letter") + ".eml", "message/rfc822", bytes.ToArray(), inner.ContentId));
        }
    }

    private void ReadPart(MimePart part)
    {
        var type = part.ContentType.MimeType.ToLowerInvariant();
        var bytes = Content(part);
        switch (type)
        {
            case "message/delivery-status" or "message/global-delivery-status":
                _isReport = true;
                ReportReader.Read(ReportReader.Groups(Charsets.Decode(bytes, declared: null)), _statuses);
                return;
            case "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers" or "message/rfc822":
                _isReport = true;
                Original ??= OriginalReader.Read(bytes);
                return;
            default:
                break;
        }

        // A text in the body may be called attachment by a careless program, but a named file is a file.
        var isFile = part.FileName is { Length: > 0 } || (part.IsAttachment && (_plain.Length > 0 || Html is not null));
        if (type == "text/html" && !isFile)
        {
            Html = Html is null ? Charsets.Decode(bytes, part.ContentType.Charset) : Html + "\n" + Charsets.Decode(bytes, part.ContentType.Charset);
        }
        else if (part is TextPart && !isFile && type is not ("text/calendar" or "text/vcard" or "text/x-vcard" or "text/css" or "text/x-amp-html"))
        {
            IsFlowed |= string.Equals(part.ContentType.Format, "flowed", StringComparison.OrdinalIgnoreCase);
            if (_plain.Length > 0)
                _plain.Append('\n');
            _plain.Append(LineEnds(Charsets.Decode(bytes, part.ContentType.Charset)));
        }
        else
        {
            _attachments.Add(new LetterAttachment(Path.GetFileName(part.FileName ?? ""), type, bytes, part.ContentId));
        }
    }

    internal static byte[] Content(MimePart part)
    {
        if (part.Content is null)
            return [];
        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        return bytes.ToArray();
    }

    internal static string LineEnds(string text) => text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;

    private static bool OnlyPointsAtHtml(string plain) =>
        plain.Length < 300 && plain.Contains("HTML", StringComparison.OrdinalIgnoreCase)
        && (plain.Contains("view", StringComparison.OrdinalIgnoreCase) || plain.Contains("support", StringComparison.OrdinalIgnoreCase) || plain.Contains("anzeig", StringComparison.OrdinalIgnoreCase));
}
