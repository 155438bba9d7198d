namespace Baton.Audit;

/// <summary>How far a crawl goes.</summary>
public sealed record CrawlOptions
{
    /// <summary>Most pages. Default: 300. Pages that may name a way to the organisation come first.</summary>
    public int MostPages { get; init; } = 300;

    /// <summary>Most clicks from home. Default: 10.</summary>
    public int MostDepth { get; init; } = 10;

    /// <summary>Requests at the same time; more than one only where there is no pause between them. Default: 4.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>Further hosts that belong to the site. Default: none.</summary>
    public IReadOnlyCollection<string> Hosts { get; init; } = [];
}

/// <summary>Where a crawl stands.</summary>
/// <param name="Done">Pages fetched.</param>
/// <param name="Waiting">Pages known and not fetched.</param>
/// <param name="Url">The last page.</param>
public sealed record CrawlProgress(int Done, int Waiting, Uri Url);

/// <summary>What a crawl saw, and what it did not.</summary>
/// <param name="Home">Where it started, after redirects.</param>
/// <param name="Pages">Every page, in the order of reading.</param>
/// <param name="Skipped">What was left out: why, how many, an example.</param>
/// <param name="Left">Pages that were known and not fetched because the limit was reached.</param>
/// <param name="LeftThatMatter">Those among them that may name a way to the organisation.</param>
public sealed record CrawlResult(Uri Home, IReadOnlyList<PageFacts> Pages, IReadOnlyList<SkippedPages> Skipped, int Left, int LeftThatMatter);

/// <summary>Pages that were left out.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Count">How many.</param>
/// <param name="Example">One of them.</param>
public sealed record SkippedPages(string Why, int Count, string Example);

/// <summary>Goes through a site: from home along its links and sitemaps, politely, until everything is read or the limit is reached.</summary>
internal sealed class SiteCrawl(PageFetcher fetcher, AddressReader reader, CrawlOptions options, TimeSpan pace)
{
    private const int MostSitemaps = 5;
    private const int MostFromSitemap = 2000;
    private const int SitemapDepth = 4;

    public async Task<CrawlResult> RunAsync(Uri start, RunFolder folder, IProgress<CrawlProgress> progress, CancellationToken cancellationToken)
    {
        List<PageFacts> pages = [.. folder.Known];
        var first = pages.Count > 0 ? pages[0] : await FirstAsync(start, folder, pages, cancellationToken);
        var scope = new SiteScope(first.Url, options.Hosts);
        var facts = new PageFactsReader(reader, scope.Domains);
        var frontier = new Frontier(scope, options.MostDepth);
        var depths = Replay(pages, frontier);
        await SeedAsync(scope, frontier, cancellationToken);

        var width = pace == TimeSpan.Zero ? Math.Max(1, options.Parallel) : 1;
        // A pause between two pages leaves time to tell of each.
        var told = pace == TimeSpan.Zero ? 20 : 1;
        var running = new List<Task<(FetchedPage Page, PageFacts Facts, int Depth)>>();
        while (true)
        {
            while (running.Count < width && pages.Count + running.Count < options.MostPages && frontier.TryTake(out var next, out var depth))
                running.Add(Task.Run(async () => await ReadAsync(next, depth, scope, facts, folder, cancellationToken), cancellationToken));
            if (running.Count == 0) break;
            var done = await Task.WhenAny(running);
            running.Remove(done);
            var (page, seen, at) = await done;
            frontier.Know(seen.Url);
            // Two addresses of one page: read once.
            if (depths.ContainsKey(seen.Url)) seen = seen with { Links = [], Addresses = [], Contacts = [], Forms = [], Problem = "the same page under another address" };
            depths.TryAdd(seen.Url, at);
            folder.Add(seen, page.Body);
            pages.Add(seen);
            foreach (var link in seen.Links) frontier.Add(link.Url, link.Text, at + 1);
            progress.Report(new(pages.Count, frontier.Waiting, seen.Url));
            if (pages.Count % told == 0) folder.Tell(new(pages.Count, frontier.Waiting, seen.At));
        }
        return new(scope.Home, ClickCount.Count(pages, scope.Home), [.. frontier.Skipped.Select(skipped => new SkippedPages(skipped.Why, skipped.Count, skipped.Example))], frontier.Waiting, frontier.WaitingThatMatter);
    }

    private async Task<PageFacts> FirstAsync(Uri start, RunFolder folder, List<PageFacts> pages, CancellationToken cancellationToken)
    {
        var page = await fetcher.FetchAsync(SiteUrls.Normalize(start), _ => true, cancellationToken);
        var facts = new PageFactsReader(reader, [SiteUrls.Bare(page.Url.IdnHost)]).Read(page, isHome: true);
        folder.Add(facts, page.Body);
        pages.Add(facts);
        return facts;
    }

    private async Task<(FetchedPage, PageFacts, int)> ReadAsync(Uri url, int depth, SiteScope scope, PageFactsReader facts, RunFolder folder, CancellationToken cancellationToken)
    {
        var page = await fetcher.FetchAsync(url, target => scope.Contains(target) || scope.IsRelated(target), cancellationToken);
        var seen = facts.Read(page, isHome: false);
        // Here and not where pages are put together: packing takes as long as much of the reading, and several may pack at once.
        if (seen.Sha256 is { } sha256) folder.Keep(sha256, page.Body);
        return (page, seen, depth);
    }

    /// <summary>Takes up an interrupted run: what was read is known, and its links are waiting.</summary>
    private static Dictionary<Uri, int> Replay(List<PageFacts> pages, Frontier frontier)
    {
        var depths = new Dictionary<Uri, int>();
        foreach (var page in pages)
        {
            frontier.Know(page.Url);
            frontier.Know(page.Asked);
        }
        foreach (var page in ClickCount.Count(pages, pages[0].Url))
        {
            depths.TryAdd(page.Url, page.Clicks ?? SitemapDepth);
            foreach (var link in page.Links) frontier.Add(link.Url, link.Text, (page.Clicks ?? SitemapDepth) + 1);
        }
        return depths;
    }

    private async Task SeedAsync(SiteScope scope, Frontier frontier, CancellationToken cancellationToken)
    {
        frontier.Add(new Uri(scope.Home, "/.well-known/security.txt"), "", 1);
        var robots = await fetcher.RobotsAsync(scope.Home, cancellationToken);
        var lists = new Queue<Uri>(robots.Sitemaps.Select(sitemap => Uri.TryCreate(scope.Home, sitemap, out var url) ? url : null).OfType<Uri>().Append(new Uri(scope.Home, "/sitemap.xml")).Distinct());
        var (read, added) = (0, 0);
        while (lists.TryDequeue(out var list) && read++ < MostSitemaps)
        {
            var file = await fetcher.FetchAsync(list, scope.Contains, cancellationToken);
            if (!file.IsPage || file.ContentType == "text/html") continue;
            var (pages, more) = Sitemap.Read(file.Body, file.Url);
            foreach (var further in more.Where(scope.Contains)) lists.Enqueue(further);
            foreach (var page in pages.Take(MostFromSitemap - added))
            {
                added++;
                frontier.Add(SiteUrls.Normalize(page), "", SitemapDepth);
            }
        }
    }
}
