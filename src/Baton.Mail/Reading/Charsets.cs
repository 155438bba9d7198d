using System.Text;

namespace Baton.Mail;

/// <summary>Decodes text whose declared charset may be missing, unknown or wrong.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly EncodingProvider _pages = CodePagesEncodingProvider.Instance;

    public static string Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        var name = declared?.Trim().Trim('"', '\'').ToLowerInvariant();

        // Seven bits with an escape are Japanese whatever the label says.
        if (bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0)
            return Find("iso-2022-jp")!.GetString(bytes);
        if (IsAscii(bytes) && name is not ("utf-7" or "utf-16" or "utf-16le" or "utf-16be" or "hz-gb-2312" or "iso-2022-kr"))
            return Encoding.Latin1.GetString(bytes);
        var encoding = Find(name);

        // Valid UTF-8 with letters beyond ASCII is hardly ever anything else, but in multi-byte charsets it may be.
        if (encoding is null || encoding.IsSingleByte || encoding.CodePage == Encoding.UTF8.CodePage)
        {
            try
            {
                return _utf8.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                var single = encoding is null || encoding.CodePage == Encoding.UTF8.CodePage ? Find("windows-1252")! : encoding;
                return single.GetString(bytes);
            }
        }

        return Strict(encoding, bytes) ?? Strict(_utf8, bytes) ?? encoding.GetString(bytes);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        // What needs an escape to leave ASCII and has none is not what it says it is.
        if (encoding.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) && bytes.IndexOf((byte)0x1B) < 0)
            return null;
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsAscii(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0;

    private static Encoding? Find(string? name)
    {
        // iso-8859-1 in mail means windows-1252, gb2312 means its superset.
        var known = name switch
        {
            null or "" => null,
            "iso-8859-1" or "us-ascii" or "ascii" or "latin1" or "iso8859-1" or "ansi_x3.4-1968" or "unknown-8bit" or "x-unknown" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "utf8" or "utf_8" => "utf-8",
            "cp932" or "ms932" or "windows-31j" or "x-sjis" => "shift_jis",
            "ks_c_5601-1987" => "euc-kr",
            _ => name,
        };
        if (known is null)
            return null;
        try
        {
            return _pages.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
