using Baton.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>The program, a browser and an identity provider that checks proof key, secret, nonce and redirect address.</summary>
public sealed class OpenIdConnectTests : IAsyncLifetime
{
    private IdentityProvider _provider = null!;
    private BatonServer _server = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync(TestContext.Current.CancellationToken);
        _server = await BatonServer.StartAsync(
            new()
            {
                Arguments =
                [
                    $"--Web:OpenIdConnect:Authority={_provider.Authority}", $"--Web:OpenIdConnect:ClientId={IdentityProvider.ClientId}",
                    $"--Web:OpenIdConnect:ClientSecret={IdentityProvider.ClientSecret}", "--Web:OpenIdConnect:RoleClaim=baton_role",
                    "--Web:OpenIdConnect:ButtonText=Sign in with Example",
                ],
            },
            TestContext.Current.CancellationToken);
        _browser = await Browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_has_a_role_at_the_organisation_gets_in_and_nobody_else()
    {
        var newcomer = await ComesAsync(Person("p-1", "nora@example.com", isVerified: true, "lead"));
        await Expect(newcomer.Locator(".shell[data-ready=true] .wall")).ToBeVisibleAsync();
        await Expect(newcomer.Locator("[data-menu] summary")).ToContainTextAsync("Nora");

        // The provider's own key is the person; a new address there is the same account here.
        var again = await ComesAsync(Person("p-1", "nora.new@example.com", isVerified: true, "worker"));
        await Expect(again.Locator(".shell[data-ready=true] .wall")).ToBeVisibleAsync();

        await RefusedAsync(Person("p-2", "nobody@example.com", isVerified: true, role: null), "There is no account");
        await RefusedAsync(Person("p-3", "nora@example.com", isVerified: false, "admin"), "did not confirm an e-mail address");
        await RefusedAsync(null, "was not completed");
    }

    private static Dictionary<string, object> Person(string key, string email, bool isVerified, string? role)
    {
        var person = new Dictionary<string, object> { ["sub"] = key, ["name"] = "Nora", ["email"] = email, ["email_verified"] = isVerified };
        if (role is not null) person["baton_role"] = role;
        return person;
    }

    private async Task RefusedAsync(IReadOnlyDictionary<string, object>? person, string why)
    {
        var page = await ComesAsync(person);
        await Expect(page.Locator("#sign-in-refusal")).ToContainTextAsync(why);
    }

    private async Task<IPage> ComesAsync(IReadOnlyDictionary<string, object>? person)
    {
        _provider.Person = person;
        var page = await (await _browser.DesktopAsync()).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(_server.Url, "/console").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Example" }).ClickAsync();
        return page;
    }
}
