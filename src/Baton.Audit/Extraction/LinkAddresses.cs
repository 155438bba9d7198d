using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Addresses that a link leads to, disguised or not.</summary>
internal static partial class LinkAddresses
{
    private static readonly string[] Carriers = ["href", "xlink:href", "action", "formaction", "data-href", "data-link", "data-url", "data-mailto", "data-action"];

    /// <summary>Address and way of publishing, for every link of an element.</summary>
    public static IEnumerable<(string Address, Publication How, string Link)> Of(IElement element)
    {
        foreach (var name in Carriers)
        {
            if (element.GetAttribute(name) is not { Length: > 4 and < 4000 } link) continue;
            foreach (var (address, how) in Of(link)) yield return (address, how, link);
        }
        foreach (var name in (string[])["data-cfemail", "data-cf-email"])
        {
            if (element.GetAttribute(name) is { } hidden && Ciphers.Cloudflare(hidden) is { } plain && AddressSyntax.Parse(plain) is { } address) yield return (address, Publication.Cloudflare, hidden);
        }
    }

    public static IEnumerable<(string Address, Publication How)> Of(string link)
    {
        var compact = WhiteSpace().Replace(link.Trim(), "");
        if (Scheme().Match(compact) is { Success: true } scheme) return Recipients(link.Trim()[(link.Trim().IndexOfAny([':', ';']) + 1)..].TrimStart('/')).Select(address => (address, Publication.MailtoLink));
        if (Protected().Match(compact) is { Success: true } cloudflare) return AddressSyntax.Parse((Ciphers.Cloudflare(cloudflare.Groups["hex"].Value) ?? "").Split('?')[0]) is { } one ? [(one, Publication.Cloudflare)] : [];
        if (compact.StartsWith("data:text/", StringComparison.OrdinalIgnoreCase) && compact.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma) return OfData(link.Trim(), compact[..comma]);
        if (compact.StartsWith('%') || compact.Contains("&#", StringComparison.Ordinal))
        {
            var plain = Ciphers.Unescape(compact);
            if (plain != compact && Scheme().IsMatch(plain)) return Of(plain);
        }
        if (compact.StartsWith("znvygb:", StringComparison.OrdinalIgnoreCase)) return Of(Ciphers.Rot13(compact)).Select(found => (found.Address, Publication.Shifted));
        if (compact.EndsWith(":otliam", StringComparison.OrdinalIgnoreCase)) return Of(Ciphers.Reverse(compact)).Select(found => (found.Address, Publication.ReversedText));
        if (Typo3().Match(compact) is { Success: true } call) return Shifted(Ciphers.Unescape(call.Groups["text"].Value)).Select(address => (address, Publication.Shifted));
        if (Composer().Match(compact) is { Success: true } composer) return Recipients(composer.Groups["to"].Value).Select(address => (address, Publication.MailtoLink));
        if (!compact.Contains("://", StringComparison.Ordinal) && !compact.Contains('/', StringComparison.Ordinal) && Bare().IsMatch(compact) && AddressSyntax.Parse(Ciphers.Unescape(compact).Split('?')[0]) is { } bare && Lookalikes.OfNames(AddressSyntax.Local(bare), AddressSyntax.Domain(bare)) is null)
            return [(bare, Publication.MailtoLink)];
        return [];
    }

    /// <summary>The recipients that a mailto link names: before the question mark, separated by commas, and in its to, cc and bcc fields (RFC 6068).</summary>
    public static IEnumerable<string> Recipients(string target)
    {
        var parts = System.Net.WebUtility.HtmlDecode(target).Split('?', 2);
        var lists = new List<string> { parts[0] };
        if (parts.Length > 1)
        {
            foreach (var field in parts[1].Split('&'))
            {
                var pair = field.Split('=', 2);
                if (pair.Length == 2 && pair[0].Trim().ToLowerInvariant() is "to" or "cc" or "bcc") lists.Add(pair[1]);
            }
        }
        return lists.SelectMany(list => list.Split(',', ';')).SelectMany(Read).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A small file inside the link itself, e.g. a contact card.</summary>
    private static IEnumerable<(string Address, Publication How)> OfData(string link, string head)
    {
        var body = link[(link.IndexOf(',', StringComparison.Ordinal) + 1)..];
        var text = head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase) ? Ciphers.Base64(body) : Uri.UnescapeDataString(body);
        return text is null ? [] : TextAddresses.Find(text).Select(match => (match.Address, Publication.Encoded)).DistinctBy(found => found.Address);
    }

    private static IEnumerable<string> Read(string recipient)
    {
        var plain = Ciphers.Unescape(recipient).Trim().Trim('<', '>', '"', '\'', '.', ',').Trim();
        if (AddressSyntax.Parse(plain) is { } address) return [address];
        return TextAddresses.Find(PageText.Clean(plain)).Select(match => match.Address);
    }

    /// <summary>TYPO3 moves the letters of "mailto:…" by a number that the page does not tell: only one gives a mailto back.</summary>
    private static IEnumerable<string> Shifted(string text)
    {
        for (var by = -26; by <= 26; by++)
        {
            foreach (var plain in (string[])[Ciphers.ShiftRanges(text, by), Ciphers.Shift(text, by)])
            {
                if (plain.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return Recipients(plain[7..]);
            }
        }
        return [];
    }

    /// <summary>A token as TYPO3 12 and later write it into an attribute.</summary>
    public static IEnumerable<string> OfToken(string token) => Shifted(token);

    [GeneratedRegex(@"^(https?://)?(mailto|malito|maito|mail-to|mailt|e-?mail|mail)\s*(:|;)/*(?!//)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"/cdn-cgi/l/email-protection#(?<hex>[0-9a-f]{8,})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Protected();

    [GeneratedRegex(@"(?:linkTo_UnCryptMailto|UnCryptMailto|decryptMailto|linkTo\w*|unCrypt\w*)\(\s*(?:'|%27|"")(?<text>.+?)(?:'|%27|"")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typo3();

    [GeneratedRegex(@"^https?://(?:mail\.google\.com/mail|outlook\.(?:live|office|office365)\.com/|compose\.mail\.yahoo\.com)[^#]*[?&]to=(?<to>[^&]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Composer();

    [GeneratedRegex(@"^[^@:]+(@|%40)[^@:]+\.[^@:]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bare();
}
