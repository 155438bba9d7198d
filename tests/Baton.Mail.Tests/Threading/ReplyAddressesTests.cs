using System.Text;
using CsCheck;

namespace Baton.Mail.Tests;

public sealed class ReplyAddressesTests
{
    private static readonly byte[] _secret = Encoding.UTF8.GetBytes("a secret of some length");

    [Theory]
    [InlineData("desk@shop.example")]
    [InlineData("@replies.shop.example")]
    public void A_key_comes_back_from_its_address_whatever_the_case(string mailbox)
    {
        var addresses = new ReplyAddresses(mailbox, _secret);
        Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[1, 40].Sample(letters =>
        {
            var key = new string(letters);
            var address = addresses.Make(key);
            Assert.Equal(key, addresses.Read(address));
            Assert.Equal(key, addresses.Read(address.ToUpperInvariant()));
        });
    }

    [Theory]
    [InlineData("desk@shop.example")]
    [InlineData("desk+c17@shop.example")]
    [InlineData("desk+c17-aaaaaaaa@shop.example")]
    [InlineData("desk+c17-@shop.example")]
    [InlineData("@shop.example")]
    [InlineData("nonsense")]
    public void A_forged_or_foreign_address_has_no_key(string address) => Assert.Null(new ReplyAddresses("desk@shop.example", _secret).Read(address));

    [Fact]
    public void Another_secret_or_domain_reads_nothing()
    {
        var address = new ReplyAddresses("desk@shop.example", _secret).Make("c17");
        Assert.Null(new ReplyAddresses("desk@shop.example", Encoding.UTF8.GetBytes("another secret of length")).Read(address));
        Assert.Null(new ReplyAddresses("desk@shop2.example", _secret).Read(address));
    }

    [Fact]
    public void A_letter_is_read_at_every_place_where_the_address_may_stand()
    {
        var addresses = new ReplyAddresses("desk@shop.example", _secret);
        var letter = LetterReader.Read(Encoding.UTF8.GetBytes($"From: a@b.example\nTo: desk@shop.example\nDelivered-To: {addresses.Make("c17")}\n\nx"));
        Assert.Equal("c17", addresses.Read(letter));
    }

    [Fact]
    public void Wrong_settings_are_named()
    {
        Assert.Contains("no domain", Assert.Throws<ArgumentException>(() => new ReplyAddresses("desk", _secret)).Message, StringComparison.Ordinal);
        Assert.Contains("16", Assert.Throws<ArgumentException>(() => new ReplyAddresses("desk@shop.example", [1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ReplyAddresses("desk@shop.example", _secret).Make("Not A Key"));
    }
}
