using System.Net;

namespace Baton.Audit;

/// <summary>What the Email Finder is asked to do.</summary>
public sealed record EmailFinderOptions
{
    /// <summary>How politely pages are fetched.</summary>
    public FetchOptions Fetch { get; init; } = new();

    /// <summary>How far the crawl goes.</summary>
    public CrawlOptions Crawl { get; init; } = new();

    /// <summary>What binds the organisation.</summary>
    public DutyScope Duties { get; init; } = new();

    /// <summary>DNS servers to ask; empty for those of the machine.</summary>
    public IReadOnlyCollection<IPEndPoint> DnsServers { get; init; } = [];

    /// <summary>Whether pages that need scripts are rendered by a browser. Default: yes, where one is installed.</summary>
    public bool Renders { get; init; } = true;

    /// <summary>The browser's program; <see langword="null"/> to look for it.</summary>
    public string? Browser { get; init; }

    /// <summary>Whether mail servers are greeted to learn whether they take mail encrypted. Nothing is sent. Default: yes.</summary>
    public bool GreetsMailServers { get; init; } = true;

    /// <summary>The port of mail servers. Default: 25.</summary>
    public int MailPort { get; init; } = 25;

    /// <summary>Leave to ask mail servers for names (RCPT); <see langword="null"/> never to ask, which is the default.</summary>
    public ProbeOptions? Probe { get; init; }

    /// <summary>The name of the engagement; <see langword="null"/> without one.</summary>
    public string? Engagement { get; init; }

    /// <summary>What an engagement says about a run wins over what was said before.</summary>
    public EmailFinderOptions For(Engagement engagement) => this with
    {
        Engagement = engagement.Name,
        Fetch = Fetch with { Pace = TimeSpan.FromSeconds(engagement.Pace), Contact = engagement.Auditor.Page?.AbsoluteUri ?? engagement.Auditor.Email },
        Crawl = Crawl with { MostPages = engagement.Pages, Hosts = engagement.Hosts },
        Duties = new() { Countries = engagement.Audited.Countries, IsIntermediary = engagement.Audited.Intermediary, SellsToConsumers = engagement.Audited.Consumers, OffersInUnion = engagement.Audited.OffersInUnion, IsUnderSpanishServiceLaw = engagement.Audited.SpanishServiceLaw },
    };
}

/// <summary>Asking mail servers for names.</summary>
/// <param name="Gate">Gives leave for each address, or refuses it.</param>
/// <param name="Sender">The auditor's own address, told to the server.</param>
public sealed record ProbeOptions(AuthorisationGate Gate, string Sender);

/// <summary>Finds every way a person could use to reach an organisation, and judges them from what can be seen without using any.</summary>
/// <param name="reader">Reads addresses.</param>
/// <param name="time">The clock.</param>
public sealed class EmailFinder(AddressReader reader, TimeProvider time)
{
    /// <summary>The tool's name in runs and reports.</summary>
    public const string Tool = "email-finder";

    private const int MostGreeted = 20;

    /// <summary>Goes through a site and judges it; takes up an interrupted run in the same folder.</summary>
    /// <param name="start">The site's home.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Hears of every page.</param>
    /// <param name="cancellationToken">Stops; what was read stays in the folder.</param>
    public async Task<AuditReport> RunAsync(Uri start, RunFolder folder, EmailFinderOptions options, IProgress<CrawlProgress> progress, CancellationToken cancellationToken)
    {
        using var fetcher = new PageFetcher(options.Fetch, time);
        var crawl = await new SiteCrawl(fetcher, reader, options.Crawl, options.Fetch.Pace).RunAsync(start, folder, progress, cancellationToken);
        var pages = await RenderAsync(crawl, options, cancellationToken);
        var coverage = CoverageOf(pages, crawl);
        var routes = RouteMap.Build(pages);
        var domains = await DomainsAsync(routes, fetcher, options, cancellationToken);
        routes = await ProbedAsync([.. routes.Select(route => RouteReach.Judge(route, domains))], domains, options, cancellationToken);
        var survey = new Survey(crawl.Home, pages, routes, domains, coverage, options.Duties, time.GetUtcNow());
        var findings = Judges.All(survey);
        var (pictures, missing) = await new EvidencePictures(options, time).TakeAsync(findings, pages, folder, cancellationToken);
        return new(1, Tool, start.AbsoluteUri, folder.Head.StartedAt, survey.At, $"Baton {typeof(EmailFinder).Assembly.GetName().Version?.ToString(3)}")
        {
            Engagement = options.Engagement,
            Coverage = coverage,
            Findings = findings,
            Routes = routes,
            Domains = [.. domains.Values.OrderBy(domain => domain.Domain, StringComparer.Ordinal)],
            NotTested = missing is null ? [.. Untested.Of(survey)] : [.. Untested.Of(survey), missing],
            Pictures = pictures.Count == 0 ? null : pictures,
        };
    }

