using System.Net;

namespace Baton.Audit.Tests;

public sealed class PageFetcherTests
{
    private static async Task<FetchedPage> FetchAsync(FakeOrganisation organisation, string path, Func<FetchOptions, FetchOptions>? change = null)
    {
        var options = organisation.Options.Fetch;
        using var fetcher = new PageFetcher(change?.Invoke(options) ?? options, TimeProvider.System);
        return await fetcher.FetchAsync(new Uri(organisation.Home, path), _ => true, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_redirect_is_followed_and_remembered()
    {
        await using var organisation = await FakeOrganisation.StartAsync();
        var page = await FetchAsync(organisation, "/weiter");
        Assert.Equal("/kontakt", page.Url.AbsolutePath);
        Assert.Equal(["/weiter"], page.Redirects.Select(passed => passed.AbsolutePath));
    }

    [Theory]
    [InlineData("/kreis", FetchOutcome.RedirectLoop)]
    [InlineData("/intern", FetchOutcome.PrivateAddress)]
    [InlineData("/umgebogen", FetchOutcome.PrivateAddress)]
    [InlineData("/geheim/plan", FetchOutcome.Disallowed)]
    public async Task What_must_not_be_fetched_is_not(string path, FetchOutcome outcome)
    {
        await using var organisation = await FakeOrganisation.StartAsync();
        Assert.Equal(outcome, (await FetchAsync(organisation, path)).Outcome);
    }

    [Fact]
    public async Task Without_the_list_of_exceptions_the_loopback_is_refused()
    {
        await using var organisation = await FakeOrganisation.StartAsync();
        var page = await FetchAsync(organisation, "/", options => options with { AllowedPrivate = [] });
        Assert.False(page.IsPage);
        Assert.Empty(organisation.Asked);
    }

    [Fact]
    public async Task A_bomb_is_unpacked_no_further_than_the_limit()
    {
        await using var organisation = await FakeOrganisation.StartAsync();
        var page = await FetchAsync(organisation, "/bombe", options => options with { MostBytes = 100_000 });
        Assert.True(page.IsCut);
        Assert.Equal(100_000, page.Body.Length);
    }

    [Fact]
    public async Task Nothing_is_fetched_while_robots_txt_cannot_be_had()
    {
        await using var organisation = await FakeOrganisation.StartAsync();
        using var fetcher = new PageFetcher(organisation.Options.Fetch with { Names = new Dictionary<string, IPAddress> { ["down.test"] = IPAddress.Loopback } }, TimeProvider.System);
        var page = await fetcher.FetchAsync(new Uri("http://down.test:1/"), _ => true, TestContext.Current.CancellationToken);
        Assert.Equal(FetchOutcome.Unreachable, page.Outcome);
    }
}
