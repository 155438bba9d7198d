namespace Baton.Mail.Tests;

public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("<p onclick=alert(1)>Hi</p><script>alert(1)</script>")]
    [InlineData("<a href=\"javascript:alert(1)\">Hi</a>")]
    [InlineData("<form action=https://evil.example><input name=password>Hi</form>")]
    [InlineData("<iframe src=https://evil.example></iframe>Hi")]
    [InlineData("<style>*{background:url(https://evil.example)}</style>Hi")]
    [InlineData("<div style=\"position:fixed;background:url(https://evil.example/x)\">Hi</div>")]
    [InlineData("<svg onload=alert(1)>Hi</svg>Hi")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=https://evil.example\">Hi")]
    public void Nothing_that_acts_or_calls_home_is_left(string html)
    {
        var safe = SafeHtml.Clean(html).Html;
        Assert.Contains("Hi", safe, StringComparison.Ordinal);
        foreach (var bad in new[] { "alert", "evil.example", "<form", "<input", "<script", "<iframe", "<style", "position" })
            Assert.DoesNotContain(bad, safe, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Remote_pictures_are_blocked_and_counted_and_own_ones_stay()
    {
        var safe = SafeHtml.Clean("<img src=\"https://track.example/1.gif\"><img src=\"cid:logo\" alt=\"Logo\"><td background=\"https://track.example/2.gif\"></td><p style=\"background-image:url(https://track.example/3.gif)\">x</p>");
        Assert.Contains("cid:logo", safe.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("track.example", safe.Html, StringComparison.Ordinal);
        Assert.Equal(2, safe.BlockedImages);
    }

    [Fact]
    public void Links_open_outside_and_tell_nothing() =>
        Assert.Equal("<a href=\"https://shop.example/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">shop</a>", SafeHtml.Clean("<a href=\"https://shop.example/\">shop</a>").Html);
}
