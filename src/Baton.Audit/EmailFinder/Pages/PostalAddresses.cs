using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Postal addresses: as data for machines, in address elements, and as a street with a number above a place with a code.</summary>
internal static partial class PostalAddresses
{
    public static IEnumerable<PageContact> Read(IDocument document, TextStream text, PageKind kind) => Data(document).Concat(Elements(document)).Concat(Lines(text, kind));

    private static IEnumerable<PageContact> Data(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var match = Street().Match(script.TextContent);
            if (!match.Success) continue;
            var street = JsonSerializer.Deserialize($"\"{match.Groups["street"].Value}\"", AuditJson.Default.String) ?? "";
            yield return new(RouteKind.Post, Snippets.Short(street, 120), Snippets.Short(script.TextContent[match.Index..Math.Min(script.TextContent.Length, match.Index + 200)]), ElementPath.Of(script));
        }
        foreach (var element in document.QuerySelectorAll("[itemprop='streetAddress']"))
            yield return new(RouteKind.Post, Snippets.Short(element.TextContent, 120), Snippets.Short(element.ParentElement?.TextContent ?? element.TextContent), ElementPath.Of(element));
    }

    private static IEnumerable<PageContact> Elements(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("address"))
        {
            if (Code().Match(element.TextContent) is { Success: true }) yield return new(RouteKind.Post, Snippets.Short(element.TextContent, 120), Snippets.Short(element.TextContent), ElementPath.Of(element));
        }
    }

    private static IEnumerable<PageContact> Lines(TextStream text, PageKind kind)
    {
        if (kind is not (PageKind.Imprint or PageKind.Contact or PageKind.Privacy or PageKind.Home or PageKind.Complaints)) yield break;
        foreach (Match match in StreetAndPlace().Matches(text.Text).Take(3))
            yield return new(RouteKind.Post, Snippets.Short(match.Value.Replace('\n', ','), 120), Snippets.Short(match.Value), ElementPath.Of(text.SourceOf(match.Index, match.Index + 1).Element));
    }

    [GeneratedRegex(@"""streetAddress""\s*:\s*""(?<street>[^""\\]{3,120})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b\d{4,5}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"[\p{Lu}\d][\p{L}\d. '-]{3,50}\s\d{1,4}\s?[a-zA-Z]?\s*[,\n]\s*(([A-Z]{1,2}-)?\d{4,5}\s+\p{Lu}[\p{L} -]{2,40}|\p{Lu}[\p{L} -]{2,30},?\s+[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})|\d{1,5}\s+\p{Lu}[\p{L} ]{2,40}\s*[,\n]\s*(\d{5}\s+\p{Lu}[\p{L} -]{2,30}|\p{Lu}[\p{L} ]{2,30},?\s+[A-Z]{2}\s+\d{5})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StreetAndPlace();
}
