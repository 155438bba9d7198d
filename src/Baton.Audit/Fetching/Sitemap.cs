using System.IO.Compression;
using System.Xml;

namespace Baton.Audit;

/// <summary>Sitemaps (sitemaps.org): lists of pages, or lists of such lists; plain text is allowed too.</summary>
internal static class Sitemap
{
    private const int MostUnpacked = 8 * 1024 * 1024;
    private const int MostPages = 5000;

    /// <summary>Reads a sitemap; a broken one gives what could be read before it breaks.</summary>
    public static (IReadOnlyList<Uri> Pages, IReadOnlyList<Uri> Sitemaps) Read(ReadOnlyMemory<byte> body, Uri url)
    {
        var bytes = Unpack(body.ToArray());
        List<Uri> pages = [], lists = [];
        if (bytes.Length > 0 && Array.Find(bytes, one => one is not (0x20 or 0x0A or 0x0D or 0xEF or 0xBB or 0xBF)) != (byte)'<')
        {
            pages.AddRange(TextDecoding.Decode(bytes, null).Text.Split('\n', StringSplitOptions.TrimEntries).Take(MostPages).Select(line => Absolute(line, url)).OfType<Uri>());
            return (pages, lists);
        }
        // No document type, no outside entities: a sitemap is somebody else's file.
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MostUnpacked });
        try
        {
            var parent = "";
            while (pages.Count < MostPages && reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName is "url" or "sitemap") parent = reader.LocalName;
                else if (reader.LocalName == "loc" && Absolute(reader.ReadElementContentAsString().Trim(), url) is { } address) (parent == "sitemap" ? lists : pages).Add(address);
            }
        }
        catch (XmlException)
        {
            // What was read before the mistake stands.
            return (pages, lists);
        }
        return (pages, lists);
    }

    private static byte[] Unpack(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return bytes;
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (plain.Length < MostUnpacked && packed.Read(buffer) is var length and > 0) plain.Write(buffer, 0, length);
        return plain.ToArray();
    }

    private static Uri? Absolute(string text, Uri url) => Uri.TryCreate(url, text, out var address) && address.Scheme is "http" or "https" ? address : null;
}
