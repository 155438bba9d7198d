using System.Globalization;
using System.Text;

namespace Baton.Audit;

/// <summary>What an address may look like: RFC 5321 and 6531, and the domains that exist.</summary>
internal static class AddressSyntax
{
    private static readonly HashSet<string> Known = LoadDomains();
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    /// <summary>Puts local part and domain together; <see langword="null"/> when that is no address.</summary>
    public static string? Join(string local, string domain)
    {
        domain = domain.Normalize(NormalizationForm.FormKC).ToLowerInvariant().TrimEnd('.');
        local = local.Normalize(NormalizationForm.FormKC);
        return IsLocal(local) && IsDomain(domain) ? $"{local}@{domain}" : null;
    }

    /// <summary>Reads a text that should be an address and nothing else.</summary>
    public static string? Parse(string text)
    {
        text = text.Trim();
        var at = text.LastIndexOf('@');
        return at < 1 ? null : Join(text[..at], text[(at + 1)..]);
    }

    public static string Local(string address) => address[..address.LastIndexOf('@')];

    public static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];

    /// <summary>What two spellings of the same mailbox have in common: ASCII domain, small letters.</summary>
    public static string Key(string address) => $"{Local(address).ToLowerInvariant()}@{Ascii(Domain(address)) ?? Domain(address)}";

    /// <summary>The domain as DNS knows it; <see langword="null"/> when it cannot exist.</summary>
    public static string? Ascii(string domain)
    {
        try
        {
            return Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        // A domain in one other script throughout is read even where its end is newer than the list.
        return labels.Length >= 2 && labels.All(IsLabel) && (IsTopLevel(labels[^1]) || (labels[^1].Length > 1 && labels.All(IsForeign))) && Ascii(domain) is { Length: <= 253 };
    }

    /// <summary>Whether the root zone, or the reserved names of RFC 2606, know it.</summary>
    public static bool IsTopLevel(string label) => Known.Contains(label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? Unicode(label) : label.ToLowerInvariant());

    private static string Unicode(string label)
    {
        try
        {
            return Idn.GetUnicode(label);
        }
        catch (ArgumentException)
        {
            return label;
        }
    }

    private static bool IsForeign(string label) => label.All(letter => !char.IsAscii(letter) || letter == '-');

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => letter == '-' || IsWord(letter));

    private static bool IsLocal(string local)
    {
        if (Encoding.UTF8.GetByteCount(local) is 0 or > 64) return false;
        if (local.Length > 2 && local[0] == '"' && local[^1] == '"') return !local[1..^1].Contains('"', StringComparison.Ordinal);
        return local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal) && local.All(IsLocalLetter) && local.Any(IsWord);
    }

    public static bool IsLocalLetter(char letter) => IsWord(letter) || "!#$%&'*+-/=?^_`{|}~.".Contains(letter, StringComparison.Ordinal);

    /// <summary>Letters, marks and digits of any script.</summary>
    public static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static HashSet<string> LoadDomains()
    {
        var known = EmbeddedText.Words("Extraction.top-level-domains.txt").ToHashSet(StringComparer.Ordinal);
        // Reserved for documentation and tests (RFC 2606, RFC 6761), and IANA's old test domains: nobody's mistake, so readable.
        known.UnionWith(["example", "test", "invalid", "إختبار", "测试", "測試", "испытание", "परीक्षा", "δοκιμή", "테스트", "テスト", "பரிட்சை", "טעסט", "آزمایشی"]);
        return known;
    }
}
