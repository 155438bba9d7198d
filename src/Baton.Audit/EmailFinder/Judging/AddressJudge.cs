namespace Baton.Audit;

/// <summary>Judges each address: whether mail to it can arrive, whether it is meant to be read, whether people see it.</summary>
internal static class AddressJudge
{
    private static readonly string[] Freemail = ["gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "yahoo.com", "web.de", "gmx.de", "gmx.net", "t-online.de", "icloud.com", "live.com", "aol.com", "freenet.de", "protonmail.com", "mail.ru", "orange.fr", "wanadoo.fr", "libero.it"];

    public static IEnumerable<Finding> Judge(Survey survey)
    {
        foreach (var route in survey.Emails)
        {
            foreach (var finding in Domain(survey, route).Concat(Reading(route, survey)).Concat(Seeing(route, survey))) yield return finding;
        }
        foreach (var finding in Residue(survey).Concat(Unlike(survey)).Concat(Pictures(survey))) yield return finding;
    }

    private static IEnumerable<Finding> Domain(Survey survey, Route route)
    {
        var name = AddressSyntax.Domain(route.Target);
        if (!survey.Domains.TryGetValue(name, out var domain)) yield break;
        var meant = Near(name, survey);
        if (route.Probe is { Reach: Reachability.Closed } probe)
            yield return new("email.no-such-mailbox", route.Target, Verdict.Confirmed, Severity.High, $"The mail server does not know {route.Target}.", "The address is advertised, and its own server says that there is no such name.", [Quotes.Of(route.Appearances[0]), new(Snippets.Short(probe.Why, 240), null, probe.At) { Where = $"mail server of {name}" }], "Set the mailbox up, or correct the address wherever it stands.");
        if (domain.Reach == Reachability.Closed)
        {
            yield return new("email.dead-domain", route.Target, Verdict.Confirmed, Severity.High, $"Mail to {route.Target} cannot arrive.", $"The address is advertised, but its domain takes no mail.{(meant is null ? "" : $" Perhaps {meant} was meant.")}",
                [Quotes.Of(route.Appearances[0]), Quotes.Of(domain)], meant is null ? $"Correct the address or make {name} take mail." : $"Correct the address to @{meant} wherever it stands.")
            {
                Rule = AuditRules.Of(domain.Intake == MailIntake.NullMx ? "rfc7505" : "rfc5321-5-1", survey.Day),
            };
        }
        else if (meant is not null)
        {
            yield return new("email.near-domain", route.Target, Verdict.CouldNotTell, Severity.Medium, $"{name} differs from {meant} by one letter.", "It takes mail. Whether it is yours or somebody else's mailbox cannot be told from outside.",
                [Quotes.Of(route.Appearances[0]), Quotes.Of(domain)], $"If @{meant} was meant, correct it at once: mail meant for you goes to a stranger.");
        }
    }

    private static IEnumerable<Finding> Reading(Route route, Survey survey)
    {
        if (Freemail.Contains(AddressSyntax.Domain(route.Target)) && route.Reach != Reachability.Closed && route.Appearances.FirstOrDefault(seen => seen.Kind is PageKind.Contact or PageKind.Imprint && seen.Exposure?.WithScripts != false) is { } foreign)
            yield return new("email.foreign-domain", route.Target, Verdict.Confirmed, Severity.Notice, $"{route.Target} is at a provider for everybody and not at {survey.OwnDomain}.", "Who writes there cannot see from the address that it is yours, and anybody can make one that looks like it.", [Quotes.Of(foreign)], $"Offer an address at {survey.OwnDomain}.");

        // Told beside the sender's name ("we write from noreply@…") it is information; as the way to write it is a dead end.
        if (route.Purpose == RoutePurpose.NoReply && route.Appearances.FirstOrDefault(seen => seen.How is Publication.MailtoLink or Publication.StructuredData or Publication.Entities or Publication.Script || seen.Kind is PageKind.Contact or PageKind.Imprint) is { } contact)
            yield return new("email.no-reply", route.Target, Verdict.Confirmed, Severity.Medium, $"{route.Target} is offered as a way to write, and its name says that nobody reads it.", "Who writes there is not told where to write instead.", [Quotes.Of(contact)], "Offer an address that somebody reads, or say beside it where to write.");
    }

    private static IEnumerable<Finding> Seeing(Route route, Survey survey)
    {
        var evidence = new[] { Quotes.Of(route.Appearances[0]) };
        if (route.Exposure is { WithoutScripts: false, WithScripts: false } && !ConsistencyJudge.IsDataAlone(route, survey))
            yield return new("email.machines-only", route.Target, Verdict.Confirmed, Severity.Low, $"{route.Target} is published for machines and shown to nobody.", "Search engines and assistants may hand it out; people on the site do not see it.", evidence, "Show it on the contact page too, or take it out.");
        else if (route.Exposure is { WithoutScripts: false, WithScripts: true })
            yield return new("email.needs-scripts", route.Target, Verdict.Confirmed, Severity.Low, $"{route.Target} shows only where scripts run.", "Without scripts, behind strict filters or in some reading programs it is not there.", evidence, "Publish it as plain text; filters at the mail server keep unwanted mail out better.");
        if (route.Exposure.ToScreenReader == false && route.Exposure.WithScripts == true)
            yield return new("email.not-read-aloud", route.Target, Verdict.Confirmed, Severity.Medium, $"{route.Target} is not read aloud as it looks.", "It is stored backwards and turned round for the eye only; a screen reader speaks it backwards.", evidence, "Store it the right way round.") { Rule = null };
    }

    private static IEnumerable<Finding> Residue(Survey survey)
    {
        foreach (var group in survey.Pages.SelectMany(page => page.Addresses.Where(found => found.Residue is not null && found.Exposure.WithScripts != false).Select(found => (page, found))).GroupBy(one => AddressSyntax.Key(one.found.Address), StringComparer.Ordinal))
        {
            var (page, found) = group.First();
            yield return new("email.template-residue", found.Address, Verdict.Confirmed, Severity.Medium, $"{found.Address} was left over from a template.", $"{found.Residue} It stands on {group.Select(one => one.page.Url).Distinct().Count()} page(s) where people look for a way to write.", [Quotes.Of(page, found.Snippet, found.Where)], "Put the real address there or take it out.");
        }
    }

    private static IEnumerable<Finding> Unlike(Survey survey)
    {
        foreach (var group in survey.Pages.SelectMany(page => page.UnlikeLinks.Select(link => (page, link))).GroupBy(one => (one.link.Link, one.link.Text)))
        {
            var (page, link) = group.First();
            yield return new("email.link-unlike-text", link.Text, Verdict.Confirmed, Severity.Medium, $"The link that reads {link.Text} opens a mail to {link.Link}.", "Who clicks and who types write to different mailboxes.", [Quotes.Of(page, $"shown: {link.Text}", link.Where), Quotes.Of(page, $"link: mailto:{link.Link}", link.Where)], "Make both the same.");
        }
    }

    private static IEnumerable<Finding> Pictures(Survey survey)
    {
        foreach (var group in survey.Pages.SelectMany(page => page.Images.Select(image => (page, image))).GroupBy(one => one.image.Source, StringComparer.Ordinal))
        {
            var (page, image) = group.First();
            yield return new("email.picture", image.Source, Verdict.CouldNotTell, Severity.Low, "A picture seems to show an address and says nothing to those who do not see it.", $"It seems so because {image.Why}. What it shows was not read.", [Quotes.Of(page, $"<img src=\"{image.Source}\">", image.Where)], "Write the address as text.") { Rule = AuditRules.Of("wcag-text", survey.Day) };
        }
    }

    /// <summary>The domain that was probably meant: the organisation's own or a large provider's, one slip away.</summary>
    private static string? Near(string domain, Survey survey) =>
        survey.IsOwn(domain) || Freemail.Contains(domain) ? null : Array.Find([survey.OwnDomain, .. Freemail], known => known.Length > 6 && IsOneSlip(domain, known));

    internal static bool IsOneSlip(string a, string b)
    {
        if (a == b || Math.Abs(a.Length - b.Length) > 1) return false;
        var (start, end) = (0, 0);
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start]) start++;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var (left, right) = (a.Length - start - end, b.Length - start - end);
        return (left <= 1 && right <= 1) || (left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]);
    }
}
