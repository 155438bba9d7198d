using System.Globalization;
using System.Net;
using System.Text;

namespace Baton.Audit;

/// <summary>The ways sites disguise an address, undone.</summary>
internal static class Ciphers
{
    /// <summary>Cloudflare's protection: the first byte is XORed with every other one; hexadecimal.</summary>
    public static string? Cloudflare(string hex)
    {
        var bytes = Hex(hex.Trim());
        if (bytes is not { Length: > 3 }) return null;
        return Encoding.UTF8.GetString([.. bytes.Skip(1).Select(value => (byte)(value ^ bytes[0]))]);
    }

    public static string Rot13(string text) => Shift(text, 13);

    /// <summary>Letters moved through the alphabet.</summary>
    public static string Shift(string text, int by) => string.Create(text.Length, (text, by), static (target, from) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            var letter = from.text[index];
            target[index] = letter switch
            {
                >= 'a' and <= 'z' => (char)('a' + ((letter - 'a' + from.by + 26) % 26)),
                >= 'A' and <= 'Z' => (char)('A' + ((letter - 'A' + from.by + 26) % 26)),
                _ => letter,
            };
        }
    });

    /// <summary>The content management system TYPO3 moves three ranges of characters, each within itself.</summary>
    public static string ShiftRanges(string text, int by) => string.Create(text.Length, (text, by), static (target, from) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            target[index] = from.text[index] switch
            {
                >= '+' and <= ':' and var letter => Within(letter, '+', ':', from.by),
                >= '@' and <= 'Z' and var letter => Within(letter, '@', 'Z', from.by),
                >= 'a' and <= 'z' and var letter => Within(letter, 'a', 'z', from.by),
                var letter => letter,
            };
        }
    });

    /// <summary>Base64 with or without padding, in either alphabet; <see langword="null"/> unless it is readable text.</summary>
    public static string? Base64(string text)
    {
        text = text.Trim().Replace('-', '+').Replace('_', '/').TrimEnd('=');
        if (text.Length is < 8 or > 4000 || text.Length % 4 == 1) return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? Readable(bytes.AsSpan(0, length)) : null;
    }

    /// <summary>Pairs of hexadecimal digits; <see langword="null"/> unless they are readable text.</summary>
    public static string? HexText(string text) => Hex(text.Trim()) is { Length: > 5 } bytes ? Readable(bytes) : null;

    /// <summary>Percent and entity encoding, as often as it was applied, at most three times.</summary>
    public static string Unescape(string text)
    {
        for (var round = 0; round < 3; round++)
        {
            var plain = text;
            if (plain.Contains('%', StringComparison.Ordinal)) plain = Uri.UnescapeDataString(plain);
            if (plain.Contains('&', StringComparison.Ordinal)) plain = WebUtility.HtmlDecode(plain);
            if (plain == text) break;
            text = plain;
        }
        return text;
    }

    public static string Reverse(string text)
    {
        var turned = new StringBuilder(text.Length);
        var elements = StringInfo.ParseCombiningCharacters(text);
        for (var index = elements.Length - 1; index >= 0; index--) turned.Append(text, elements[index], (index + 1 < elements.Length ? elements[index + 1] : text.Length) - elements[index]);
        return turned.ToString();
    }

    private static char Within(char letter, char first, char last, int by)
    {
        var size = last - first + 1;
        return (char)(first + ((letter - first + by + size) % size));
    }

    private static byte[]? Hex(string hex)
    {
        if (hex.Length % 2 != 0 || hex.Length > 2000) return null;
        foreach (var digit in hex)
        {
            if (!char.IsAsciiHexDigit(digit)) return null;
        }
        return Convert.FromHexString(hex);
    }

    private static string? Readable(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.Any(letter => letter == '\uFFFD' || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))) ? null : text;
    }
}
