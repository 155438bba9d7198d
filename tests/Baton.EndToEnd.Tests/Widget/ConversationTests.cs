using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

[Collection(WidgetTests.Name)]
public sealed class ConversationTests(WidgetDesk desk)
{
    [Fact]
    public async Task A_customer_resolves_an_order_question_with_the_agent()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.ShopAsync(visitor, "ada");
        await chat.OpenAsync();
        await chat.SayAsync("Where is my order SO-10042?");
        await Expect(chat.Agent.Last).ToContainTextAsync("Postnord", new() { Timeout = 15_000, IgnoreCase = true });
        await Expect(chat.Agent.Last).ToContainTextAsync("SO-10042");
        await Expect(chat.Who).ToHaveTextAsync("AI assistant");
        Assert.Empty(chat.Faults);
    }

    [Fact]
    public async Task A_choice_that_is_tapped_is_the_customers_message()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.ShopAsync(visitor, "ada");
        await chat.OpenAsync();
        await chat.SayAsync("I want to cancel an order");
        var choice = chat.Page.Locator("baton-chat .choices button").First;
        await choice.ClickAsync(new() { Timeout = 15_000 });
        await Expect(chat.Mine).ToHaveCountAsync(2);
        await Expect(choice).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Several_lines_are_one_message()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.Field.PressSequentiallyAsync("one");
        await chat.Field.PressAsync("Shift+Enter");
        await chat.Field.PressSequentiallyAsync("two");
        await chat.Field.PressAsync("Enter");
        await Expect(chat.Mine).ToHaveCountAsync(1);
        Assert.Equal("one\ntwo", await chat.Mine.TextContentAsync());
    }

    [Fact]
    public async Task What_is_written_and_not_sent_outlives_a_reload()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.Field.FillAsync("half a thought");
        await chat.Page.ReloadAsync();
        await chat.OpenAsync();
        await Expect(chat.Field).ToHaveValueAsync("half a thought");
    }

    [Fact]
    public async Task Markup_in_messages_is_text_and_addresses_are_links()
    {
        const string Text = "<img src=x onerror=alert(1)><b>bold</b> see https://example.com/a?b=c. javascript:alert(1)";
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.SayAsync(Text);
        await Expect(chat.Mine.Locator("img, b")).ToHaveCountAsync(0);
        var link = chat.Mine.Locator("a");
        await Expect(link).ToHaveCountAsync(1);
        await Expect(link).ToHaveAttributeAsync("href", "https://example.com/a?b=c");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
        Assert.Empty(chat.Faults);
    }

    [Fact]
    public async Task A_file_goes_with_a_message_and_can_be_fetched_again()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        var file = "A note about a torn sleeve.\n"u8.ToArray();
        await chat.Page.Locator("baton-chat input[type=file]").SetInputFilesAsync(new FilePayload { Name = "note.txt", MimeType = "text/plain", Buffer = file });
        await Expect(chat.Page.Locator("baton-chat .files progress")).ToHaveCountAsync(0);
        await chat.SayAsync("Here it is");
        var download = await chat.Page.RunAndWaitForDownloadAsync(() => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Download note.txt" }).ClickAsync());
        Assert.Equal("note.txt", download.SuggestedFilename);
        Assert.Equal(file, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_refused_says_why()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.Page.Locator("baton-chat input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "tool.exe", MimeType = "application/octet-stream", Buffer = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0] });
        await Expect(chat.Page.Locator("baton-chat .composer .problem")).ToContainTextAsync("tool.exe: ");
    }
}
