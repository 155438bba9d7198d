namespace Baton.Audit;

/// <summary>What is still to be fetched: pages that may name a way to the organisation first, then those nearest to home. Guards against sites without end.</summary>
internal sealed class Frontier(SiteScope scope, int mostDepth)
{
    private const int Ordinary = 3;
    private const int MostOfTemplate = 40;
    private const int MostQueries = 12;
    private const int MostDatedPages = 3;

    private readonly PriorityQueue<(Uri Url, int Depth), (int Rank, int Depth, int Order)> _queue = new();
    private readonly HashSet<Uri> _known = [];
    private readonly Dictionary<string, int> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, string Example)> _skipped = new(StringComparer.Ordinal);
    private int _order;

    /// <summary>What was left out, with the reason, how often, and an example.</summary>
    public IEnumerable<(string Why, int Count, string Example)> Skipped => _skipped.Select(skipped => (skipped.Key, skipped.Value.Count, skipped.Value.Example));

    public int Waiting => _queue.Count;

    /// <summary>Those among them whose names say that they may name a way to the organisation.</summary>
    public int WaitingThatMatter => _queue.UnorderedItems.Count(item => item.Priority.Rank < Ordinary);

    /// <summary>Remembers an address; says nothing of those that are known, elsewhere or a trap.</summary>
    public void Add(Uri url, string text, int depth)
    {
        var kind = PageKinds.OfText(text) is var named and not PageKind.Other ? named : PageKinds.Of(url, "");
        if (!(scope.Contains(url) || (kind != PageKind.Other && scope.IsRelated(url))) || IsMedia(url) || !_known.Add(url)) return;
        if (depth > mostDepth)
        {
            Skip("more clicks away than the audit follows", url);
            return;
        }
        var template = SiteUrls.Template(url);
        var count = _templates[template] = _templates.GetValueOrDefault(template) + 1;
        var trap = SiteUrls.TrapIn(url);
        if (trap is not null && (trap != "a calendar far from today" || count > MostDatedPages)) Skip(trap, url);
        else if (url.Query.Length > 0 && (_templates[url.AbsolutePath] = _templates.GetValueOrDefault(url.AbsolutePath) + 1) > MostQueries) Skip($"more than {MostQueries} variants of one page", url);
        else if (count > MostOfTemplate) Skip($"more than {MostOfTemplate} pages of one pattern", url);
        else _queue.Enqueue((url, depth), (Rank(kind) + (url.Query.Length > 0 ? 1 : 0) + (count > 10 ? 2 : 0), depth, _order++));
    }

    /// <summary>An address that was fetched by another name.</summary>
    public void Know(Uri url) => _known.Add(url);

    public bool TryTake(out Uri url, out int depth)
    {
        var isThere = _queue.TryDequeue(out var next, out _);
        (url, depth) = next;
        return isThere;
    }

    private void Skip(string why, Uri url) => _skipped[why] = _skipped.TryGetValue(why, out var known) ? (known.Count + 1, known.Example) : (1, url.AbsoluteUri);

    private static int Rank(PageKind kind) => kind switch
    {
        PageKind.Home or PageKind.Contact or PageKind.Imprint => 0,
        PageKind.Privacy or PageKind.Complaints or PageKind.Accessibility or PageKind.Help or PageKind.Press or PageKind.About => 1,
        PageKind.Terms or PageKind.SignIn or PageKind.Careers => 2,
        _ => Ordinary,
    };

    private static bool IsMedia(Uri url) => Path.GetExtension(url.AbsolutePath).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".gif" or ".svg" or ".webp" or ".avif" or ".ico" or ".css" or ".js" or ".mp4" or ".mp3" or ".mov"
        or ".avi" or ".zip" or ".gz" or ".exe" or ".dmg" or ".iso" or ".woff" or ".woff2" or ".ttf" or ".docx" or ".xlsx" or ".pptx" or ".doc" or ".xls" or ".json" or ".xml" or ".rss" or ".ics" or ".webm" or ".tar" or ".epub";
}
