using System.Net;

namespace Baton.Audit;

/// <summary>How politely and how patiently pages are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>The crawler's product token in robots.txt.</summary>
    public const string Product = "BatonAudit";

    /// <summary>The pause between two requests to one host; a longer wish in robots.txt wins. Default: 1 s. Shorter is ruder.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one request may take, its body included. Default: 20 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest body, unpacked; what is longer is cut and said to be. Default: 4 MiB.</summary>
    public int MostBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many redirects are followed. Default: 8; RFC 9309 asks for at least five.</summary>
    public int MostRedirects { get; init; } = 8;

    /// <summary>The longest wish for a pause in robots.txt that is followed; a longer one stops the crawl of the host after its first pages. Default: 30 s.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A page or address where the audited side learns who asks; part of the user agent. Default: none.</summary>
    public string? Contact { get; init; }

    /// <summary>Addresses outside the public internet that may be reached. Default: none.</summary>
    public IReadOnlyCollection<IPAddress> AllowedPrivate { get; init; } = [];

    /// <summary>Addresses of names that are not looked up, for a site that is not in DNS yet. Default: none.</summary>
    public IReadOnlyDictionary<string, IPAddress> Names { get; init; } = new Dictionary<string, IPAddress>();

    /// <summary>What the crawler calls itself.</summary>
    public string UserAgent => Contact is null ? $"{Product}/1.0" : $"{Product}/1.0 (+{Contact})";
}
