using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Baton.Audit;

/// <summary>Looks for the proof that whoever signed controls the target: a token in DNS or in a well-known file.</summary>
public sealed class ControlProof
{
    /// <summary>Where the file lies.</summary>
    public const string WellKnown = "/.well-known/baton-audit.txt";

    private readonly LookupClient _dns;
    private readonly FetchOptions _fetch;
    private readonly TimeProvider _time;
    private readonly string _scheme;

    /// <param name="dnsServers">DNS servers; empty for those of the machine.</param>
    /// <param name="fetch">How the file is fetched.</param>
    /// <param name="time">The clock.</param>
    /// <param name="scheme">The scheme of the file's address: https, but in tests.</param>
    public ControlProof(IReadOnlyCollection<IPEndPoint> dnsServers, FetchOptions fetch, TimeProvider time, string scheme = "https")
    {
        var options = dnsServers.Count > 0 ? new LookupClientOptions([.. dnsServers]) : new LookupClientOptions();
        (options.Timeout, options.Retries, options.UseCache, options.ThrowDnsErrors) = (TimeSpan.FromSeconds(4), 1, false, false);
        (_dns, _fetch, _time, _scheme) = (new(options), fetch, time, scheme);
    }

    /// <summary>What proves control of a host; <see langword="null"/> when nothing does.</summary>
    /// <param name="host">The host.</param>
    /// <param name="token">The engagement's token; without one there is no proof.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<string?> FindAsync(string host, string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(token) || host.Length == 0) return null;
        var name = $"_baton-audit.{AddressSyntax.Ascii(host) ?? host}";
        try
        {
            var answer = await _dns.QueryAsync(name, QueryType.TXT, cancellationToken: cancellationToken);
            if (answer.Answers.OfType<TxtRecord>().Any(record => string.Concat(record.Text).Trim() == $"baton-audit={token}")) return $"TXT record at {name}";
        }
        catch (DnsResponseException)
        {
            // DNS that does not answer proves nothing; the file may.
            return await FileAsync(host, token, cancellationToken);
        }
        return await FileAsync(host, token, cancellationToken);
    }

    private async Task<string?> FileAsync(string host, string token, CancellationToken cancellationToken)
    {
        using var fetcher = new PageFetcher(_fetch with { Pace = TimeSpan.Zero }, _time);
        var file = new Uri($"{_scheme}://{host}{WellKnown}");
        // No redirect: the file must lie on the host itself.
        var page = await fetcher.FetchAsync(file, _ => false, cancellationToken);
        return page.IsPage && TextDecoding.Decode(page.Body.Span, page.Charset).Text.Split('\n', StringSplitOptions.TrimEntries).Contains($"baton-audit={token}", StringComparer.Ordinal) ? $"file at {file}" : null;
    }
}
