using System.Net;

namespace Baton.Audit.Tests;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    public void An_address_that_is_not_public_is_refused(string address) => Assert.False(new AddressGuard([]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("64:ff9b::5db8:d822")]
    public void A_public_address_is_allowed(string address) => Assert.True(new AddressGuard([]).Allows(IPAddress.Parse(address)));

    [Fact]
    public void An_address_on_the_list_is_allowed_and_only_that()
    {
        var guard = new AddressGuard([IPAddress.Loopback]);
        Assert.True(guard.Allows(IPAddress.Loopback));
        Assert.False(guard.Allows(IPAddress.Parse("127.0.0.2")));
    }

    [Fact]
    public async Task A_name_that_leads_home_is_refused_when_connecting() =>
        await Assert.ThrowsAsync<PrivateAddressException>(() => new AddressGuard([]).ConnectAsync(new DnsEndPoint("localhost", 80), TestContext.Current.CancellationToken));
}
