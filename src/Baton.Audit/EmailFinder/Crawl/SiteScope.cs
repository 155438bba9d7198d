namespace Baton.Audit;

/// <summary>Which hosts belong to the audited site.</summary>
/// <param name="home">Where the audit starts, after redirects.</param>
/// <param name="hosts">Hosts that the engagement names.</param>
internal sealed class SiteScope(Uri home, IReadOnlyCollection<string> hosts)
{
    private readonly string _bare = SiteUrls.Bare(home.IdnHost);

    public Uri Home => home;

    /// <summary>The domains the site lives on.</summary>
    public IReadOnlyCollection<string> Domains => [_bare, .. hosts.Select(SiteUrls.Bare)];

    /// <summary>The site itself or a host that the engagement names.</summary>
    public bool Contains(Uri url) => SiteUrls.IsSameSite(url, home) || hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);

    /// <summary>Another host of the same domain, e.g. help.firma.example: its ways to the organisation are looked for, the rest is left alone.</summary>
    public bool IsRelated(Uri url) => url.Port == home.Port && url.IdnHost.EndsWith("." + _bare, StringComparison.OrdinalIgnoreCase);
}
