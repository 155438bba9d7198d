using System.Net;
using Baton.Audit;

namespace Baton;

/// <summary>Reads what is written on the command line of the audit's commands.</summary>
internal static class AuditArguments
{
    public static Uri Site(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : throw new UserMistakeException($"'{text}' is not the address of a site. Write https://example.org, for example.");
    }

    public static IPAddress Address(string text) => IPAddress.TryParse(text, out var address) ? address : throw new UserMistakeException($"'{text}' is not an IP address.");

    public static IPEndPoint DnsServer(string text)
    {
        if (!IPEndPoint.TryParse(text, out var server)) throw new UserMistakeException($"'{text}' is not a DNS server. Write an address, or address:port.");
        return server.Port == 0 ? new(server.Address, 53) : server;
    }

    public static IReadOnlyDictionary<string, IPAddress> Names(IEnumerable<string> pairs) => pairs.Select(pair => pair.Split('=', 2)).ToDictionary(
        pair => pair.Length == 2 ? pair[0] : throw new UserMistakeException($"'{pair[0]}' is not a name and an address. Write name=address."), pair => Address(pair[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>What an engagement says about a run; without a file, what the command line says.</summary>
    public static async Task<EmailFinderOptions> EngagedAsync(FileInfo? file, Uri site, EmailFinderOptions options, CancellationToken cancellationToken)
    {
        if (file is null) return options;
        var engagement = await EngagementFile.ReadAsync(file, cancellationToken);
        if (!engagement.Hosts.Contains(site.Host, StringComparer.OrdinalIgnoreCase)) throw new UserMistakeException($"{site.Host} is not among the hosts of the engagement: {string.Join(", ", engagement.Hosts)}.");
        if (!engagement.IsOn(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))) throw new UserMistakeException($"The engagement runs from {engagement.From:yyyy-MM-dd} to {engagement.To:yyyy-MM-dd}.");
        return options.For(engagement);
    }

    public static double Within(string name, double value, double least, double most) =>
        value >= least && value <= most ? value : throw new UserMistakeException($"{name} is a number from {least} to {most}.");
}
