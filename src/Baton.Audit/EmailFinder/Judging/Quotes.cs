namespace Baton.Audit;

/// <summary>Evidence from what was seen.</summary>
internal static class Quotes
{
    public static Evidence Of(Appearance seen) => new(Snippets.Short(seen.Snippet), seen.Page, seen.At) { Where = seen.Where, Sha256 = seen.Sha256 };

    public static Evidence Of(PageFacts page, string quote, string where = "") => new(Snippets.Short(quote), page.Url, page.At) { Where = where, Sha256 = page.Sha256 };

    public static Evidence Of(MailDomain domain) => new(Snippets.Short(domain.Why, 240), null, domain.At) { Where = $"DNS of {domain.Domain}" };

    public static Evidence Of(Survey survey) =>
        new($"{survey.Coverage.Read} pages read from {survey.Home}, {survey.Coverage.Failed} failed, {survey.Coverage.Disallowed} kept away by robots.txt, {survey.Coverage.Left} not fetched", survey.Home, survey.At) { Where = "the whole crawl" };
}
