using System.Text;
using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Turns the bytes of a page into text: the order of evidence is the HTML standard's.</summary>
internal static partial class TextDecoding
{
    private const int Looked = 2048;

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A byte order mark wins over the transport's charset, that over the page's own, that over a look at the bytes.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="declared">The charset of the Content-Type header, if any.</param>
    public static (string Text, string Charset) Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var encoding = Mark(bytes) ?? Named(declared) ?? Named(Meta(bytes)) ?? (IsUtf8(bytes) ? Encoding.UTF8 : Named("windows-1252")!);
        return (encoding.GetString(bytes).TrimStart('\uFEFF'), encoding.WebName);
    }

    private static Encoding? Mark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    private static string? Meta(ReadOnlySpan<byte> bytes)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Looked)]));
        // A page that can be read so far as to say "UTF-16" is not UTF-16.
        return !match.Success ? null : match.Groups["name"].Value is var name && name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name;
    }

    private static Encoding? Named(string? name)
    {
        name = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name)) return null;
        // Names that browsers take for their larger relatives.
        name = name switch { "iso-8859-1" or "latin1" or "ascii" or "us-ascii" => "windows-1252", "iso-8859-9" => "windows-1254", "gb2312" or "gbk" => "gb18030", "shift-jis" or "sjis" or "x-sjis" => "shift_jis", "utf8" => "utf-8", "ks_c_5601-1987" => "euc-kr", _ => name };
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    [GeneratedRegex(@"<meta[^>]{0,200}?charset\s*=\s*[""']?\s*(?<name>[\w:.-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Charset();
}
