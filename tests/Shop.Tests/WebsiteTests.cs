using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Tests;

public sealed partial class WebsiteTests(RunningShop shop) : IClassFixture<RunningShop>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    public async Task A_page_takes_nothing_from_anywhere_but_the_shop_and_Baton(string path)
    {
        using var browser = Browser();
        using var page = await browser.GetAsync(path, Stop);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self' http://localhost:5080; style-src 'self'; img-src 'self'; connect-src 'self' http://localhost:5080;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Equal(["/shop.js", "http://localhost:5080/widget/baton.js"], ScriptTags().Matches(html).Select(script => script.Groups["src"].Value));
    }

    [Fact]
    public async Task A_guest_sees_no_orders_and_gets_no_identity()
    {
        using var browser = Browser();

        using var orders = await browser.GetAsync("/orders", Stop);
        using var token = await browser.GetAsync("/identity-token", Stop);

        Assert.Equal("/sign-in", orders.Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
        Assert.DoesNotContain("data-identity", await browser.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_in_customer_sees_their_orders_and_brings_their_identity_to_the_widget()
    {
        using var browser = Browser();
        await SignInAsync(browser, "emil");

        var page = await browser.GetStringAsync("/orders", Stop);

        foreach (var order in new[] { "SO-10060", "SO-10052", "SO-10030" })
            Assert.Contains(order, page, StringComparison.Ordinal);
        Assert.DoesNotContain("SO-10042", page, StringComparison.Ordinal);
        Assert.Contains("data-locale=\"fr\"", page, StringComparison.Ordinal);
        await AssertIsAsync("emil", WebUtility.HtmlDecode(Identity().Match(page).Groups["value"].Value));
    }

    [Fact]
    public async Task The_identity_can_be_refreshed_and_is_never_kept_by_a_cache()
    {
        using var browser = Browser();
        await SignInAsync(browser, "ada");

        using var answer = await browser.GetAsync("/identity-token", Stop);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        await AssertIsAsync("ada", json.RootElement.GetProperty("token").GetString()!);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var browser = Browser();
        await SignInAsync(browser, "ada");
        await PostAsync(browser, "/", "/sign-out", ("leave", "yes"));

        using var token = await browser.GetAsync("/identity-token", Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_in()
    {
        using var browser = Browser();
        using var form = new FormUrlEncodedContent([new("customer", "ada")]);

        using var answer = await browser.PostAsync("/sign-in", form, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_return_label_is_shown_only_to_its_owner()
    {
        using var fatima = Browser();
        await SignInAsync(fatima, "fatima");
        using var ada = Browser();
        await SignInAsync(ada, "ada");

        Assert.Contains("Rue Haute 77", await fatima.GetStringAsync("/returns/RE-10038-HB-BLK-39", Stop), StringComparison.Ordinal);
        Assert.Contains("There is no return RE-10038-HB-BLK-39", await ada.GetStringAsync("/returns/RE-10038-HB-BLK-39", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_database_is_text_and_never_markup()
    {
        await shop.CallAsync("dana", "change_address", new { order = "SO-10059", address = "<img src=x onerror=alert(1)>, 28014 Madrid" });
        using var browser = Browser();
        await SignInAsync(browser, "dana");

        var page = await browser.GetStringAsync("/orders", Stop);

        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_that_hosts_the_shop_can_ask_for_a_customers_identity()
    {
        await AssertIsAsync("ben", shop.Tokens.For("ben")!);
        Assert.Null(shop.Tokens.For("zoe"));
        Assert.Equal("Ada (simulated)", new JsonWebToken(shop.Tokens.ForSimulated("ada")).GetClaim("name").Value);
    }

    private async Task AssertIsAsync(string customer, string token)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(RunningShop.Secret)),
            ValidAudience = "baton",
            ValidateIssuer = false,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (_, expires, _, _) => expires == shop.Time.GetUtcNow().UtcDateTime.AddMinutes(30),
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(customer, result.Claims["sub"]);
        Assert.Equal(shop.Time.GetUtcNow().ToUnixTimeSeconds(), Convert.ToInt64(result.Claims["iat"], CultureInfo.InvariantCulture));
    }

    private HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = shop.Address };

    private static async Task SignInAsync(HttpClient browser, string customer) =>
        Assert.Equal("/orders", await PostAsync(browser, "/sign-in", "/sign-in", ("customer", customer)));

    private static async Task<string?> PostAsync(HttpClient browser, string page, string action, (string Name, string Value) field)
    {
        var html = await browser.GetStringAsync(page, Stop);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", FormToken().Match(html).Groups["value"].Value), new(field.Name, field.Value)]);
        using var answer = await browser.PostAsync(action, form, Stop);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location?.ToString();
    }

    [GeneratedRegex("<script src=\"(?<src>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex ScriptTags();

    [GeneratedRegex("data-identity=\"(?<value>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Identity();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex FormToken();
}
