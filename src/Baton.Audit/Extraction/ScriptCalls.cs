using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Calls of a function in another file that get an address in pieces: <c>mailTo('info', 'firma.de')</c>.</summary>
internal static partial class ScriptCalls
{
    public static IEnumerable<(string Address, IElement Element, string Snippet)> Of(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[onclick],[onmouseover],[href^='javascript:' i],script:not([src])"))
        {
            var code = element.LocalName == "script" ? element.TextContent : element.GetAttribute("onclick") ?? element.GetAttribute("onmouseover") ?? Uri.UnescapeDataString(element.GetAttribute("href") ?? "");
            if (code.Length > 4000) continue;
            foreach (Match call in Call().Matches(code))
            {
                var words = Literal().Matches(call.Groups["arguments"].Value).Select(word => Ciphers.Unescape(word.Groups["word"].Value).TrimStart('@')).Where(word => word.Length > 0).ToList();
                if (Join(words) is { } address) yield return (address, element, call.Value);
            }
        }
    }

    private static string? Join(List<string> words)
    {
        if (words.Count is < 1 or > 5) return null;
        foreach (var word in words)
        {
            if (AttributeAddresses.Decode(word) is { } whole) return whole.Address;
        }
        if (words.Count < 2 || words.Exists(word => word.Contains(' ', StringComparison.Ordinal) && word == words[0])) return null;
        if (words[1].Contains('.', StringComparison.Ordinal) && AddressSyntax.Join(words[0], words[1]) is { } two) return two;
        if (words.Count > 2 && AddressSyntax.Join(words[0], $"{words[1]}.{words[2].TrimStart('.')}") is { } three) return three;
        return words[0].Contains('.', StringComparison.Ordinal) && !words[1].Contains('.', StringComparison.Ordinal) && AddressSyntax.IsDomain(words[0].ToLowerInvariant()) ? AddressSyntax.Join(words[1], words[0]) : null;
    }

    [GeneratedRegex(@"\b\w*(?:mail|contact|kontakt|addr|nospam|antispam|courriel|correo)\w*\s*\((?<arguments>[^()]{5,200})\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"'(?<word>[^']*)'|""(?<word>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
