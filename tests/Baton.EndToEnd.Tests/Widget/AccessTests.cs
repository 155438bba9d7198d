using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

[Collection(WidgetTests.Name)]
public sealed class AccessTests(WidgetDesk desk)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_no_serious_fault(ColorScheme theme)
    {
        await using var visitor = await desk.VisitorAsync(theme);
        await visitor.RouteAsync("**/a-page-without-rules", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = $"""<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1></main><script src="{desk.Server.Url}widget/baton.js" async></script></body></html>""",
        }));
        var page = await visitor.NewPageAsync();
        // Motion is over before colours are measured.
        await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(new Uri(desk.Server.ShopUrl, "/a-page-without-rules").ToString());
        var chat = new Chat(page);
        await Expect(chat.Launcher).ToBeVisibleAsync();
        await NoSeriousFaultAsync(page);
        await chat.OpenAsync();
        await chat.SayAsync("Where is my order?");
        await Expect(chat.Agent.Nth(1)).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await NoSeriousFaultAsync(page);
        await chat.Person.ClickAsync();
        await Expect(chat.Page.Locator("baton-chat .notice.wait")).ToBeVisibleAsync();
        await NoSeriousFaultAsync(page);
        await chat.ChooseInMenuAsync("End the chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "5 of 5, Very good" }).ClickAsync();
        await Expect(page.GetByText("Thank you for your rating.")).ToBeVisibleAsync();
        await NoSeriousFaultAsync(page);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        var keyboard = chat.Page.Keyboard;
        await chat.Launcher.FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(chat.Field).ToBeFocusedAsync();
        await keyboard.TypeAsync("hello");
        await keyboard.PressAsync("Enter");
        await Expect(chat.Mine).ToHaveTextAsync(["hello"]);
        await Expect(chat.Pending).ToHaveCountAsync(0);
        await Expect(chat.Field).ToBeFocusedAsync();

        await TabToAsync(chat, "More", back: true);
        await keyboard.PressAsync("Enter");
        await Expect(chat.Header.GetByRole(AriaRole.Button, new() { Name = "Download the transcript" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Expect(chat.Header.GetByRole(AriaRole.Button, new() { Name = "More" })).ToBeFocusedAsync();
        await Expect(chat.Panel).ToBeVisibleAsync();

        await TabToAsync(chat, "Talk to a person", back: false);
        await keyboard.PressAsync("Space");
        await Expect(chat.Who).ToHaveTextAsync("Waiting for a person");
        await keyboard.PressAsync("Escape");
        await Expect(chat.Panel).ToBeHiddenAsync();
        await Expect(chat.Launcher).ToBeFocusedAsync();
    }

    [Fact]
    public async Task New_messages_are_told_in_a_polite_log()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        var log = chat.Page.GetByRole(AriaRole.Log, new() { Name = "Messages" });
        await Expect(log).ToHaveAttributeAsync("aria-live", "polite");
    }

    [Fact]
    public async Task Languages_from_right_to_left_are_laid_out_from_right_to_left()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor, "data-locale=\"he\"");
        await chat.OpenAsync();
        await chat.WriteAsync("שלום");
        await Expect(chat.Mine).ToHaveTextAsync(["שלום"]);
        var panel = await BoxAsync(chat.Panel);
        var mine = await BoxAsync(chat.Mine);
        Assert.True(panel.X < 200, "The panel stands at the left edge.");
        Assert.True(mine.X < panel.X + (panel.Width / 4), "The customer's messages stand at the left, where lines end.");
    }

    [Fact]
    public async Task On_a_phone_the_chat_fills_the_screen_and_every_target_is_large_enough()
    {
        await using var visitor = await desk.PhoneVisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.Launcher.TapAsync();
        await Expect(chat.Panel).ToBeVisibleAsync();
        await chat.SayAsync("hello");
        var box = await chat.Panel.BoundingBoxAsync();
        Assert.Equal((0, 0, 390, 844), ((int)box!.X, (int)box.Y, (int)box.Width, (int)box.Height));
        foreach (var button in await chat.Panel.GetByRole(AriaRole.Button).AllAsync())
        {
            var size = await button.BoundingBoxAsync();
            Assert.True(size is { Width: >= 44, Height: >= 44 }, $"{await button.TextContentAsync()} is {size?.Width} by {size?.Height}.");
        }
    }

    [Theory]
    [InlineData("de", "Mit einem Menschen sprechen")]
    [InlineData("es", "Hablar con una persona")]
    [InlineData("fr", "Parler à une personne")]
    [InlineData("zh", "转接人工客服")]
    [InlineData("xx", "Talk to a person")]
    public async Task The_widget_speaks_the_pages_language(string locale, string words)
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor, $"data-locale=\"{locale}\"");
        await chat.OpenAsync();
        await Expect(chat.Person).ToHaveTextAsync(words);
    }

    private static async Task TabToAsync(Chat chat, string name, bool back)
    {
        for (var steps = 0; steps < 12; steps++)
        {
            await chat.Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            var at = await chat.Page.EvaluateAsync<string>("() => { const e = document.querySelector('baton-chat').shadowRoot.activeElement; return e?.ariaLabel ?? e?.textContent ?? ''; }");
            if (at == name) return;
        }

        Assert.Fail($"Twelve steps with Tab do not reach “{name}”.");
    }

    private static async Task NoSeriousFaultAsync(IPage page)
    {
        var result = await page.RunAxe();
        var faults = result.Violations.Where(fault => fault.Impact is "serious" or "critical")
            .Select(fault => $"{fault.Id}: {string.Join("; ", fault.Nodes.Select(node => node.Html))}");
        Assert.Empty(faults);
    }

    /// <summary>Where it stands. A message is drawn anew when the desk has accepted it: between both it stands nowhere.</summary>
    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator locator)
    {
        while (true)
        {
            await locator.WaitForAsync();
            if (await locator.BoundingBoxAsync() is { } box) return box;
        }
    }
}
