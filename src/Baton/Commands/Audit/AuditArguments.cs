using System.Net;

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

    public static double Within(string name, double value, double least, double most) =>
        value >= least && value <= most ? value : throw new UserMistakeException($"{name} is a number from {least} to {most}.");
}
