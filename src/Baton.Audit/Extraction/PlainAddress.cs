using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Reads an address around an at sign that touches both sides.</summary>
internal static partial class PlainAddress
{
    private const string LocalSigns = "._%+-'&=~#－．＿";

    /// <param name="text">The text.</param>
    /// <param name="at">Where the sign starts.</param>
    /// <param name="after">Where it ends, exclusive.</param>
    /// <param name="seams">Places where one element ends and another starts.</param>
    /// <param name="isLookalike">Whether it reads like an address and is none: no other reading makes it one.</param>
    public static TextMatch? Read(string text, int at, int after, IReadOnlyList<int> seams, out bool isLookalike)
    {
        isLookalike = false;
        var start = LocalStart(text, at, seams);
        if (start == at) return null;
        var end = after;
        while (end < text.Length && (AddressSyntax.IsWord(text[end]) || text[end] is '-' or '－' || (IsDot(text[end]) && end + 1 < text.Length && (AddressSyntax.IsWord(text[end + 1]))))) end++;
        if (end == after) return null;

        var local = Cleaned(text[start..at]);
        var (domain, length) = DomainOf(text[after..end], after, seams);
        if (domain is null || local is null) return null;
        end = after + length;
        (local, domain) = (WithoutTraps(local), WithoutTrapsInDomain(domain));
        if (AddressSyntax.Join(local, domain) is not { } address) return null;
        isLookalike = Lookalikes.Of(text, start, end, local, domain) is not null;
        if (isLookalike) return null;
        var how = text[at] == '＠' || text[start..end].Any(letter => letter is >= '\uFF01' and <= '\uFF5E') ? Publication.FullWidth : Publication.Text;
        return new(address, how, start, end);
    }

    private static int LocalStart(string text, int at, IReadOnlyList<int> seams)
    {
        var start = at;
        if (text[at - 1] == '"')
        {
            var quote = text.LastIndexOf('"', Math.Max(0, at - 2));
            if (quote >= 0 && at - quote is > 2 and < 64 && !text[quote..at].Contains('\n', StringComparison.Ordinal)) return quote;
        }
        while (start > 0 && at - start < 80 && (AddressSyntax.IsWord(text[start - 1]) || LocalSigns.Contains(text[start - 1], StringComparison.Ordinal))) start--;
        start = ScriptStart(text, start, at);
        foreach (var seam in seams)
        {
            // Two elements side by side, the first a label: their texts only touch.
            if (seam > start && seam < at && Label().IsMatch(text[start..seam])) start = seam;
        }
        var query = text.LastIndexOf('=', at - 1, at - start);
        if (query >= 0 && !Lookalikes.IsReturnPath(text[start..at])) start = query + 1;
        while (start < at && !AddressSyntax.IsWord(text[start]) && text[start] != '_') start++;
        return start;
    }

    // Chinese, Japanese, Korean and Thai put no space between a word and an address.
    private static int ScriptStart(string text, int start, int at)
    {
        for (var place = at - 1; place > start; place--)
        {
            if (char.IsAscii(text[place]) && IsUnspaced(text[place - 1]) && text[place..at].Any(char.IsAsciiLetterOrDigit)) return place;
        }
        return start;
    }

    private static bool IsUnspaced(char letter) => letter is >= '\u0E00' and <= '\u0E7F' or >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';

    private static bool IsDot(char letter) => letter is '.' or '。' or '．' or '｡';

    /// <summary>The longest beginning that is a domain, where it may end: at a seam, where the script or the case changes, at a dot before a capital.</summary>
    private static (string? Domain, int Length) DomainOf(string raw, int offset, IReadOnlyList<int> seams)
    {
        var plain = raw.Replace('－', '-').Replace('。', '.').Replace('．', '.').Replace('｡', '.');
        foreach (var length in Ends(plain, offset, seams))
        {
            var domain = plain[..length].TrimEnd('-');
            if (domain.Length == length && AddressSyntax.IsDomain(domain.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant())) return (domain, length);
        }
        return WithoutTrapsInDomain(plain) is var clean && clean != plain && AddressSyntax.IsDomain(clean.ToLowerInvariant()) ? (plain, raw.Length) : (null, 0);
    }

    private static IEnumerable<int> Ends(string domain, int offset, IReadOnlyList<int> seams)
    {
        yield return domain.Length;
        if (domain.EndsWith('-')) yield return domain.TrimEnd('-').Length;
        foreach (var seam in seams.Reverse())
        {
            if (seam > offset && seam < offset + domain.Length) yield return seam - offset;
        }
        for (var place = domain.Length - 1; place > 0; place--)
        {
            var (left, right) = (domain[place - 1], domain[place]);
            if (char.IsAscii(left) && !char.IsAscii(right) && AddressSyntax.IsWord(right) && IsUnspaced(right)) yield return left == '.' ? place - 1 : place;
            if (char.IsLower(left) && (char.IsUpper(right) || (char.IsDigit(right) && domain.LastIndexOf('.', place) > 0))) yield return place;
            if (right == '.' && place + 1 < domain.Length && char.IsUpper(domain[place + 1])) yield return place;
        }
    }

    private static string? Cleaned(string local)
    {
        local = Escape().Replace(local, "");
        if (local.Contains('%', StringComparison.Ordinal))
        {
            local = Uri.UnescapeDataString(local);
            local = local[(local.LastIndexOfAny([' ', '<', ':', '"', '\'', '\n']) + 1)..];
        }
        return local.Length == 0 ? null : local;
    }

    // "remove NOSPAM": capitals or brackets mark what does not belong.
    private static string WithoutTraps(string local) => Trap().Replace(local, "") is { Length: > 0 } clean ? clean.Trim('.', '-', '_') : local;

    private static string WithoutTrapsInDomain(string domain)
    {
        var clean = Trap().Replace(domain, "");
        clean = TrapLabel().Replace(clean, "");
        return clean.Trim('.', '-').Replace("..", ".", StringComparison.Ordinal) is { Length: > 3 } rest && rest.Contains('.', StringComparison.Ordinal) ? rest : domain;
    }

    [GeneratedRegex(@"^(e-?mails?|mails?|mail-?adresse|kontakt|contact|telefon|tel|phone|fax|web|correo|courriel|adresse|address|email-?address|poststelle|support|sales|presse|press|info)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(u00[0-9a-f]{2}|x[0-9a-f]{2}(?=[a-z]))+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"[._-]?(NO[._-]?SPAM|REMOVE[._-]?(THIS|ME)?|NOT?SPAM|DELETE[._-]?(THIS|ME)?|ENTFERNEN|KEIN[._-]?SPAM|ANTI[._-]?SPAM|SPAM[._-]?FREE|NIXSPAM|STOPSPAM|PAS[._-]?DE[._-]?SPAM|ENLEVER|QUITAR|SINSPAM)(?=[a-z0-9._-]|$)[._-]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trap();

    [GeneratedRegex(@"(^|[.-])(no-?spam|remove-?this|remove-?me|nospam-?please|delete-?this|entfernen|anti-?spam|kein-?spam)(?=[.-]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrapLabel();
}
