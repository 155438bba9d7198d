using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Addresses of pages: one form for one page, and the signs of a trap.</summary>
internal static partial class SiteUrls
{
    private const int Longest = 1500;
    private const int MostSegments = 14;

    /// <summary>Without fragment, default port, visit numbers and campaign marks; query sorted.</summary>
    public static Uri Normalize(Uri url)
    {
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !Mark().IsMatch(pair)).Order(StringComparer.Ordinal).ToList();
        var path = Visit().Replace(url.AbsolutePath, "");
        return new UriBuilder(url.Scheme, url.IdnHost.TrimEnd('.'), url.Port, path) { Query = string.Join('&', query), Fragment = "" }.Uri;
    }

    /// <summary>Why an address looks like a way into a trap; <see langword="null"/> when it does not.</summary>
    public static string? TrapIn(Uri url)
    {
        if (url.AbsoluteUri.Length > Longest) return "the address is too long";
        var segments = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > MostSegments) return "the path is too deep";
        if (segments.GroupBy(segment => segment, StringComparer.OrdinalIgnoreCase).Any(group => group.Count() > 2)) return "the path repeats itself";
        return CalendarFar(url) ? "a calendar far from today" : null;
    }

    /// <summary>What addresses made by one pattern have in common: digits and long tokens left out, names of query fields kept.</summary>
    public static string Template(Uri url)
    {
        var path = Token().Replace(Digits().Replace(url.AbsolutePath, "#"), "#");
        var fields = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal);
        return $"{url.Authority}{path}?{string.Join('&', fields)}";
    }

    /// <summary>Whether two hosts are one site: the same but for "www.".</summary>
    public static bool IsSameSite(Uri a, Uri b) => a.Port == b.Port ? Bare(a.IdnHost) == Bare(b.IdnHost) : Bare(a.IdnHost) == Bare(b.IdnHost) && a.IsDefaultPort && b.IsDefaultPort;

    public static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..].ToLowerInvariant() : host.ToLowerInvariant();

    private static bool CalendarFar(Uri url) => Dated().IsMatch(Uri.UnescapeDataString(url.PathAndQuery)) && Calendar().IsMatch(url.PathAndQuery);

    [GeneratedRegex(@"^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|phpsessid|jsessionid|sid|sessionid|session_id|_ga|ref|yclid|igshid)=|^(replytocom|share|print)=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(";jsessionid=[^/;]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Visit();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<=/)[\w#-]{24,}(?=/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"(calendar|kalender|termine|events?|agenda|month|monat|week|day)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"(19|20|21)\d\d\D?(0?[1-9]|1[0-2])\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();
}
