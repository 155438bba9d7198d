namespace Baton.Audit;

/// <summary>A robots.txt file as RFC 9309 reads it.</summary>
public sealed class RobotsFile
{
    /// <summary>At least this much is read (RFC 9309, 2.5: 500 kibibytes); what follows is ignored.</summary>
    public const int MostBytes = 512 * 1024;

    private readonly List<Group> _groups = [];

    private RobotsFile()
    {
    }

    /// <summary>Everything is allowed: there is no file (any 4xx answer, RFC 9309, 2.3.1.3).</summary>
    public static RobotsFile AllowAll { get; } = new();

    /// <summary>Nothing is allowed: the file could not be had (5xx or no answer, RFC 9309, 2.3.1.4).</summary>
    public static RobotsFile DisallowAll { get; } = Parse("User-agent: *\nDisallow: /");

    /// <summary>Nothing is allowed, and why the file could not be had.</summary>
    internal static RobotsFile Missing(FetchOutcome outcome, string problem)
    {
        var file = new RobotsFile { Missed = (outcome, problem) };
        file._groups.AddRange(DisallowAll._groups);
        return file;
    }

    /// <summary>How the attempt to fetch the file failed; <see langword="null"/> when it did not.</summary>
    internal (FetchOutcome Outcome, string Problem)? Missed { get; private init; }

    /// <summary>Addresses of sitemaps, for whoever reads the file.</summary>
    public IReadOnlyList<string> Sitemaps { get; private init; } = [];

    /// <summary>Reads a file; lines that mean nothing are skipped.</summary>
    public static RobotsFile Parse(string text)
    {
        List<string> sitemaps = [];
        var file = new RobotsFile { Sitemaps = sitemaps };
        Group? open = null;
        var isNaming = false;
        foreach (var line in text.TrimStart('\uFEFF').Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Split(line);
            switch (key)
            {
                case "user-agent":
                    // Names that follow one another share a group; a name after a rule starts a new one.
                    if (!isNaming || open is null) file._groups.Add(open = new());
                    open.Agents.Add(Token(value));
                    isNaming = true;
                    break;
                case "allow" or "disallow":
                    isNaming = false;
                    if (value.Length > 0) open?.Rules.Add(new(RobotsPattern.Normalize(value), key == "allow"));
                    break;
                case "crawl-delay":
                    isNaming = false;
                    if (open is not null && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400) open.Delay = TimeSpan.FromSeconds(seconds);
                    break;
                case "sitemap":
                    sitemaps.Add(value);
                    break;
            }
        }
        return file;
    }

    /// <summary>Whether a crawler may fetch a path. The longest rule that matches decides; of two as long, the one that allows.</summary>
    /// <param name="agent">The crawler's product token, e.g. <c>BatonAudit</c>.</param>
    /// <param name="pathAndQuery">Path and query, starting with a slash.</param>
    public bool Allows(string agent, string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt") return true;
        var path = RobotsPattern.Normalize(pathAndQuery);
        Rule? best = null;
        foreach (var rule in RulesFor(agent).SelectMany(group => group.Rules))
        {
            if (!RobotsPattern.Matches(rule.Pattern, path)) continue;
            if (best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.IsAllowed)) best = rule;
        }
        return best?.IsAllowed ?? true;
    }

    /// <summary>The wish for a pause between two requests (not part of the RFC, and widely used); <see langword="null"/> without one.</summary>
    public TimeSpan? DelayFor(string agent) => RulesFor(agent).Select(group => group.Delay).Max();

    /// <summary>The groups that name the crawler; all of them together, or those for everybody when none does.</summary>
    private IEnumerable<Group> RulesFor(string agent)
    {
        var named = _groups.Where(group => group.Agents.Contains(agent, StringComparer.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 ? named : _groups.Where(group => group.Agents.Contains("*", StringComparer.Ordinal));
    }

    private static (string Key, string Value) Split(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        if (comment >= 0) line = line[..comment];
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
    }

    /// <summary>A product token is letters, hyphens and underscores; a version after it does not count.</summary>
    private static string Token(string agent)
    {
        if (agent.StartsWith('*')) return "*";
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_')) end++;
        return agent[..end];
    }

    private sealed record Rule(string Pattern, bool IsAllowed);

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<Rule> Rules { get; } = [];

        public TimeSpan? Delay { get; set; }
    }
}
