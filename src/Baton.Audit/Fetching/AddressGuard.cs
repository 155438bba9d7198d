using System.Net;
using System.Net.Sockets;

namespace Baton.Audit;

/// <summary>Somebody's page led to an address that is not on the public internet.</summary>
/// <param name="host">The host that was asked for.</param>
/// <param name="address">Where it led.</param>
public sealed class PrivateAddressException(string host, IPAddress address) : IOException($"{host} leads to {address}, which is not on the public internet.");

/// <summary>Keeps fetching away from everything that is not on the public internet, however it was reached: by name, by redirect, by a name that changes.</summary>
/// <param name="allowed">Addresses that are allowed all the same, e.g. the loopback of a test.</param>
/// <param name="names">Names whose address is given instead of looked up; it is checked like any other.</param>
public sealed class AddressGuard(IReadOnlyCollection<IPAddress> allowed, IReadOnlyDictionary<string, IPAddress>? names = null)
{
    // IANA's special-purpose registries: never a website of an organisation.
    private static readonly IPNetwork[] Special =
    [
        .. ((string[])["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"]).Select(IPNetwork.Parse),
    ];

    /// <summary>Whether a connection to the address is allowed.</summary>
    public bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (allowed.Contains(address)) return true;
        if (IsTranslated(address)) return Allows(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return !Array.Exists(Special, network => network.Contains(address));
    }

    /// <summary>Connects to a host: looks it up, checks every address, and connects to one that was checked, so that a second look-up cannot change it.</summary>
    /// <exception cref="PrivateAddressException">One of the host's addresses is not allowed.</exception>
    /// <exception cref="SocketException">No connection.</exception>
    public async Task<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host.Host.Trim('[', ']'), out var literal) || names?.TryGetValue(host.Host, out literal) == true ? [literal!] : await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        if (Array.Find(addresses, address => !Allows(address)) is { } refused) throw new PrivateAddressException(host.Host, refused);
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, host.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException wrong)
            {
                socket.Dispose();
                last = wrong;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    // NAT64 (RFC 6052) carries an IPv4 address in its last four bytes.
    private static bool IsTranslated(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 && address.GetAddressBytes() is [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..];
}