    private async Task<IReadOnlyList<PageFacts>> RenderAsync(CrawlResult crawl, EmailFinderOptions options, CancellationToken cancellationToken)
    {
        if (!options.Renders || !crawl.Pages.Any(page => page.NeedsScripts)) return crawl.Pages;
        if (PageRenderer.Find(options.Browser) is not { } browser) return crawl.Pages;
        await using var renderer = new PageRenderer(browser, options.Fetch, time);
        var facts = new PageFactsReader(reader, new SiteScope(crawl.Home, options.Crawl.Hosts).Domains);
        List<PageFacts> pages = [];
        foreach (var page in crawl.Pages)
        {
            var html = page.NeedsScripts && pages.Count(one => one.IsRendered) < PageRenderer.MostPages ? await renderer.RenderAsync(page.Url, cancellationToken) : null;
            pages.Add(html is null ? page : facts.WithRendered(page, html));
        }
        return ClickCount.Count(pages, crawl.Home);
    }

    private async Task<IReadOnlyDictionary<string, MailDomain>> DomainsAsync(IReadOnlyList<Route> routes, PageFetcher fetcher, EmailFinderOptions options, CancellationToken cancellationToken)
    {
        var dns = new MailDomainReader(options.DnsServers, time);
        var domains = new Dictionary<string, MailDomain>(StringComparer.Ordinal);
        foreach (var name in routes.Where(route => route.Kind == RouteKind.Email).Select(route => AddressSyntax.Domain(route.Target)).Distinct(StringComparer.Ordinal))
            domains[name] = await dns.ReadAsync(name, cancellationToken);
        if (!options.GreetsMailServers) return domains;
        var servers = new MailServerReader(options.Fetch, options.MailPort, time);
        var greeted = await Task.WhenAll(domains.Values.Take(MostGreeted).Select(domain => servers.ReadAsync(domain, fetcher, cancellationToken)));
        foreach (var domain in greeted) domains[domain.Domain] = domain;
        return domains;
    }

    private async Task<IReadOnlyList<Route>> ProbedAsync(IReadOnlyList<Route> routes, IReadOnlyDictionary<string, MailDomain> domains, EmailFinderOptions options, CancellationToken cancellationToken)
    {
        if (options.Probe is not { } leave) return routes;
        var probe = new MailboxProbe(leave.Gate, leave.Sender, options.Fetch, options.MailPort, time);
        List<Route> probed = [];
        foreach (var route in routes)
        {
            var answer = route.Kind == RouteKind.Email && route.Reach == Reachability.Open ? await probe.AskAsync(route.Target, domains[AddressSyntax.Domain(route.Target)], cancellationToken) : null;
            // An unclear answer takes nothing back: the domain takes mail, and that is all that is known.
            probed.Add(answer is null ? route : route with { Probe = answer, Reach = answer.Reach == Reachability.Closed ? Reachability.Closed : route.Reach, Why = answer.Reach == Reachability.Unknown ? $"{route.Why} {answer.Why}" : answer.Why });
        }
        return probed;
    }

    private static Coverage CoverageOf(IReadOnlyList<PageFacts> pages, CrawlResult crawl) => new(
        pages.Count(page => page.IsPage),
        pages.Count(HasFailed),
        pages.Count(page => page.Outcome == FetchOutcome.Disallowed),
        crawl.Left,
        crawl.Skipped,
        pages.Count(page => page.NeedsScripts && !page.IsRendered),
        pages.Count(page => page.IsRendered),
        crawl.LeftThatMatter + pages.Count(page => page.Kind is not (PageKind.Other or PageKind.SignIn or PageKind.Careers or PageKind.Terms) && (HasFailed(page) || page.Outcome == FetchOutcome.Disallowed || (page.NeedsScripts && !page.IsRendered))));

    private static bool HasFailed(PageFacts page) => page.Outcome is FetchOutcome.TimedOut or FetchOutcome.Unreachable or FetchOutcome.PrivateAddress or FetchOutcome.RedirectLoop || page.Status is >= 500 or 429;
}
