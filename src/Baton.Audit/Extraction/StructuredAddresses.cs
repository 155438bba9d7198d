using System.Text.Json;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Addresses for machines: JSON-LD, microdata, RDFa, microformats, meta and link elements, and the state of a page's script.</summary>
internal static class StructuredAddresses
{
    public static IEnumerable<(string Address, Publication How, IElement Element, string Snippet)> Of(IDocument document) =>
        Scripts(document).Concat(Properties(document)).Concat(Head(document));

    private static IEnumerable<(string, Publication, IElement, string)> Scripts(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type]"))
        {
            var type = script.GetAttribute("type")!.Split(';')[0].Trim().ToLowerInvariant();
            if (!type.EndsWith("json", StringComparison.Ordinal)) continue;
            var how = type == "application/ld+json" ? Publication.StructuredData : Publication.PageState;
            foreach (var address in Json(script.TextContent)) yield return (address, how, script, $"{type}: {address}");
        }
    }

    private static List<string> Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.Trim().TrimStart('\uFEFF'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 });
            return [.. JsonAddresses.Of(json.RootElement).Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        catch (JsonException)
        {
            // Broken JSON-LD is read by nobody: what it names is not published.
            return [];
        }
    }

    private static IEnumerable<(string, Publication, IElement, string)> Properties(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop],[property],.email,.u-email,.p-email"))
        {
            var property = (element.GetAttribute("itemprop") ?? element.GetAttribute("property") ?? "").ToLowerInvariant().Split(' ');
            var isNamed = property.Any(name => name is "email" or "schema:email" or "vcard:email" or "foaf:mbox" or "vcard:hasemail" or "og:email" or "business:contact_data:email" or "contact:email");
            if (!isNamed && !element.ClassList.Contains("u-email") && !(element.ClassList.Contains("email") && element.Closest(".vcard,.h-card") is not null)) continue;
            var value = element.GetAttribute("content") ?? element.GetAttribute("href") ?? element.GetAttribute("resource") ?? element.GetAttribute("value") ?? "";
            foreach (var address in JsonAddresses.Read(value)) yield return (address, element.LocalName == "meta" && property.Any(name => name.StartsWith("og:", StringComparison.Ordinal)) ? Publication.Metadata : Publication.StructuredData, element, value);
        }
    }

    private static IEnumerable<(string, Publication, IElement, string)> Head(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("meta[name][content],meta[http-equiv][content],link[href],meta[property][content]"))
        {
            var value = element.GetAttribute("content") ?? element.GetAttribute("href") ?? "";
            if (element.LocalName == "link")
            {
                if (!value.Contains("mailto:", StringComparison.OrdinalIgnoreCase)) continue;
                foreach (var (address, _) in LinkAddresses.Of(value)) yield return (address, Publication.Metadata, element, value);
            }
            else if (value.Length < 2000 && (element.GetAttribute("name") ?? element.GetAttribute("http-equiv") ?? element.GetAttribute("property") ?? "").ToLowerInvariant() is not ("viewport" or "twitter:site" or "twitter:creator" or "generator"))
            {
                foreach (var match in TextAddresses.Find(PageText.Clean(Ciphers.Unescape(value)))) yield return (match.Address, Publication.Metadata, element, value);
            }
        }
    }
}
