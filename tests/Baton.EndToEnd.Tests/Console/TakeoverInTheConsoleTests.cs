using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

public sealed partial class TakeoverInTheConsoleTests(ConsoleFixture console)
{
    [GeneratedRegex(@"^\([1-9][0-9]*\) ", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NumberInFront();

    [GeneratedRegex("needs? a person", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NeedsPerson();

    [Fact]
    public async Task A_customer_asks_for_a_person_and_gets_one_by_name()
    {
        var page = await console.SignInAsync();
        using var customer = await console.CustomerAsync("Hello, my lamp arrived broken.");
        var row = page.Locator($"#row-{customer.Id}");
        await Expect(row).ToContainTextAsync("AI agent");
        await customer.AsksForPersonAsync();
        await Expect(row).ToContainTextAsync("Needs a person");
        await Expect(page).ToHaveTitleAsync(NumberInFront());
        // Nothing is announced before a colleague had the chance to be first.
        await Expect(page.Locator("#announce")).ToContainTextAsync(NeedsPerson());

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".brief")).ToContainTextAsync("my lamp arrived broken");
        await page.GetByRole(AriaRole.Button, new() { Name = "Claim" }).ClickAsync();
        await Expect(page.Locator(".conversation-who")).ToContainTextAsync("You answer");
        await page.GetByLabel("Reply to the customer").FillAsync("I am so sorry. A new lamp leaves today.");
        await page.Keyboard.PressAsync("Enter");

        var seen = await customer.SeesAsync("worker", "A new lamp leaves today.");
        Assert.Equal("Wanda", seen.GetProperty("name").GetString());
        await Expect(page.GetByLabel("Reply to the customer")).ToHaveValueAsync("");
        await Expect(page.Locator(".message.worker")).ToContainTextAsync("A new lamp leaves today.");
    }

    [Fact]
    public async Task A_worker_steps_in_unasked_and_gives_back_and_the_agent_goes_on()
    {
        var page = await console.SignInAsync();
        using var customer = await console.CustomerAsync("Hello there");
        await page.Locator($"#row-{customer.Id}").GetByRole(AriaRole.Link).ClickAsync();

        await page.Keyboard.PressAsync("w");
        await page.GetByLabel("Whisper to the agent").FillAsync("Be brief with this one.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".whisper")).ToContainTextAsync("Be brief with this one.");

        await Expect(page.Locator(".composer-hint")).ToHaveTextAsync("Sending takes over from the AI agent.");
        await page.GetByLabel("Reply to the customer").FillAsync("Wanda here, I will look after you.");
        await page.Keyboard.PressAsync("Enter");
        await customer.SeesAsync("worker", "Wanda here");
        await Expect(page.Locator(".conversation-who")).ToContainTextAsync("You answer");

        await page.GetByRole(AriaRole.Button, new() { Name = "Give back" }).ClickAsync();
        await page.GetByLabel("What was agreed").FillAsync("A voucher was promised.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".conversation-who")).ToContainTextAsync("The AI agent answers");
        await Expect(page.Locator(".turn.agent")).ToContainTextAsync("A voucher was promised.");

        await customer.WritesAsync("Where is my order?");
        var (hadPerson, isBack) = (false, false);
        await customer.UntilAsync(item =>
        {
            var type = item.GetProperty("type").GetString();
            if (type == "holder") hadPerson |= item.GetProperty("holder").GetString() == "worker";
            if (type == "holder") isBack = hadPerson && item.GetProperty("holder").GetString() == "agent";
            return isBack && type == "message" && item.GetProperty("from").GetString() == "agent";
        });
        // What workers tell the agent is theirs.
        var whole = await customer.TranscriptAsync();
        Assert.DoesNotContain("Be brief", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_claimed_answered_and_closed_with_the_keyboard_alone()
    {
        var page = await console.SignInAsync();
        using var customer = await console.CustomerAsync("I would like to speak about my invoice.");
        await customer.AsksForPersonAsync();
        await Expect(page.Locator($"#row-{customer.Id}")).ToContainTextAsync("Needs a person");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("invoice");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".search-summary")).ToContainTextAsync("found for");
        await Expect(page.Locator($"#row-{customer.Id}")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".composer")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("t");
        await Expect(page.GetByLabel("Reply to the customer")).ToBeFocusedAsync();

        // Letters that are shortcuts are letters while one types.
        await page.Keyboard.TypeAsync("text with t, x, g and w?");
        await page.Keyboard.PressAsync("Enter");
        await customer.SeesAsync("worker", "text with t, x, g and w?");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#close-resolved")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".conversation-who")).ToContainTextAsync("Closed, resolved");
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_the_page_was_loaded_again()
    {
        var page = await console.SignInAsync();
        using var customer = await console.CustomerAsync("Hello");
        await page.Locator($"#row-{customer.Id}").GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel("Reply to the customer").FillAsync("Half a sentence");
        await page.WaitForFunctionAsync("Object.keys(localStorage).some(key => key.startsWith('baton-draft') && localStorage[key].includes('Half a sentence'))");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Reply to the customer")).ToHaveValueAsync("Half a sentence");
        await Expect(page).ToHaveURLAsync(new Uri(console.Url, $"/console/c/{customer.Id}").ToString());
    }

    [Fact]
    public async Task A_worker_says_what_was_read_wrongly_and_what_was_missed()
    {
        var page = await console.SignInAsync();
        using var customer = await console.CustomerAsync("This is ridiculous, nobody helps me!");
        await page.Locator($"#row-{customer.Id}").GetByRole(AriaRole.Link).ClickAsync();
        var signal = page.Locator(".message-signal").Filter(new() { HasText = "losing patience" });
        await signal.HoverAsync();
        await signal.GetByRole(AriaRole.Button, new() { Name = "Wrong" }).ClickAsync();
        await Expect(signal).ToContainTextAsync("wrong, says Wanda");

        await page.Locator(".message.customer").GetByText("Missed?").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Is angry with us" }).ClickAsync();
        await Expect(page.Locator(".message-signal").Filter(new() { HasText = "Is angry with us" })).ToBeVisibleAsync();
        await signal.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(signal).Not.ToContainTextAsync("wrong, says");
    }

    [Fact]
    public async Task Enter_pressed_before_the_field_is_connected_sends_once_it_is()
    {
        var page = await console.SignInAsync();
        await page.EvaluateAsync("""
            () => {
              const { attach } = window.batonComposer;
              const released = new Promise(resolve => { window.releaseField = resolve; });
              window.batonComposer.attach = async (...args) => { await released; return attach(...args); };
            }
            """);
        using var customer = await console.CustomerAsync("Hello, is anybody there?");
        await page.Locator($"#row-{customer.Id}").GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel("Reply to the customer").FillAsync("Yes, I am.");
        await page.Keyboard.PressAsync("Enter");
        await page.EvaluateAsync("window.releaseField()");
        await customer.SeesAsync("worker", "Yes, I am.");
        await Expect(page.GetByLabel("Reply to the customer")).ToHaveValueAsync("");
    }
}
