using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

public sealed class PasskeyTests(ConsoleFixture console)
{
    [Fact]
    public async Task A_worker_adds_a_passkey_and_signs_in_with_it_instead_of_a_password()
    {
        var page = await console.SignInAsync();
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true },
        });
        await page.GotoAsync(new Uri(console.Url, "/account").ToString());
        await page.GetByLabel("Name of the new passkey").FillAsync("Desk key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The passkey was added");
        await Expect(page.Locator(".passkeys")).ToContainTextAsync("Desk key");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(console.Url, "/console").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.Locator(".shell[data-ready=true] .wall")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_from_the_console_ends_at_the_door()
    {
        var page = await console.SignInAsync();
        await page.Locator("[data-menu] summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }
}
