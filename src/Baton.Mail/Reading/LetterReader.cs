using MimeKit;
using MimeKit.Utils;

namespace Baton.Mail;

/// <summary>Reads letters as servers, stores and broken programs leave them.</summary>
public static class LetterReader
{
    /// <summary>
    /// Reads a letter from its raw bytes: any line ends, with or without an mbox line, with wrong or missing charsets. What cannot be
    /// read is left empty; even bytes that are no letter come back as one, with themselves as text.
    /// </summary>
    public static Letter Read(ReadOnlyMemory<byte> raw)
    {
        var bytes = RawLetter.Normalise(raw);
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            return Read(MimeMessage.Load(ParserOptions.Default, stream));
        }
        catch (FormatException)
        {
            // Not even headers: what a person would see is all there is.
            return new Letter { Text = Charsets.Decode(bytes.Span, declared: null) };
        }
    }

    /// <summary>Reads a letter to the stream's end, as <see cref="Read(ReadOnlyMemory{byte})"/> does.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<Letter> ReadAsync(Stream raw, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await raw.CopyToAsync(buffer, cancellationToken);
        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    private static Letter Read(MimeMessage message)
    {
        var parts = new PartReader();
        if (message.Body is { } body)
            parts.Read(body);
        var text = parts.BestText();
        var original = parts.Original;
        if (original is null && InlineOriginal.Find(text) is { } inline)
        {
            original = inline.Original;
            if (!inline.IsQuoted)
                text = text[..inline.Start].TrimEnd();
        }

        return new Letter
        {
            MessageId = Empty(message.MessageId),
            From = Addresses(message.From, message.Headers[HeaderId.From]),
            To = Addresses(message.To),
            Cc = Addresses(message.Cc),
            ReplyTo = Addresses(message.ReplyTo),
            ReturnPath = ReturnPath(message.Headers),
            DeliveredTo = DeliveredTo(message.Headers),
            Subject = OneLine(message.Subject ?? ""),
            Date = message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue ? message.Date : null,
            Received = Received(message.Headers),
            InReplyTo = Ids(message.Headers[HeaderId.InReplyTo]),
            References = Ids(message.Headers[HeaderId.References]),
            Headers = HeadersOf(message.Headers),
            Text = text,
            Html = parts.Html,
            Attachments = parts.Attachments,
            DeliveryStatuses = parts.DeliveryStatuses,
            Disposition = parts.Disposition,
            Complaint = parts.Complaint,
            Original = original,
            MediaType = message.Body?.ContentType.MimeType.ToLowerInvariant() ?? "text/plain",
            IsFlowed = parts.IsFlowed,
        };
    }

    internal static List<LetterHeader> HeadersOf(HeaderList headers)
    {
        var read = new List<LetterHeader>(headers.Count);
        foreach (var header in headers)
            read.Add(new LetterHeader(header.Field, OneLine(header.Value ?? "")));
        return read;
    }

    internal static string? Empty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    internal static string OneLine(string value) => value.AsSpan().IndexOfAny('\r', '\n', '\t') < 0 ? value.Trim() : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<LetterAddress> Addresses(InternetAddressList list, string? written = null)
    {
        var read = new List<LetterAddress>();
        foreach (var mailbox in list.Mailboxes)
        {
            if (!string.IsNullOrEmpty(mailbox.Address))
                read.Add(new LetterAddress(mailbox.Name ?? "", mailbox.Address));
        }

        // What no parser reads as an address is still a name that says who wrote.
        if (read.Count == 0 && !string.IsNullOrWhiteSpace(written))
            read.Add(new LetterAddress(OneLine(written), ""));
        return read;
    }

    private static string? ReturnPath(HeaderList headers)
    {
        var written = headers[HeaderId.ReturnPath];
        return written?.Trim().Trim('<', '>').Trim();
    }

    private static List<string> DeliveredTo(HeaderList headers)
    {
        var found = new List<string>();
        foreach (var header in headers)
        {
            if (header.Field.ToUpperInvariant() is not ("DELIVERED-TO" or "X-ORIGINAL-TO" or "ENVELOPE-TO" or "X-ENVELOPE-TO" or "X-DELIVERED-TO" or "X-RCPT-TO"))
                continue;
            var address = OneLine(header.Value ?? "").Trim('<', '>').Trim();
            if (address.Contains('@', StringComparison.Ordinal) && !found.Contains(address, StringComparer.OrdinalIgnoreCase))
                found.Add(address);
        }

        return found;
    }

    private static List<string> Ids(string? written) => written is null ? [] : [.. MimeUtils.EnumerateReferences(written)];

    private static DateTimeOffset? Received(HeaderList headers)
    {
        var stamp = headers[HeaderId.Received];
        var semicolon = stamp?.LastIndexOf(';') ?? -1;
        return semicolon >= 0 && DateUtils.TryParse(stamp!.Substring(semicolon + 1).Trim(), out var date) ? date : null;
    }
}
