using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Reads everything the audit keeps from a fetched page.</summary>
internal sealed partial class PageFactsReader(AddressReader reader, IReadOnlyCollection<string> ownHosts)
{
    private const int MostLinks = 2000;

    public PageFacts Read(FetchedPage page, bool isHome)
    {
        var facts = new PageFacts(page.Url, page.Asked, page.Outcome, page.At)
        {
            Status = page.Status,
            Problem = page.Problem,
            ContentType = page.ContentType,
            Sha256 = page.Body.Length > 0 ? Convert.ToHexStringLower(SHA256.HashData(page.Body.Span)) : null,
            IsComplete = !page.IsCut,
            Kind = isHome ? PageKind.Home : PageKinds.Of(page.Url, ""),
        };
        if (!page.IsPage || page.Body.Length == 0) return facts;
        var extraction = page.ContentType switch
        {
            _ when page.Body.Span.StartsWith("%PDF-"u8) => PdfAddresses.Read(page.Body.ToArray(), ownHosts),
            "text/vcard" or "text/x-vcard" or "text/directory" => VCardAddresses.Read(TextDecoding.Decode(page.Body.Span, page.Charset).Text, ownHosts),
            "text/plain" => AddressReader.ReadText(TextDecoding.Decode(page.Body.Span, page.Charset).Text, ownHosts),
            _ => null,
        };
        if (facts.Url.AbsolutePath == "/.well-known/security.txt" && page.ContentType == "text/plain") facts = facts with { SecurityTxt = SecurityTxt.Read(TextDecoding.Decode(page.Body.Span, page.Charset).Text) };
        if (extraction is not null) return facts with { Addresses = extraction.Addresses, IsComplete = facts.IsComplete && extraction.IsComplete };
        return ReadableContent.IsPage(page.ContentType) || page.ContentType.Length == 0 ? ReadHtml(facts, TextDecoding.Decode(page.Body.Span, page.Charset).Text, isHome) : facts;
    }

    /// <summary>The facts of a page as a browser made it, put beside those of the page as it came.</summary>
    public PageFacts WithRendered(PageFacts facts, string html)
    {
        var rendered = ReadHtml(facts, html, facts.Kind == PageKind.Home);
        var known = facts.Addresses.Select(found => (AddressSyntax.Key(found.Address), found.How)).ToHashSet();
        return rendered with
        {
            IsRendered = true,
            NeedsScripts = facts.NeedsScripts,
            // What only the browser shows needs scripts.
            Addresses = [.. facts.Addresses, .. rendered.Addresses.Where(found => !known.Contains((AddressSyntax.Key(found.Address), found.How))).Select(found => found with { How = found.How is Publication.Text or Publication.MailtoLink ? Publication.Script : found.How, Exposure = found.Exposure with { WithoutScripts = false } })],
        };
    }

