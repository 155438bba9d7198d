using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Baton.Audit;

/// <summary>Asks DNS what mail to a domain would meet, without sending any.</summary>
internal sealed class MailDomainReader
{
    private const int MostServers = 10;
    private const int MostDmarcQueries = 8;

    private readonly LookupClient _dns;
    private readonly TimeProvider _time;

    /// <param name="servers">DNS servers; empty for those of the machine.</param>
    /// <param name="time">The clock.</param>
    public MailDomainReader(IReadOnlyCollection<IPEndPoint> servers, TimeProvider time)
    {
        _time = time;
        var options = servers.Count > 0 ? new LookupClientOptions([.. servers]) : new LookupClientOptions();
        options.Timeout = TimeSpan.FromSeconds(4);
        options.Retries = 1;
        options.UseCache = true;
        options.ThrowDnsErrors = false;
        _dns = new(options);
    }

    public async Task<MailDomain> ReadAsync(string domain, CancellationToken cancellationToken)
    {
        var name = AddressSyntax.Ascii(domain) ?? domain;
        var now = _time.GetUtcNow();
        try
        {
            var (intake, servers) = await IntakeAsync(name, cancellationToken);
            var result = new MailDomain(domain, intake, now) { Servers = servers, Problem = intake == MailIntake.Unknown ? "the server reported an error" : null };
            if (intake is MailIntake.NoDomain or MailIntake.Unknown) return result;
            var (dmarc, policy) = await DmarcAsync(name, cancellationToken);
            return result with
            {
                Spf = await TextsAsync(name, "v=spf1", cancellationToken),
                Dmarc = dmarc,
                DmarcPolicy = policy,
                MtaSts = await TextsAsync("_mta-sts." + name, "v=STSv1", cancellationToken) is { } records ? records.Count > 0 ? records[0] : "" : null,
            };
        }
        catch (Exception wrong) when (wrong is DnsResponseException or System.Net.Sockets.SocketException or ArgumentException or InvalidOperationException)
        {
            return new(domain, MailIntake.Unknown, now) { Problem = wrong.Message };
        }
    }

    private async Task<(MailIntake, IReadOnlyList<string>)> IntakeAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await _dns.QueryAsync(name, QueryType.MX, cancellationToken: cancellationToken);
        if (answer.Header.ResponseCode == DnsHeaderResponseCode.NotExistentDomain) return (MailIntake.NoDomain, []);
        if (answer.HasError) return (MailIntake.Unknown, []);
        var records = answer.Answers.MxRecords().OrderBy(record => record.Preference).ToList();
        if (records is [{ Exchange.Value: "." }]) return (MailIntake.NullMx, []);
        List<string> servers = [.. records.Select(record => record.Exchange.Value.TrimEnd('.')).Where(server => server.Length > 0).Take(MostServers)];
        if (servers.Count == 0)
        {
            return await HasAddressAsync(name, cancellationToken) switch { true => (MailIntake.Implicit, []), false => (MailIntake.Nothing, []), null => (MailIntake.Unknown, []) };
        }
        var isUncertain = false;
        foreach (var server in servers)
        {
            var has = await HasAddressAsync(server, cancellationToken);
            if (has == true) return (MailIntake.MailServers, servers);
            isUncertain |= has is null;
        }
        return (isUncertain ? MailIntake.Unknown : MailIntake.DeadServers, servers);
    }

    private async Task<bool?> HasAddressAsync(string name, CancellationToken cancellationToken)
    {
        var isUncertain = false;
        foreach (var type in (QueryType[])[QueryType.A, QueryType.AAAA])
        {
            var answer = await _dns.QueryAsync(name, type, cancellationToken: cancellationToken);
            if (answer.Answers.AddressRecords().Any()) return true;
            isUncertain |= answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain;
        }
        return isUncertain ? null : false;
    }

    private async Task<IReadOnlyList<string>?> TextsAsync(string name, string start, CancellationToken cancellationToken)
    {
        var answer = await _dns.QueryAsync(name, QueryType.TXT, cancellationToken: cancellationToken);
        if (answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain) return null;
        return [.. answer.Answers.OfType<TxtRecord>().Select(record => string.Concat(record.Text)).Where(text => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Walks up the tree until a record is found (RFC 9989), at most eight questions.</summary>
    private async Task<(string? Record, string? Policy)> DmarcAsync(string name, CancellationToken cancellationToken)
    {
        var labels = name.Split('.');
        for (var index = 0; index < labels.Length - 1 && index < MostDmarcQueries; index++)
        {
            var at = string.Join('.', labels[index..]);
            if (await TextsAsync("_dmarc." + at, "v=DMARC1", cancellationToken) is not { } records) return (null, null);
            if (records is not [var record]) continue;
            var tags = record.Split(';', StringSplitOptions.TrimEntries).Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries)).Where(tag => tag.Length == 2).ToList();
            string? Tag(string key) => tags.Find(tag => tag[0].Equals(key, StringComparison.OrdinalIgnoreCase))?[1].ToLowerInvariant();
            // What is missing means "none"; a parent's wish for its sub-domains comes first.
            return ($"{record} (at {at})", (index > 0 ? Tag("sp") : null) ?? Tag("p") ?? "none");
        }
        return ("", null);
    }
}
