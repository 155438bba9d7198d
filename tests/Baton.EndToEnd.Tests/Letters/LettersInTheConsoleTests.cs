using Microsoft.Playwright;
using MimeKit;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>A thread by mail: the real program, Postfix, Dovecot and a browser.</summary>
public sealed class LettersInTheConsoleTests(ConsoleFixture console)
{
    [Fact]
    public async Task The_agent_answers_a_letter_a_worker_goes_on_from_the_console_and_sees_what_came_back()
    {
        var ada = new LetterCustomer(console.Mail);
        var body = new BodyBuilder
        {
            TextBody = "Where is my order SO-10042?\n\n-- \nAda Okafor\nLagos",
            HtmlBody = """<p>Where is my <b>order</b> SO-10042?</p><img src=x onerror="top.stolen=1"><script>top.stolen=1</script><img src="https://spy.example/open.gif"><a href="https://shop.example/">the shop</a>""",
        };
        await ada.WritesAsync("My lamp", body.ToMessageBody());
        var agent = await ada.GetsAsync(letter => letter.Text.Contains("AI assistant", StringComparison.Ordinal));
        Assert.Equal("auto-replied", agent.Header("Auto-Submitted"));
        await ada.WritesAsync("Re: My lamp", new TextPart("plain") { Text = "I want to talk to a person.\n\nOn Monday Shop support wrote:\n> " + agent.Text.Replace("\n", "\n> ", StringComparison.Ordinal) }, agent);
        var promise = await ada.GetsAsync(letter => letter.Text.Contains("at the latest", StringComparison.Ordinal));
        Assert.Equal(agent.ReplyTo[0].Address, promise.ReplyTo[0].Address);

        var page = await console.SignInAsync();
        var conversation = agent.ReplyTo[0].Address.Split('+', '-')[1];
        await page.GotoAsync(new Uri(console.Url, $"/console/c/{conversation}").ToString());
        await page.Locator(".shell[data-ready=true] .transcript").WaitForAsync();
        var first = page.Locator(".message.customer").First;
        await Expect(first.Locator(".letter-head")).ToContainTextAsync("My lamp");
        await first.GetByText("As it was sent").ClickAsync();
        await Expect(first.Locator(".letter-html")).ToContainTextAsync("blocked");
        await Expect(first.FrameLocator("iframe").Locator("b")).ToHaveTextAsync("order");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stolen === undefined"));
        await Expect(page.Locator(".message.customer").Nth(1).Locator(".letter-fold summary").First).ToContainTextAsync("Quoted text");

        // The draft is the server's: a browser that forgot everything shows it again.
        await Expect(page.Locator("#letter-subject")).ToHaveValueAsync("Re: My lamp");
        await page.GetByLabel("Reply to the customer").FillAsync("I am sorry that you had to ask twice.");
        await Expect(page.Locator(".draft-state")).ToContainTextAsync("Draft saved");
        await page.EvaluateAsync("() => localStorage.clear()");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Reply to the customer")).ToHaveValueAsync("I am sorry that you had to ask twice.");

        await page.Locator("#letter-cc").FillAsync("nobody@probe.example");
        await page.Locator("#letter-cc").BlurAsync();
        await page.GetByLabel("Reply to the customer").FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Your parcel arrives on Friday.");
        await page.Keyboard.PressAsync("Control+Enter");
        var worker = await ada.GetsAsync(letter => letter.Text.Contains("arrives on Friday", StringComparison.Ordinal));
        Assert.Contains("Wanda\nShop support", worker.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("nobody@probe.example", Assert.Single(worker.Cc).Address);

        var reply = page.Locator(".message.worker");
        await Expect(reply.Locator(".letter-state")).ToContainTextAsync("Came back from nobody@probe.example");
        await Expect(page.Locator(".noted")).ToContainTextAsync("not delivered");
        // In the chat, three minutes later: the same matter, and the worker who has it is in the brief.
        using var chat = await ConsoleCustomer.OpenAsync(console.Url, "Where is my order SO-10042? Is it really coming on Friday?");
        await page.GotoAsync(new Uri(console.Url, $"/console/c/{chat.Id}").ToString());
        var returned = page.Locator(".brief .returned");
        await Expect(returned).ToContainTextAsync("that Wanda had");
        await Expect(returned).ToContainTextAsync("not proven");
        await Expect(page.Locator(".brief .chip").First).ToContainTextAsync("Must be a person’s");
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { Length: > 0 } shots) await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "retrial.png") });
        await returned.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".message.customer").First.Locator(".letter-head")).ToContainTextAsync("My lamp");
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "letters.png") });
    }
}
