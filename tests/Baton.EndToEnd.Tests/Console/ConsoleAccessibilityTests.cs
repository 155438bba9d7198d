using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

public sealed class ConsoleAccessibilityTests(ConsoleFixture console)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Sign_in_wall_conversation_and_shortcuts_have_no_serious_fault(ColorScheme theme)
    {
        var door = await console.VisitAsync(theme);
        await ExpectNoSeriousFaultAsync(door);

        using var calm = await console.CustomerAsync("Hello, where is my order?");
        using var customer = await console.CustomerAsync("This is ridiculous, nobody helps me!");
        await customer.AsksForPersonAsync();
        var page = await console.SignInAsync(theme);
        await Expect(page.Locator($"#row-{customer.Id}")).ToContainTextAsync("Needs a person");
        await Expect(page.Locator($"#row-{calm.Id}")).ToBeVisibleAsync();
        await ExpectNoSeriousFaultAsync(page);

        await page.Locator($"#row-{customer.Id}").GetByRole(AriaRole.Link).ClickAsync();
        await page.Keyboard.PressAsync("w");
        await page.GetByLabel("Whisper to the agent").FillAsync("Careful.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".whisper")).ToBeVisibleAsync();
        await ExpectNoSeriousFaultAsync(page);

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ExpectNoSeriousFaultAsync(page);
    }

    private static async Task ExpectNoSeriousFaultAsync(IPage page)
    {
        var found = await page.RunAxe();
        var serious = found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");
        Assert.Empty(serious);
    }
}
