namespace Baton.Audit;

/// <summary>Judges the whole: what is missing, what hangs on one thing, how far it is.</summary>
internal static class StructureJudge
{
    private const int FewClicks = 3;

    public static IEnumerable<Finding> Judge(Survey survey)
    {
        var emails = survey.Emails.Where(route => route.Exposure.WithScripts != false && route.Purpose != RoutePurpose.NoReply).ToList();
        var open = survey.Routes.Where(route => route.Kind is not (RouteKind.SecurityTxt or RouteKind.Social) && route.Reach != Reachability.Closed && route.Purpose != RoutePurpose.NoReply && route.Exposure.WithScripts != false).ToList();
        var dead = survey.Routes.FirstOrDefault(route => route.Reach == Reachability.Closed && route.Exposure.WithScripts != false);
        if (open.Count == 0 && dead is not null)
            yield return new("route.none", survey.OwnDomain, survey.Missing == Verdict.CouldNotTell ? Verdict.CouldNotTell : Verdict.Confirmed, Severity.High, "Every way to the organisation that was found cannot work.", $"{survey.Routes.Count(route => route.Reach == Reachability.Closed)} were found, and for none of them can it work; form, telephone, chat or postal address was not seen.", [Quotes.Of(dead.Appearances[0]), Quotes.Of(survey)], "Mend the addresses and name a second way.");
        else if (open.Count == 0)
            yield return new("route.none", survey.OwnDomain, survey.Missing, Severity.High, "No way to reach the organisation was found.", "Neither address nor form, telephone, chat or postal address was seen.", [Quotes.Of(survey)], "Name at least two ways on every page.") { Rule = AuditRules.Of("plain-contact", survey.Day) };
        else if (emails.Count == 0)
            yield return new("email.none", survey.OwnDomain, survey.Missing, Severity.High, "No e-mail address was found.", $"What was found instead: {string.Join(", ", open.Select(route => route.Kind.ToString().ToLowerInvariant()).Distinct())}. Who needs a copy of what was written, or writes from a program of their own, has no way.", [Quotes.Of(survey), Quotes.Of(open[0].Appearances[0])], "Publish an address beside the other ways.");
        foreach (var finding in SinglePoint(survey, open).Concat(Distance(survey, open)).Concat(SignIn(survey, open)).Concat(Praise(survey, emails, open))) yield return finding;
    }

    private static IEnumerable<Finding> SinglePoint(Survey survey, List<Route> open)
    {
        var rule = AuditRules.Of("two-means", survey.Day);
        var kinds = open.Where(route => route.Kind != RouteKind.Post).Select(route => route.Kind).Distinct().ToList();
        if (open.Count > 0 && kinds is [var only])
            yield return new("structure.one-means", only.ToString(), survey.Coverage.IsComplete ? Verdict.Confirmed : Verdict.CouldNotTell, Severity.Low, $"Everything hangs on one means: {only.ToString().ToLowerInvariant()}.", "If it fails, nobody gets through and nobody can say so.", [.. open.Take(3).Select(route => Quotes.Of(route.Appearances[0])), Quotes.Of(survey)], "Add a second, independent way, e.g. a telephone number.") { Rule = rule };
        var domains = open.Where(route => route.Kind == RouteKind.Email).Select(route => AddressSyntax.Domain(route.Target)).Distinct(StringComparer.Ordinal).ToList();
        if (domains is [var domain] && kinds.Count > 1 && kinds.TrueForAll(kind => kind is RouteKind.Email or RouteKind.Form) && survey.IsOwn(domain))
            yield return new("structure.one-domain", domain, Verdict.Confirmed, Severity.Notice, $"All ways hang on the domain {domain}.", "If the domain, its DNS or its mail fails, address and form fail together.", [Quotes.Of(open[0].Appearances[0])], "Add a way that does not need it, e.g. a telephone number.") { Rule = rule };
    }

    private static IEnumerable<Finding> Distance(Survey survey, List<Route> open)
    {
        var near = open.Where(route => route.Kind is RouteKind.Email or RouteKind.Form or RouteKind.Phone or RouteKind.Chat).ToList();
        if (near.Count == 0 || near.Min(route => route.Clicks ?? int.MaxValue) is var clicks && clicks <= FewClicks) yield break;
        var route = near.MinBy(one => one.Clicks ?? int.MaxValue)!;
        yield return new("structure.far", survey.OwnDomain, Verdict.Confirmed, Severity.Low, route.Clicks is null ? "No link from home leads to a way to write or call." : $"The nearest way to write or call is {route.Clicks} clicks from home.", "People give up on the way.", [Quotes.Of(route.Appearances[0])], "Link the contact page from every page.") { Rule = AuditRules.Of("plain-contact", survey.Day) };
    }

    private static IEnumerable<Finding> SignIn(Survey survey, List<Route> open)
    {
        foreach (var page in survey.Pages.Where(page => page.Kind is PageKind.Contact or PageKind.Help or PageKind.Complaints && (page.AsksForPassword || page.Status is 401 or 403) && page.Forms.Count == 0 && page.Addresses.Count == 0))
        {
            var alone = !open.Exists(route => route.Kind is RouteKind.Email or RouteKind.Phone or RouteKind.Form);
            yield return new("route.sign-in-only", page.Url.AbsoluteUri, Verdict.Confirmed, alone ? Severity.High : Severity.Low, $"\"{page.Title}\" asks for a password before it names a way to write.", alone ? "No other way was found: who has no account, or cannot get into it, is shut out." : "Others ways exist elsewhere; who starts here does not see them.", [Quotes.Of(page, page.Status is 401 or 403 ? $"HTTP {page.Status}" : page.Title)], "Show a way that needs no account on the same page.");
        }
    }

    private static IEnumerable<Finding> Praise(Survey survey, List<Route> emails, List<Route> open)
    {
        var plain = emails.Where(route => route is { Reach: Reachability.Open, Clicks: <= 2, Exposure: { WithoutScripts: true, ToScreenReader: true }, Purpose: RoutePurpose.General or RoutePurpose.Support } && route.Appearances.Any(seen => seen.Kind is PageKind.Contact or PageKind.Imprint or PageKind.Home or PageKind.Help && seen.How is Publication.Text or Publication.MailtoLink)).ToList();
        if (plain.Count > 0)
            yield return new("praise.plain-address", plain[0].Target, Verdict.Confirmed, Severity.Praise, $"{plain[0].Target} is plain, near and readable for everybody.", "No script, no riddle, no picture stands before it, and its domain takes mail.", [Quotes.Of(plain[0].Appearances[0])], "");
        var kinds = open.Where(route => route.Clicks <= FewClicks && route.Reach != Reachability.Closed).Select(route => route.Kind).Distinct().ToList();
        if (kinds.Count >= 3)
            yield return new("praise.several-means", survey.OwnDomain, Verdict.Confirmed, Severity.Praise, $"{kinds.Count} independent means within three clicks: {string.Join(", ", kinds).ToLowerInvariant()}.", "If one fails, the others remain.", [.. kinds.Take(3).Select(kind => Quotes.Of(open.First(route => route.Kind == kind).Appearances[0]))], "");
        if (survey.Pages.FirstOrDefault(page => page.Kind == PageKind.Complaints && page.IsPage && open.Exists(route => route.Appearances.Any(seen => seen.Page == page.Url))) is { } complaints)
            yield return new("praise.complaints", complaints.Url.AbsoluteUri, Verdict.Confirmed, Severity.Praise, "There is a page for complaints, with a way to make one.", "Complaints that have a place are heard earlier.", [Quotes.Of(complaints, complaints.Title)], "");
    }
}
