using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Addresses, whole, in pieces or encoded, in attributes that a script reads.</summary>
internal static partial class AttributeAddresses
{
    public static IEnumerable<(string Address, Publication How, string Snippet)> Of(IElement element)
    {
        var attributes = element.Attributes.Where(attribute => IsCarrier(element, attribute.Name) && attribute.Value.Length is > 1 and < 4000).Select(attribute => (Name: attribute.Name.ToLowerInvariant(), Value: attribute.Value.Trim())).ToList();
        if (attributes.Count == 0) return [];
        var pieces = Pieces(attributes);
        return pieces is not null ? [(pieces, Publication.Attributes, Shown(attributes))] : attributes.SelectMany(Whole);
    }

    /// <summary>An encoded text that is, decoded, an address and nothing else (but for "mailto:" before and a question mark after).</summary>
    public static (string Address, Publication How)? Decode(string value)
    {
        foreach (var (variant, how) in Variants(value))
        {
            if (OnlyAddress(variant) is { } address) return (address, how);
        }
        return null;
    }

    private static IEnumerable<(string Text, Publication How)> Variants(string value)
    {
        yield return (Ciphers.Unescape(value), Publication.Attributes);
        if (Ciphers.Base64(value) is { } base64)
        {
            yield return (Ciphers.Unescape(base64), Publication.Encoded);
            yield return (Ciphers.Reverse(base64), Publication.Encoded);
            yield return (Ciphers.Rot13(base64), Publication.Encoded);
            if (Ciphers.Base64(base64) is { } twice) yield return (twice, Publication.Encoded);
        }
        if (Ciphers.HexText(value) is { } hex) yield return (hex, Publication.Encoded);
        if (Ciphers.Cloudflare(value) is { } masked) yield return (masked, Publication.Cloudflare);
        yield return (Ciphers.Rot13(value), Publication.Shifted);
        // Some plugins turn the letters and leave the spoken sign as it is.
        if (value.Contains("[at]", StringComparison.OrdinalIgnoreCase)) yield return (Ciphers.Rot13(value.Replace("[at]", "@", StringComparison.OrdinalIgnoreCase).Replace("[dot]", ".", StringComparison.OrdinalIgnoreCase)), Publication.Shifted);
        var reverse = Ciphers.Reverse(value);
        yield return (reverse, Publication.ReversedText);
        if (Ciphers.Base64(reverse) is { } turned) yield return (turned, Publication.Encoded);
        yield return (Ciphers.Reverse(Ciphers.Rot13(value)), Publication.Shifted);
    }

    private static string? OnlyAddress(string text)
    {
        text = text.Trim();
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text[7..].Split('?')[0].Trim();
        if (text.Length is < 6 or > 254 || text.Contains('\n', StringComparison.Ordinal)) return null;
        var match = TextAddresses.Find(text).FirstOrDefault();
        return match.Address is not null && match.End - match.Start >= text.Length - 2 ? match.Address : null;
    }

    private static IEnumerable<(string Address, Publication How, string Snippet)> Whole((string Name, string Value) attribute)
    {
        if (attribute.Name.Contains("token", StringComparison.Ordinal))
        {
            foreach (var address in LinkAddresses.OfToken(attribute.Value)) yield return (address, Publication.Shifted, attribute.Value);
        }
        if (attribute.Value[0] is '{' or '[')
        {
            foreach (var address in Json(attribute.Value)) yield return (address, Publication.PageState, attribute.Value);
        }
        else if (Decode(attribute.Value) is { } found)
        {
            yield return (found.Address, found.How, $"{attribute.Name}=\"{attribute.Value}\"");
        }
    }

    private static IEnumerable<string> Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. JsonAddresses.Of(document.RootElement)];
        }
        catch (JsonException)
        {
            // Attributes that only look like JSON, e.g. a template's own braces, publish nothing.
            return [];
        }
    }

    private static string? Pieces(List<(string Name, string Value)> attributes)
    {
        string? Value(Regex names) => attributes.Find(attribute => names.IsMatch(attribute.Name)).Value;
        var (user, domain, top) = (Value(UserName()), Value(DomainName()), Value(TopName()));
        if (user is null || domain is null || user == domain) return null;
        foreach (var decode in (Func<string, string?>[])[text => text, Ciphers.Base64, Ciphers.Reverse, Ciphers.Rot13, Ciphers.HexText])
        {
            if (decode(user) is not { } local || decode(domain) is not { } host) continue;
            host = Spoken(host.TrimStart('@'));
            var end = top is null ? "" : "." + (decode(top) ?? top).TrimStart('.');
            if (local.Contains('@', StringComparison.Ordinal)) continue;
            var whole = host.Contains('.', StringComparison.Ordinal) ? AddressSyntax.Join(local, host) : null;
            if ((whole ?? AddressSyntax.Join(local, host + end)) is { } address) return address;
        }
        return null;
    }

    private static string Spoken(string domain) => SpokenDot().Replace(domain, ".");

    private static bool IsCarrier(IElement element, string name) =>
        name.StartsWith("data-", StringComparison.Ordinal) ? !name.StartsWith("data-cf", StringComparison.Ordinal)
        : name.StartsWith(':') || name.StartsWith("v-", StringComparison.Ordinal) || name.StartsWith("wire:", StringComparison.Ordinal) || name.StartsWith("x-", StringComparison.Ordinal) || name.StartsWith("ng-", StringComparison.Ordinal) || name.StartsWith("hx-", StringComparison.Ordinal) ? true
        : element.LocalName.Contains('-', StringComparison.Ordinal) ? name is not ("class" or "id" or "style")
        : name == "value" ? element.LocalName is "option" or "button" or "data"
        : name is "rel" or "name" or "email" or "mail" or "user" or "domain" or "host" or "tld" or ":email" or "x-data" or ":props" or "title" && element.LocalName is not ("meta" or "input" or "form" or "textarea" or "link");

    private static string Shown(List<(string Name, string Value)> attributes) => Snippets.Short(string.Join(' ', attributes.Select(attribute => $"{attribute.Name}=\"{attribute.Value}\"")));

    [GeneratedRegex(@"^(data-)?(e?-?mail-?)?(u|user|username|user-name|name|local|local-?part|account|mailbox|box|to|prefix|first|part-?1|p1|a|id|before|lhs|left|nick|alias|recipient|contact|m|e|start)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserName();

    [GeneratedRegex(@"^(data-)?(e?-?mail-?)?(d|dom|domain|domain-?name|host|hostname|site|server|at|suffix|last|part-?2|p2|b|after|rhs|right|web|website|provider|company|org|end)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^(data-)?(e?-?mail-?)?(t|tld|ext|extension|top|toplevel|top-level|zone|part-?3|p3|c|dot|suffix|country|end)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopName();

    [GeneratedRegex(@"\s*[\[({]\s*(dot|punkt|punto|point|\.)\s*[\])}]\s*|\s+(dot|punkt|punto|point)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpokenDot();
}
