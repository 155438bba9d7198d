using System.Globalization;
using System.Text;

namespace Baton.Web;

/// <summary>
/// Which files are accepted: decided by their first bytes, never by their name or by what the sender claims. Nothing on the list
/// can run in a browser.
/// </summary>
internal static class AttachmentTypes
{
    public const string Accepted = "PNG, JPEG, GIF and WebP images, PDF, and plain text in UTF-8";

    private const int NameLength = 120;

    private static readonly (string MediaType, string[] Extensions)[] Known =
    [
        ("image/png", [".png"]),
        ("image/jpeg", [".jpg", ".jpeg"]),
        ("image/gif", [".gif"]),
        ("image/webp", [".webp"]),
        ("application/pdf", [".pdf"]),
        ("text/plain", [".txt", ".csv", ".log", ".md"]),
    ];

    /// <summary>The media type of the content; null when it is none that is accepted.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n\x1a\n"u8])) return "image/png";
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8)) return "image/gif";
        if (content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (content.StartsWith("%PDF-"u8)) return "application/pdf";
        return IsText(content) ? "text/plain" : null;
    }

    public static bool IsImage(string mediaType) => mediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>
    /// The sender's file name without a path, control and direction characters and what file systems refuse, with an extension
    /// that fits the content.
    /// </summary>
    public static string Clean(string? name, string mediaType)
    {
        var bare = (name ?? "").Replace('\\', '/');
        bare = bare[(bare.LastIndexOf('/') + 1)..];
        var kept = new StringBuilder();
        foreach (var rune in bare.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) continue;
            kept.Append("<>:\"|?*%;".Contains(rune.ToString(), StringComparison.Ordinal) || rune == Rune.ReplacementChar ? "_" : rune.ToString());
        }

        var clean = kept.ToString().Trim(' ', '.');
        var extensions = Known.First(known => known.MediaType == mediaType).Extensions;
        var extension = extensions.FirstOrDefault(known => clean.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        var stem = extension is null ? clean : clean[..^extension.Length];
        if (stem.Length == 0) stem = "file";
        if (stem.Length > NameLength) stem = stem[..(char.IsHighSurrogate(stem[NameLength - 1]) ? NameLength - 1 : NameLength)];
        return stem + (extension ?? extensions[0]);
    }

    private static bool IsText(ReadOnlySpan<byte> content) =>
        content.Length > 0
        && System.Text.Unicode.Utf8.IsValid(content)
        && !content.ContainsAnyExcept(Printable);

    private static readonly System.Buffers.SearchValues<byte> Printable = System.Buffers.SearchValues.Create(
        [(byte)'\t', (byte)'\n', (byte)'\r', (byte)'\f', .. Enumerable.Range(0x20, 0x7F - 0x20).Select(b => (byte)b), .. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);
}
