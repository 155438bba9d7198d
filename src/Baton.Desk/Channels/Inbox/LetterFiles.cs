using System.Globalization;
using System.Text;
using Baton.Journal;
using Baton.Mail;

namespace Baton.Desk;

/// <summary>Keeps what came with a letter: files within the limits, its HTML made safe, and the whole of a text that is too long for a message.</summary>
internal sealed class LetterFiles(IAttachmentStore store)
{
    private const int LargestInline = 1024 * 1024;

    /// <summary>A text that is too long is a file too.</summary>
    private const int MostFiles = Limits.Attachments - 1;

    /// <summary>Keeps the files. Doing it again for the same letter keeps nothing twice.</summary>
    public async Task<KeptFiles> KeepAsync(ConversationId conversation, string letterId, Letter letter, string message, CancellationToken cancellationToken)
    {
        List<AttachmentRef> files = [];
        List<string> notKept = [];
        foreach (var attachment in letter.Attachments)
        {
            var name = NameOf(attachment);
            if (files.Count == MostFiles) notKept.Add($"{name}: a message has at most {MostFiles} files.");
            else if (attachment.Content.Length > Limits.AttachmentBytes) notKept.Add($"{name}: larger than 10 MB.");
            else if (attachment.Content.Length == 0) notKept.Add($"{name}: empty.");
            else if (attachment.ContentId is null || !IsShown(letter, attachment)) files.Add(await KeepAsync(conversation, $"{letterId}-{files.Count}", name, TypeOf(attachment.Content.Span), attachment.Content, cancellationToken));
        }

        if (message.Length > Limits.TextLength) files.Add(await KeepAsync(conversation, $"{letterId}-text", "letter.txt", "text/plain", Encoding.UTF8.GetBytes(message), cancellationToken));
        var html = letter.Html is { Length: > 0 } hostile ? SafeHtml.Clean(hostile) : null;
        var shown = html is null ? null : await KeepAsync(conversation, $"{letterId}-html", "letter.html", "text/html", Encoding.UTF8.GetBytes(TextOf.Clean(WithPictures(html.Html, letter))), cancellationToken);
        return new(files, notKept, shown, html?.BlockedImages ?? 0);
    }

    private async Task<AttachmentRef> KeepAsync(ConversationId conversation, string id, string name, string type, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var file = new AttachmentRef(id, name, type, content.Length);
        if (await store.GetAsync(conversation, id, cancellationToken) is { } kept) return kept.Attachment;
        await store.PutAsync(conversation, file, content, cancellationToken);
        return file;
    }

    /// <summary>Pictures that came with the letter stand in its HTML itself: a page in a sandbox can fetch nothing.</summary>
    private static string WithPictures(string html, Letter letter)
    {
        foreach (var picture in letter.Attachments.Where(attachment => attachment.ContentId is not null && IsShown(letter, attachment)))
        {
            var data = $"data:{TypeOf(picture.Content.Span)};base64,{Convert.ToBase64String(picture.Content.Span)}";
            html = html.Replace($"cid:{picture.ContentId!.Trim('<', '>')}", data, StringComparison.OrdinalIgnoreCase);
        }

        return html;
    }

    private static bool IsShown(Letter letter, LetterAttachment attachment) =>
        attachment.Content.Length <= LargestInline && TypeOf(attachment.Content.Span).StartsWith("image/", StringComparison.Ordinal)
        && letter.Html?.Contains($"cid:{attachment.ContentId!.Trim('<', '>')}", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>By its first bytes, never by what the sender says; what a browser could run is only bytes.</summary>
    private static string TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n\x1a\n"u8]) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith("GIF8"u8) ? "image/gif"
        : content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp"
        : content.StartsWith("%PDF-"u8) ? "application/pdf"
        : "application/octet-stream";

    private static string NameOf(LetterAttachment attachment)
    {
        var name = new StringBuilder();
        foreach (var rune in TextOf.Line(attachment.Name, 120).EnumerateRunes())
            name.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format ? "" : "/\\<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        return name.Length > 0 ? name.ToString() : "file";
    }
}

/// <summary>What was kept of a letter.</summary>
/// <param name="Files">Its files.</param>
/// <param name="NotKept">Those that were not kept, each with the reason.</param>
/// <param name="Html">Its HTML made safe; null when there is none.</param>
/// <param name="BlockedPictures">How many remote pictures were taken out of it.</param>
internal sealed record KeptFiles(IReadOnlyList<AttachmentRef> Files, IReadOnlyList<string> NotKept, AttachmentRef? Html, int BlockedPictures);