    private PageFacts ReadHtml(PageFacts facts, string html, bool isHome)
    {
        var document = AddressReader.Parse(html);
        var (extraction, page) = reader.Read(document, html, ownHosts, runsScripts: true);
        var text = page.Shown;
        var title = Snippets.Short(document.Title ?? "", 150);
        var kind = isHome ? PageKind.Home : PageKinds.Of(facts.Url, $"{title} {Snippets.Short(document.QuerySelector("h1")?.TextContent ?? "", 80)}");
        var language = PageLanguage.Of(document, text.Text);
        List<PageContact> contacts = [.. ContactReader.Read(document, text, kind, RegionOf(facts.Url, language))];
        string? Quoted(Regex words, bool isAsked) => isAsked && words.Match(text.Text) is { Success: true } found ? text.Around(found.Index, found.Index + found.Length) : null;
        return facts with
        {
            Title = title,
            Kind = kind,
            Language = language,
            Links = [.. Links(document, facts.Url)],
            Addresses = extraction.Addresses,
            Images = extraction.Images,
            IsComplete = facts.IsComplete && extraction.IsComplete,
            Forms = [.. FormReader.Read(document, facts.Url)],
            Contacts = contacts,
            DpoMention = Quoted(Dpo(), kind is PageKind.Privacy or PageKind.Imprint),
            RepresentativeMention = Quoted(Representative(), kind is PageKind.Privacy or PageKind.Imprint),
            MachineMention = Quoted(Machine(), contacts.Exists(contact => contact.Kind == RouteKind.Chat)),
            UnlikeLinks = [.. Unlike(document)],
            NeedsScripts = text.Text.Trim().Length < 200 && document.Scripts.Length > 0 && document.QuerySelector("#root,#app,#__next,[data-reactroot],app-root,noscript,div:empty") is not null,
            AsksForPassword = document.QuerySelector("input[type=password]") is not null,
            HarvestingNotice = Notice().Match(text.Text) is { Success: true } notice ? text.Around(notice.Index, notice.Index + notice.Length) : null,
            CopyrightYear = Copyright().Matches(text.Text).Select(match => int.Parse(match.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() is > 0 and var year ? year : null,
        };
    }

    /// <summary>The country whose numbers are written without a country code: that of the domain, or the largest that speaks the page's language.</summary>
    private static string RegionOf(Uri url, string language)
    {
        var top = url.IdnHost[(url.IdnHost.LastIndexOf('.') + 1)..].ToUpperInvariant();
        if (top.Length == 2 && char.IsAsciiLetter(top[0]) && top is not ("EU" or "IO" or "CO" or "AI" or "TV" or "ME")) return top == "UK" ? "GB" : top;
        return language switch { "de" => "DE", "fr" => "FR", "es" => "ES", "it" => "IT", "nl" => "NL", "pt" => "PT", "pl" => "PL", "en" => "US", "ja" => "JP", "zh" => "CN", _ => "ZZ" };
    }

    private static IEnumerable<PageLink> Links(IDocument document, Uri page)
    {
        var root = document.QuerySelector("base[href]")?.GetAttribute("href") is { } given && Uri.TryCreate(page, given, out var named) ? named : page;
        var seen = new HashSet<Uri>();
        foreach (var link in document.QuerySelectorAll("a[href],area[href],iframe[src],link[rel=alternate][hreflang][href]"))
        {
            if (link.LocalName == "a" && (link.GetAttribute("rel") ?? "").Contains("nofollow", StringComparison.OrdinalIgnoreCase) && !PageKinds.OfText(link.TextContent).Equals(PageKind.Contact)) continue;
            if (!Uri.TryCreate(root, link.GetAttribute("href") ?? link.GetAttribute("src"), out var target) || target.Scheme is not ("http" or "https")) continue;
            target = SiteUrls.Normalize(target);
            if (seen.Count < MostLinks && seen.Add(target)) yield return new(target, Snippets.Short(link.TextContent.Trim().Length > 0 ? link.TextContent : link.GetAttribute("aria-label") ?? link.GetAttribute("title") ?? "", 80));
        }
    }

    private static IEnumerable<UnlikeLink> Unlike(IDocument document)
    {
        foreach (var link in document.QuerySelectorAll("a[href^='mailto:' i]"))
        {
            var targets = LinkAddresses.Of(link.GetAttribute("href")!).Select(found => found.Address).ToList();
            var shown = TextAddresses.Find(PageText.Clean(link.TextContent)).Select(match => match.Address).FirstOrDefault();
            if (shown is not null && targets.Count > 0 && !targets.Exists(target => AddressSyntax.Key(target) == AddressSyntax.Key(shown))) yield return new(targets[0], shown, ElementPath.Of(link));
        }
    }

    [GeneratedRegex(@"data\s+protection\s+officer|\bDPO\b|datenschutzbeauftragte|délégué\w*\s+à\s+la\s+protection|delegad[oa]\s+de\s+protección|responsabile\s+della\s+protezione|functionaris\s+gegevensbescherming|encarregado\s+(da|de)\s+proteção|inspektor\w*\s+ochrony\s+danych|dataskyddsombud|databeskyttelsesrådgiver|personvernombud|tietosuojavastaava", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dpo();

    [GeneratedRegex(@"(EU|european\s+union|union|article\s+27|art\.?\s*27)[\s-]{0,3}\w*\s*representative|representative\s+(in|for)\s+the\s+(EU|EEA|european\s+union|union)|EU-?vertreter|vertreter\w*\s+in\s+der\s+(europäischen\s+)?union|représentant\s+dans\s+l.union|representante\s+en\s+la\s+unión", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Representative();

    [GeneratedRegex(@"\bchat-?bots?\b|\b(ai|virtual|digital|automated)\s+(assistant|agent)\b|\b(ki|virtuelle[rn]?|digitale[rn]?)[\s-]assistent|assistant\w*\s+(virtuel|numérique|ia)\b|asistente\s+(virtual|digital|de\s+ia)|assistente\s+(virtuale|virtual|digital)|virtuele\s+assistent|wirtualn\w+\s+asystent", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();

    [GeneratedRegex(@"\bharvest(ing|er)?\b|address\s+(collection|extraction)|(werbung|werbe|spam)[^.\n]{0,80}(widersprochen|untersagt)|kontaktdaten[^.\n]{0,120}widersprochen|collect[^.\n]{0,40}e-?mail\s+addresses[^.\n]{0,60}(prohibited|forbidden|not\s+(allowed|permitted))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notice();

    [GeneratedRegex(@"(©|\(c\)|copyright)[^\n]{0,30}?\b((19|20)\d\d\s*[-–]\s*)?(?<year>(19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Copyright();
}
