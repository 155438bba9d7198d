namespace Baton.Audit;

/// <summary>Counts the fewest clicks from home to each page.</summary>
internal static class ClickCount
{
    public static IReadOnlyList<PageFacts> Count(IReadOnlyList<PageFacts> pages, Uri home)
    {
        var byAddress = new Dictionary<Uri, PageFacts>();
        foreach (var page in pages)
        {
            byAddress.TryAdd(page.Url, page);
            byAddress.TryAdd(page.Asked, page);
        }
        var clicks = new Dictionary<Uri, int> { [home] = 0 };
        var queue = new Queue<Uri>([home]);
        while (queue.TryDequeue(out var at))
        {
            if (!byAddress.TryGetValue(at, out var page)) continue;
            foreach (var link in page.Links)
            {
                var target = byAddress.TryGetValue(link.Url, out var reached) ? reached.Url : link.Url;
                if (clicks.TryAdd(target, clicks[at] + 1)) queue.Enqueue(target);
            }
        }
        return [.. pages.Select(page => page with { Clicks = clicks.TryGetValue(page.Url, out var count) ? count : clicks.TryGetValue(page.Asked, out count) ? count : null })];
    }
}
