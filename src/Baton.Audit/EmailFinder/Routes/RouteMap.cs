namespace Baton.Audit;

/// <summary>Puts together what the pages advertise: one route for one address, number or place, with everywhere it appears.</summary>
internal static class RouteMap
{
    public static IReadOnlyList<Route> Build(IReadOnlyList<PageFacts> pages)
    {
        var seen = Merged([.. pages.SelectMany(Advertised)]).GroupBy(one => (one.Kind, Key(one.Kind, one.Target)));
        return [.. seen.Select(group => Of(group.Key.Kind, [.. group])).OrderBy(route => route.Kind).ThenBy(route => route.Clicks ?? int.MaxValue).ThenBy(route => route.Target, StringComparer.Ordinal)];
    }

    /// <summary>One postal address is written in longer and shorter ways: the longest stands for all that are part of it.</summary>
    private static IEnumerable<(RouteKind Kind, string Target, Appearance At, PageFacts Page)> Merged(List<(RouteKind Kind, string Target, Appearance At, PageFacts Page)> seen)
    {
        var longest = seen.Where(one => one.Kind == RouteKind.Post).Select(one => one.Target).Distinct(StringComparer.Ordinal).OrderByDescending(target => target.Length).ToList();
        return seen.Select(one => one.Kind == RouteKind.Post ? one with { Target = longest.Find(target => Letters(target).Contains(Letters(one.Target), StringComparison.Ordinal)) ?? one.Target } : one);
    }

    private static string Letters(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static Route Of(RouteKind kind, List<(RouteKind Kind, string Target, Appearance At, PageFacts Page)> seen)
    {
        var appearances = seen.OrderBy(one => one.Page.Clicks ?? int.MaxValue).Select(one => one.At).ToList();
        var exposures = appearances.Select(one => one.Exposure ?? Exposure.Everybody).ToList();
        return new(kind, seen[0].Target, RoutePurposes.Of(kind, seen[0].Target, appearances), appearances)
        {
            Languages = [.. seen.Select(one => one.Page.Language).Where(language => language.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            Clicks = seen.Min(one => one.Page.Clicks),
            Exposure = new(Best(exposures.Select(one => one.WithoutScripts)), Best(exposures.Select(one => one.WithScripts)), Best(exposures.Select(one => one.ToScreenReader))),
        };
    }

    private static IEnumerable<(RouteKind Kind, string Target, Appearance At, PageFacts Page)> Advertised(PageFacts page)
    {
        Appearance At(string where, string snippet) => new(page.Url, page.Kind, where, snippet, page.At, page.Sha256);
        foreach (var found in page.Addresses.Where(found => found.Residue is null))
            yield return (RouteKind.Email, found.Address, At(found.Where, found.Snippet) with { How = found.How, Exposure = found.Exposure }, page);
        foreach (var form in page.Forms) yield return (RouteKind.Form, form.Action.GetLeftPart(UriPartial.Path), At(form.Where, $"{form.Method} {form.Action}"), page);
        foreach (var contact in page.Contacts) yield return (contact.Kind, contact.Target, At(contact.Where, contact.Snippet), page);
        if (page.SecurityTxt is not null) yield return (RouteKind.SecurityTxt, page.Url.AbsoluteUri, At("", page.Url.AbsolutePath), page);
    }

    private static string Key(RouteKind kind, string target) => kind switch
    {
        RouteKind.Email => AddressSyntax.Key(target),
        RouteKind.Post => Letters(target),
        _ => target.ToLowerInvariant(),
    };

    private static bool? Best(IEnumerable<bool?> values)
    {
        bool? best = false;
        foreach (var value in values)
        {
            if (value == true) return true;
            best = value is null ? null : best;
        }
        return best;
    }
}
