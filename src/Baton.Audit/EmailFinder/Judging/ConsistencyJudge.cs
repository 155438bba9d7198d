namespace Baton.Audit;

/// <summary>Judges whether the site says the same everywhere.</summary>
internal static class ConsistencyJudge
{
    private static readonly RoutePurpose[] OneIsEnough = [RoutePurpose.Support, RoutePurpose.Privacy, RoutePurpose.Complaints];

    public static IEnumerable<Finding> Judge(Survey survey) => SeveralForOne(survey).Concat(Data(survey)).Concat(DeadLinks(survey)).Concat(Languages(survey)).Concat(Years(survey)).Concat(Notices(survey));

    private static IEnumerable<Finding> SeveralForOne(Survey survey)
    {
        foreach (var group in survey.Emails.Where(route => OneIsEnough.Contains(route.Purpose) && survey.IsOwn(AddressSyntax.Domain(route.Target))).GroupBy(route => route.Purpose))
        {
            var routes = group.Where(route => route.Appearances.Any(seen => seen.Exposure?.WithScripts != false)).ToList();
            if (routes.Count < 2 || routes.Select(route => string.Join(',', route.Languages)).Distinct(StringComparer.Ordinal).Count() == routes.Count) continue;
            yield return new("email.several-for-purpose", group.Key.ToString(), Verdict.Confirmed, Severity.Notice, $"{routes.Count} addresses serve one purpose ({group.Key.ToString().ToLowerInvariant()}): {string.Join(", ", routes.Select(route => route.Target))}.", "That may be on purpose. If one of them is old, some people write to it.",
                [.. routes.Select(route => Quotes.Of(route.Appearances[0]))], "Check that somebody reads each of them, or keep one.");
        }
    }

    /// <summary>Whether an address stands in the data for machines only, while the pages show others.</summary>
    public static bool IsDataAlone(Route route, Survey survey) =>
        route.Appearances.All(seen => seen.How == Publication.StructuredData && seen.Exposure?.WithScripts == false) && survey.Emails.Any(other => other.Exposure.WithScripts != false);

    private static IEnumerable<Finding> Data(Survey survey)
    {
        foreach (var route in survey.Emails)
        {
            if (!IsDataAlone(route, survey)) continue;
            var visible = survey.Emails.Where(other => other.Exposure.WithScripts != false).ToList();
            yield return new("email.data-differs", route.Target, Verdict.Confirmed, Severity.Low, $"The data for machines name {route.Target}, the pages do not.", "Search engines and assistants tell people another address than the site does.",
                [Quotes.Of(route.Appearances[0]), Quotes.Of(visible[0].Appearances[0])], "Name the same address in both.");
        }
    }

    private static IEnumerable<Finding> DeadLinks(Survey survey)
    {
        foreach (var page in survey.Pages.Where(page => page.Status is 404 or 410 && page.Clicks is not null))
        {
            var (from, link) = survey.Pages.SelectMany(source => source.Links.Select(one => (source, one))).FirstOrDefault(one => one.one.Url == page.Asked);
            if (from is null) continue;
            var kind = PageKinds.OfText(link.Text) is var named and not PageKind.Other ? named : PageKinds.Of(page.Asked, "");
            if (kind is not (PageKind.Contact or PageKind.Imprint or PageKind.Complaints or PageKind.Help or PageKind.Privacy or PageKind.Accessibility)) continue;
            yield return new("link.dead", page.Asked.AbsoluteUri, Verdict.Confirmed, kind is PageKind.Contact or PageKind.Imprint ? Severity.High : Severity.Medium, $"The link \"{link.Text}\" leads to a page that is not there.", $"The page answers {page.Status}.",
                [Quotes.Of(from, $"{link.Text} → {link.Url}"), Quotes.Of(page, $"HTTP {page.Status}")], "Bring the page back or mend the link.");
        }
    }

    private static IEnumerable<Finding> Languages(Survey survey)
    {
        var pages = survey.Pages.Where(page => page.IsPage && page.Language.Length > 0).GroupBy(page => page.Language, StringComparer.Ordinal).Where(group => group.Count() >= 5).ToList();
        var served = survey.Routes.Where(route => route.Kind is RouteKind.Email or RouteKind.Form or RouteKind.Phone).SelectMany(route => route.Languages).ToHashSet(StringComparer.Ordinal);
        if (served.Count == 0) yield break;
        foreach (var language in pages.Where(group => !served.Contains(group.Key)))
        {
            yield return new("language.no-route", language.Key, survey.Missing, Severity.Medium, $"The pages in {language.Key} name no way to write or call.", $"{language.Count()} pages are in this language; the routes stand on pages in {string.Join(", ", served.Order(StringComparer.Ordinal))}.", [Quotes.Of(language.First(), language.First().Title), Quotes.Of(survey)], "Put the routes on a page in every language of the site.");
        }
    }

    // Whoever forbids collecting is told what this report is for; nothing in it is made for mailing.
    private static IEnumerable<Finding> Notices(Survey survey)
    {
        if (survey.Pages.FirstOrDefault(page => page.HarvestingNotice is not null) is not { } page) yield break;
        yield return new("site.no-collecting", survey.OwnDomain, Verdict.Confirmed, Severity.Notice, "The site objects to the collection or the use of its addresses for advertising.", "The addresses in this report serve the audit and nothing else.", [Quotes.Of(page, page.HarvestingNotice!)], "Do not use the addresses for advertising, and keep the report no longer than the audit needs.");
    }

    private static IEnumerable<Finding> Years(Survey survey)
    {
        var years = survey.Pages.Where(page => page.CopyrightYear is not null).ToList();
        if (years.Count == 0 || years.Max(page => page.CopyrightYear) is not { } newest || newest >= survey.Day.Year - 2) yield break;
        var page = years.First(one => one.CopyrightYear == newest);
        yield return new("site.old", survey.OwnDomain, Verdict.Confirmed, Severity.Notice, $"The newest year in a copyright notice is {newest}.", "Addresses on a site that nobody tends may be old too.", [Quotes.Of(page, $"© {newest}")], "Check that the addresses still hold.");
    }
}
