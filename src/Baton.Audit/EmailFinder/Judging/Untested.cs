namespace Baton.Audit;

/// <summary>What a run did not look at, and why: a reader must know it as well as what was found.</summary>
internal static class Untested
{
    public static IEnumerable<NotTested> Of(Survey survey)
    {
        yield return new("Whether each mailbox exists and is read", survey.Emails.Any(route => route.Probe is not null) ? "Mail servers were asked for some names (RCPT); that proves little, for many take every name. Reply Radar writes, with authorisation." : "Nothing was sent. Many servers accept every name, so asking them (RCPT) proves little; Reply Radar writes, with authorisation.");
        if (survey.Domains.Values.All(domain => domain.Checks is null)) yield return new("Encryption to the mail servers", "They were not connected to.");
        foreach (var check in survey.Domains.Values.SelectMany(domain => domain.Checks ?? []).Where(check => check.OffersTls is null).DistinctBy(check => check.Host)) yield return new($"Encryption to {check.Host}", $"It could not be told: {check.Problem}.");
        yield return new("Whether forms, telephones and chats are answered", "None was used.");
        yield return new("Pages behind a sign-in", "The audit has no account.");
        var coverage = survey.Coverage;
        if (coverage.Left > 0) yield return new($"{coverage.Left} pages that were known", "The limit of pages was reached (--pages).");
        if (coverage.Disallowed > 0) yield return new($"{coverage.Disallowed} pages", "robots.txt asks not to fetch them.");
        if (coverage.Failed > 0) yield return new($"{coverage.Failed} pages", $"They could not be had: {string.Join("; ", survey.Pages.Where(page => page.Problem is not null && page.Outcome is not (FetchOutcome.Answered or FetchOutcome.Disallowed or FetchOutcome.LeftSite or FetchOutcome.OtherContent)).Select(page => page.Problem).Distinct(StringComparer.Ordinal).Take(3))}.");
        if (coverage.NeedScripts > 0) yield return new($"{coverage.NeedScripts} pages that say little without scripts", "No browser was there to render them, or they were too many.");
        foreach (var skipped in coverage.Skipped) yield return new($"{skipped.Count} pages such as {skipped.Example}", $"Left out: {skipped.Why}.");
        if (survey.Pages.Count(page => !page.IsComplete) is > 0 and var cut) yield return new($"Parts of {cut} documents", "They were longer than is read, or could not be read to the end.");
        foreach (var duty in DutyJudge.NotJudged(survey)) yield return duty;
    }
}
