namespace Baton.Audit.Tests;

/// <summary>What DNS says about the company's domains.</summary>
internal static class CompanyDns
{
    public static IReadOnlyDictionary<string, DnsRecord[]> Records { get; } = new Dictionary<string, DnsRecord[]>(StringComparer.Ordinal)
    {
        ["nordlicht-moebel.de"] = [new("A", "192.0.2.10"), new("MX", "10 mx.nordlicht-moebel.de"), new("TXT", "v=spf1 mx -all"), new("TXT", "unrelated=1")],
        ["mx.nordlicht-moebel.de"] = [new("A", "192.0.2.11")],
        ["_dmarc.nordlicht-moebel.de"] = [new("TXT", "v=DMARC1; p=reject; sp=quarantine")],
        ["_mta-sts.nordlicht-moebel.de"] = [new("TXT", "v=STSv1; id=20261101")],
        ["nimmt-nichts.de"] = [new("MX", "0 ."), new("A", "192.0.2.12")],
        ["ohne-mx.de"] = [new("A", "192.0.2.13")],
        ["tote-server.de"] = [new("MX", "10 mx.tote-server.de"), new("A", "192.0.2.14")],
        ["nur-text.de"] = [new("TXT", "hello")],
        ["kaputt.de"] = [new("!fail", "")],
        ["kanzlei-schutz.de"] = [new("MX", "10 mx.nordlicht-moebel.de"), new("TXT", "v=spf1 -all"), new("TXT", "v=spf1 mx")],
        ["sub.nordlicht-moebel.de"] = [new("MX", "10 mx.nordlicht-moebel.de")],
    };
}
