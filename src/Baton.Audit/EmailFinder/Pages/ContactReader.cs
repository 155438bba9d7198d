using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Finds telephone numbers, chats, messengers, profiles and postal addresses.</summary>
internal static partial class ContactReader
{
    private static readonly (RouteKind Kind, string Vendor, Regex Pattern)[] Services = [.. EmbeddedText.Lines("EmailFinder.Pages.services.txt").Select(line => line.Split('|', 3, StringSplitOptions.TrimEntries)).Select(parts => (
        Enum.Parse<RouteKind>(parts[0]), parts[1], new Regex(parts[2], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))))];

    public static IEnumerable<PageContact> Read(IDocument document, TextStream text, PageKind kind, string region) =>
        Links(document, region).Concat(Chats(document)).Concat(PhonesIn(text, kind, region)).Concat(PostalAddresses.Read(document, text, kind))
            .DistinctBy(contact => (contact.Kind, contact.Target));

    private static IEnumerable<PageContact> Links(IDocument document, string region)
    {
        foreach (var link in document.QuerySelectorAll("a[href]"))
        {
            var href = link.GetAttribute("href")!.Trim();
            var words = Snippets.Short(link.TextContent.Length > 0 ? link.TextContent : link.GetAttribute("aria-label") ?? href, 100);
            if (Telephone().Match(href) is { Success: true } call)
            {
                yield return new(RouteKind.Phone, PhoneNumbersReader.Format(Uri.UnescapeDataString(call.Groups["number"].Value), region), words, ElementPath.Of(link));
                continue;
            }
            if (Share().IsMatch(href)) continue;
            foreach (var (kind, _, pattern) in Services)
            {
                if (kind == RouteKind.Chat || !pattern.IsMatch(href)) continue;
                yield return new(kind, href.TrimEnd('/'), words, ElementPath.Of(link));
                break;
            }
        }
    }

    private static IEnumerable<PageContact> Chats(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script,iframe[src]"))
        {
            var code = script.GetAttribute("src") ?? (script.LocalName == "script" && script.TextContent.Length < 20_000 ? script.TextContent : "");
            if (code.Length == 0) continue;
            foreach (var (kind, vendor, pattern) in Services)
            {
                if (kind == RouteKind.Chat && pattern.Match(code) is { Success: true } match) yield return new(RouteKind.Chat, vendor, match.Value, ElementPath.Of(script));
            }
        }
    }

    private static IEnumerable<PageContact> PhonesIn(TextStream text, PageKind kind, string region)
    {
        // Elsewhere a row of digits is more often an article or an account.
        if (kind is PageKind.Other or PageKind.SignIn or PageKind.Careers or PageKind.Terms) yield break;
        foreach (Match label in Labelled().Matches(text.Text))
        {
            var number = label.Groups["number"];
            if (PhoneNumbersReader.Valid(number.Value, region) is { } valid)
                yield return new(RouteKind.Phone, valid, Snippets.Short(label.Value, 100), ElementPath.Of(text.SourceOf(number.Index, number.Index + 1).Element));
        }
    }

    [GeneratedRegex(@"^(tel|callto):(?<number>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"sharer|/share|intent/|shareArticle|[?&](u|url|text|body)=https?|wa\.me/\?text|api\.whatsapp\.com/send\?text", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"(tel|telefon|phone|fon|call|hotline|mobil|mobile|téléphone|teléfono|telefono|☎|📞|t)\s*[.:]*\s*:?\s*(?<number>\+?[\d(][\d\s()/.–-]{5,24}\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labelled();
}
