using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Baton.EndToEnd.Tests;

[Collection(WidgetTests.Name)]
public sealed partial class FilesTests(WidgetDesk desk)
{
    [GeneratedRegex("\"(?<name>[0-9a-f]{16})\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex BuildName();

    private static readonly string[] Files = ["baton.js", "chat.js", "baton.css"];

    [Theory]
    [InlineData("br", 14_500)]
    [InlineData("gzip", 16_000)]
    [InlineData("identity", 43_500)]
    public async Task What_travels_to_a_customer_is_small(string coding, int most)
    {
        using var client = Client();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new(coding));
        var bytes = 0;
        foreach (var file in Files) bytes += (await client.GetByteArrayAsync(new Uri($"/widget/{file}", UriKind.Relative), TestContext.Current.CancellationToken)).Length;
        Assert.InRange(bytes, 5_000, most);
    }

    [Fact]
    public async Task The_script_is_asked_for_again_and_its_modules_are_kept_for_good()
    {
        using var client = Client();
        using var script = await client.GetAsync(new Uri("/widget/baton.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.True(script.Headers.CacheControl?.NoCache);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/widget/baton.js");
        again.Headers.IfNoneMatch.Add(script.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        var text = await script.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var build = BuildName().Match(text).Groups["name"].Value;
        using var module = await client.GetAsync(new Uri($"/widget/{build}/chat.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromDays(365), module.Headers.CacheControl?.MaxAge);
        using var former = await client.GetAsync(new Uri("/widget/0123456789abcdef/chat.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(former.Headers.CacheControl?.NoCache);
        using var missing = await client.GetAsync(new Uri("/widget/none.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Only_pages_on_the_list_may_load_the_modules()
    {
        using var client = Client();
        Assert.Equal(desk.Server.ShopUrl.GetLeftPart(UriPartial.Authority), await AllowedAsync(client, desk.Server.ShopUrl.GetLeftPart(UriPartial.Authority)));
        Assert.Null(await AllowedAsync(client, "https://elsewhere.example"));
    }

    [Fact]
    public async Task Every_language_has_every_text()
    {
        using var client = Client();
        var english = await KeysAsync(client, "en");
        Assert.NotEmpty(english);
        foreach (var language in (string[])["de", "es", "fr", "zh"]) Assert.Equal(english, await KeysAsync(client, language));
    }

    private HttpClient Client() => new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = desk.Server.Url };

    private static async Task<string?> AllowedAsync(HttpClient client, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget/chat.js");
        request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(HttpClient client, string language)
    {
        using var texts = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/widget/texts/{language}.json", UriKind.Relative), TestContext.Current.CancellationToken));
        return [.. texts.RootElement.EnumerateObject().Select(property => property.Name)];
    }
}
