namespace Baton.Audit;

/// <summary>Compares what was seen with duties. It never says that a law is broken: only what was and was not seen, for whom the duty holds, and since when.</summary>
internal static class DutyJudge
{
    private static readonly string[] Union = ["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "EU"];

    public static IEnumerable<Finding> Judge(Survey survey)
    {
        var countries = Countries(survey);
        var isUnion = countries.Any(Union.Contains);
        var emails = survey.Emails.Where(route => route.Exposure.WithScripts != false && route.Purpose != RoutePurpose.NoReply && route.Reach != Reachability.Closed).ToList();
        if (countries.Contains("DE") && AuditRules.Of("ddg-5", survey.Day) is { } ddg)
        {
            yield return Imprint(survey, ddg);
        }
        else if (isUnion && AuditRules.Of("ecd-5-1-c", survey.Day) is { } ecd)
        {
            var others = survey.Routes.Where(route => route.Kind is RouteKind.Phone or RouteKind.Form or RouteKind.Chat or RouteKind.Messenger).ToList();
            yield return Say(survey, ecd, emails.Count > 0 && others.Count > 0, "an e-mail address and a second rapid, direct means", [.. emails.Take(1).Concat(others.Take(1)).Select(route => Quotes.Of(route.Appearances[0]))], "Publish an e-mail address and a second means.");
        }
        if (isUnion && AuditRules.Of("gdpr-13-1", survey.Day) is { } gdpr && survey.Pages.Any(page => page.Forms.Count > 0 || page.Kind == PageKind.Privacy)) yield return Privacy(survey, gdpr);
        if (isUnion && AuditRules.Of("gdpr-37-7", survey.Day) is { } officer && survey.Pages.FirstOrDefault(page => page.DpoMention is not null) is { } named) yield return Officer(survey, officer, named);
        if (survey.Scope.OffersInUnion == true && countries.Count > 0 && !isUnion && AuditRules.Of("gdpr-27", survey.Day) is { } abroad)
        {
            var representative = survey.Pages.FirstOrDefault(page => page.RepresentativeMention is not null);
            yield return Say(survey, abroad, representative is not null, "a representative in the Union", representative is null ? [] : [Quotes.Of(representative, representative.RepresentativeMention!)], "Name the representative in the privacy notice, or say why none is needed.");
        }
        if (isUnion && AuditRules.Of("ai-act-50-1", survey.Day) is { } machine && survey.Pages.FirstOrDefault(page => page.MachineMention is not null) is { } told)
            yield return Say(survey, machine, isSeen: true, "the page with the chat says that a machine answers", [Quotes.Of(told, told.MachineMention!)], "");
        if (isUnion && survey.Scope.SellsToConsumers == true && AuditRules.Of("crd-6-1-c", survey.Day) is { } crd)
        {
            var quick = survey.Routes.Where(route => route.Kind is RouteKind.Email or RouteKind.Phone or RouteKind.Chat or RouteKind.Messenger && route.Reach != Reachability.Closed && route.Clicks <= 3).ToList();
            yield return Say(survey, crd, quick.Count > 0, "a clear and accessible means of quick contact within three clicks", [.. quick.Take(2).Select(route => Quotes.Of(route.Appearances[0]))], "Put a quick means of contact where consumers see it.");
        }
        if (survey.Scope.IsIntermediary == true)
        {
            var contact = survey.Pages.Where(page => page.IsPage && (page.Title + page.Url.AbsolutePath).Contains("dsa", StringComparison.OrdinalIgnoreCase)).Concat(survey.Pages.Where(page => page.Kind == PageKind.Contact && page.IsPage)).ToList();
            if (AuditRules.Of("dsa-12", survey.Day) is { } users) yield return Say(survey, users, emails.Count > 0 && contact.Count > 0, "a public electronic point of contact for users that is not a machine alone", [.. emails.Take(1).Select(route => Quotes.Of(route.Appearances[0]))], "Name a single point of contact for users.");
            var authority = survey.Emails.Where(route => route.Purpose == RoutePurpose.Authority).ToList();
            if (AuditRules.Of("dsa-11", survey.Day) is { } authorities) yield return Say(survey, authorities, authority.Count > 0, "a point of contact for authorities", [.. authority.Take(1).Select(route => Quotes.Of(route.Appearances[0]))], "Name a single point of contact for authorities, with its languages.");
        }
        if (survey.Scope.IsUnderSpanishServiceLaw == true && AuditRules.Of("es-10-2025", survey.Day) is { } spain)
        {
            var all = (RouteKind[])[RouteKind.Email, RouteKind.Phone, RouteKind.Post];
            yield return Say(survey, spain, all.All(kind => survey.Of(kind).Any()), "telephone, post and an electronic means of customer service", [.. survey.Routes.Where(route => all.Contains(route.Kind)).Take(3).Select(route => Quotes.Of(route.Appearances[0]))], "Publish all three.");
        }
    }

    /// <summary>Duties that could not be compared, and why.</summary>
    public static IEnumerable<NotTested> NotJudged(Survey survey)
    {
        var countries = Countries(survey);
        if (!countries.Any(Union.Contains)) yield return new("Duties of EU law (e-commerce directive, GDPR, consumer rights)", "Nothing says that the organisation is established in the EU. Name the country in the engagement.");
        if (survey.Scope.IsIntermediary is null) yield return new("DSA, Articles 11 and 12", "They bind intermediary services only, and the engagement does not say whether this is one.");
        if (survey.Scope.SellsToConsumers is null) yield return new("Consumer rights directive, Article 6(1)(c)", "The engagement does not say whether the organisation sells to consumers.");
        if (survey.Scope.IsUnderSpanishServiceLaw is null && countries.Contains("ES")) yield return new("Spain, Ley 10/2025", "The engagement does not say whether the organisation is a basic service or large enough.");
        if (survey.Scope.IsUnderSpanishServiceLaw == true && AuditRules.Of("es-10-2025", survey.Day) is null) yield return new("Spain, Ley 10/2025", "The time to adapt runs until 28 December 2026.");
        if (countries.Any(Union.Contains) && !survey.Pages.Any(page => page.DpoMention is not null)) yield return new("GDPR, Article 37(7)", "No data protection officer was mentioned on the pages that were read; whether one must be designated cannot be told from outside.");
        if (countries.Count > 0 && !countries.Any(Union.Contains) && survey.Scope.OffersInUnion is null) yield return new("GDPR, Article 27", "It binds those outside the EU that offer goods or services to people in it, and the engagement does not say whether this organisation does (offersInUnion).");
        if (!survey.Pages.Any(page => page.MachineMention is not null)) yield return new("AI Act, Article 50(1)", survey.Of(RouteKind.Chat).Any() ? "There is a chat, and nothing on its pages says whether a machine answers. Whether people are told at the first contact shows only in a conversation; nothing was written to anybody." : "Whether people are told that they talk to a machine shows only in a conversation; nothing was written to anybody.");
    }

    private static Finding Imprint(Survey survey, AuditRule rule)
    {
        var imprint = survey.Pages.Where(page => page.Kind == PageKind.Imprint && page.IsPage).OrderBy(page => page.Clicks ?? int.MaxValue).ToList();
        var address = imprint.SelectMany(page => page.Addresses.Where(found => found.Residue is null && found.Exposure.WithScripts != false && RoleNames.PurposeOf(AddressSyntax.Local(found.Address)) != "no-reply").Select(found => (page, found))).FirstOrDefault(one => survey.Emails.Any(route => AddressSyntax.Key(route.Target) == AddressSyntax.Key(one.found.Address) && route.Reach != Reachability.Closed));
        if (imprint.Count == 0) return Say(survey, rule, isSeen: false, "an imprint with an e-mail address", [], "Publish an imprint that every page links to.");
        return address.page is not null
            ? Say(survey, rule, isSeen: true, "an imprint with an e-mail address", [Quotes.Of(address.page, address.found.Snippet, address.found.Where)], "")
            : Say(survey, rule, isSeen: false, "an e-mail address in the imprint that can take mail", [Quotes.Of(imprint[0], imprint[0].Title)], "Put an address that somebody reads into the imprint.");
    }

    private static Finding Privacy(Survey survey, AuditRule rule)
    {
        var pages = survey.Pages.Where(page => page.Kind == PageKind.Privacy && page.IsPage).ToList();
        var named = pages.FirstOrDefault(page => page.Addresses.Any(found => found.Residue is null) || page.Contacts.Any(contact => contact.Kind is RouteKind.Post or RouteKind.Phone));
        return Say(survey, rule, named is not null, "contact details of the controller in the privacy notice", named is not null ? [Quotes.Of(named, named.Title)] : [.. pages.Take(1).Select(page => Quotes.Of(page, page.Title))], "Name the controller's contact details, and those of the data protection officer where there is one, in the privacy notice.");
    }

    // An officer who is named has to be reachable: on the page that names them, or by a route meant for data protection.
    private static Finding Officer(Survey survey, AuditRule rule, PageFacts named)
    {
        var isReachable = named.Addresses.Any(found => found.Residue is null) || named.Contacts.Any(contact => contact.Kind is RouteKind.Post or RouteKind.Phone) || named.Forms.Count > 0 || survey.Emails.Any(route => route.Purpose == RoutePurpose.Privacy && route.Reach != Reachability.Closed);
        return Say(survey, rule, isReachable, "contact details of the data protection officer", [Quotes.Of(named, named.DpoMention!)], "Publish an address of the data protection officer where they are mentioned.");
    }

    private static Finding Say(Survey survey, AuditRule rule, bool isSeen, string what, IReadOnlyList<Evidence> evidence, string advice) => isSeen
        ? new($"duty.{rule.Code}", survey.OwnDomain, Verdict.Confirmed, Severity.Praise, $"Seen: {what}.", $"This is what {rule.Title} asks for as far as it shows from outside. It binds: {rule.Scope}", evidence, "") { Rule = rule }
        : new($"duty.{rule.Code}", survey.OwnDomain, survey.Missing, Severity.High, $"{(survey.Missing == Verdict.NotEvidenced ? "Not evidenced" : "Could not tell")}: {what}.", $"{rule.Title} asks for it. It binds: {rule.Scope} Whether it binds this organisation was not decided here.", [.. evidence, Quotes.Of(survey)], advice) { Rule = rule };

    private static HashSet<string> Countries(Survey survey)
    {
        if (survey.Scope.Countries.Count > 0) return [.. survey.Scope.Countries.Select(country => country.ToUpperInvariant())];
        var top = survey.OwnDomain[(survey.OwnDomain.LastIndexOf('.') + 1)..].ToUpperInvariant();
        return top.Length == 2 && char.IsAsciiLetter(top[0]) ? [top] : [];
    }
}
