using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Shop.Tests;

public sealed class DoorTests(RunningShop shop) : IClassFixture<RunningShop>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a key for the test")]
    [InlineData("a key for the tests and more")]
    [InlineData("A KEY FOR THE TESTS")]
    public async Task Nobody_comes_to_the_tools_without_the_key(string? key)
    {
        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => shop.ConnectAsync(key));

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
    }

    [Fact]
    public void Settings_that_cannot_work_are_all_named_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() => ShopHost.Build(
            new ShopOptions { Key = "short", IdentitySecret = "too short", BatonUrl = "nowhere", RefundLimit = 0 }, new FakeTimeProvider()));

        Assert.Contains("Shop:Key has 5 characters", error.Message, StringComparison.Ordinal);
        Assert.Contains("Shop:IdentitySecret has 9 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("Shop:BatonUrl is 'nowhere'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Shop:RefundLimit is 0", error.Message, StringComparison.Ordinal);
    }
}
