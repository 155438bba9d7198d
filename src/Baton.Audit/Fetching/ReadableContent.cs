namespace Baton.Audit;

/// <summary>What kinds of content are read.</summary>
internal static class ReadableContent
{
    private static readonly string[] Types = ["text/html", "application/xhtml+xml", "application/pdf", "text/vcard", "text/x-vcard", "text/directory", "text/plain", "application/xml", "text/xml", "application/gzip", "application/x-gzip", ""];

    public static bool Is(string type, Uri url) =>
        Types.Contains(type) || type.EndsWith("+xml", StringComparison.Ordinal)
        || (type == "application/octet-stream" && (url.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || url.AbsolutePath.EndsWith(".vcf", StringComparison.OrdinalIgnoreCase) || url.AbsolutePath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)));

    public static bool IsPage(string type) => type is "text/html" or "application/xhtml+xml";
}
