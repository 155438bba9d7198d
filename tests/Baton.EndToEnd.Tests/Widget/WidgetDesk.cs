using Baton.Testing;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Tests;

/// <summary>The demo and a browser, shared by the widget's tests; every test has visitors of its own.</summary>
public sealed class WidgetDesk : IAsyncLifetime
{
    private BatonServer? _server;
    private Browser? _browser;

    public BatonServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        // All visitors come from one address here: the limits are another test's matter.
        _server = await BatonServer.StartAsync(new() { Command = "demo", Arguments = ["--Web:RateLimits:Enabled=false"] }, CancellationToken.None);
        _browser = await Browser.StartAsync();
    }

    public async Task<IBrowserContext> VisitorAsync(ColorScheme theme = ColorScheme.Light) => await AllowAsync(await _browser!.DesktopAsync(theme));

    public async Task<IBrowserContext> PhoneVisitorAsync() => await AllowAsync(await _browser!.PhoneAsync());

    /// <summary>
    /// A page of the shop's origin with nothing but the widget's tag on it, under the strictest policy the widget works with.
    /// The address goes on working after a reload.
    /// </summary>
    public async Task<Chat> PageAsync(IBrowserContext visitor, string attributes = "data-locale=\"en\"")
    {
        var address = new Uri(Server.ShopUrl, "/a-page-of-ours").ToString();
        var origin = Server.Url.GetLeftPart(UriPartial.Authority);
        await visitor.RouteAsync(address, route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Content-Security-Policy"] = $"default-src 'none'; script-src {origin}; connect-src {origin}; base-uri 'none'; form-action 'none'",
            },
            Body = $"""
                <!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width"></head>
                <body><main><h1>A page</h1></main><script src="{Server.Url}widget/baton.js" {attributes} async></script></body></html>
                """,
        }));
        return await GoAsync(visitor, address);
    }

    /// <summary>The shop itself, signed in as a demo customer.</summary>
    public async Task<Chat> ShopAsync(IBrowserContext visitor, string customer)
    {
        var chat = await GoAsync(visitor, new Uri(Server.ShopUrl, "/sign-in").ToString());
        await chat.Page.Locator($"button[value={customer}]").ClickAsync();
        await chat.Page.WaitForURLAsync("**/orders");
        return chat;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    // Pages that a test makes up come from no address; Chromium asks before it lets such a page reach this machine.
    private static async Task<IBrowserContext> AllowAsync(IBrowserContext visitor)
    {
        await visitor.GrantPermissionsAsync(["local-network-access"]);
        return visitor;
    }

    private static async Task<Chat> GoAsync(IBrowserContext visitor, string address)
    {
        var page = await visitor.NewPageAsync();
        var chat = new Chat(page);
        await page.GotoAsync(address);
        return chat;
    }
}

[CollectionDefinition(Name)]
public sealed class WidgetTests : ICollectionFixture<WidgetDesk>
{
    public const string Name = "Widget";
}
