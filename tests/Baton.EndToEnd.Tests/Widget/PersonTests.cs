using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

[Collection(WidgetTests.Name)]
public sealed class PersonTests(WidgetDesk desk)
{
    [Fact]
    public async Task Asking_for_a_person_shows_the_wait_with_its_time()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.SayAsync("hello");
        await chat.Person.ClickAsync();
        await Expect(chat.Who).ToHaveTextAsync("Waiting for a person");
        await Expect(chat.Status).ToHaveTextAsync(Chat.Clock);
        await Expect(chat.Page.Locator("baton-chat .notice.wait b")).ToHaveTextAsync(Chat.Clock);
        await Expect(chat.Person).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Who_waits_chooses_a_call_with_the_keyboard_on_a_phone_and_keeps_the_place()
    {
        await using var visitor = await desk.PhoneVisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.SayAsync("hello");
        await chat.Person.ClickAsync();
        var choice = chat.Page.GetByRole(AriaRole.Region, new() { Name = "How shall a person answer you?" });
        await choice.GetByRole(AriaRole.Button, new() { Name = "Call me" }).PressAsync("Enter");
        await Expect(choice.GetByLabel("Phone number")).ToBeFocusedAsync();
        await chat.Page.Keyboard.TypeAsync("12");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Page.Locator("baton-chat .banner")).ToContainTextAsync("5 to 15 digits");
        await choice.GetByLabel("Phone number").FillAsync("+49 30 123456");
        await choice.GetByLabel("When").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { Length: > 0 } folder) await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "answers-phone.png") });
        await choice.GetByRole(AriaRole.Button, new() { Name = "Choose" }).PressAsync("Enter");
        await Expect(choice.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your answer comes by phone: +49 30 123456");
        await Expect(chat.Page.Locator("baton-chat .notice").Last).ToContainTextAsync("A colleague calls you at +49 30 123456");
        Assert.False(await chat.Page.EvaluateAsync<bool>("() => document.querySelector('baton-chat').shadowRoot.querySelector('.panel').scrollWidth > innerWidth"));

        await chat.Page.ReloadAsync();
        await chat.OpenAsync();
        await Expect(choice.GetByRole(AriaRole.Status)).ToContainTextAsync("+49 30 123456");
        await Expect(chat.Who).ToHaveTextAsync("Waiting for a person");
        await choice.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await choice.GetByRole(AriaRole.Button, new() { Name = "Wait here" }).ClickAsync();
        await Expect(chat.Page.Locator("baton-chat .notice").Last).ToContainTextAsync("You wait here");
        Assert.Empty(chat.Faults);
    }

    [Fact]
    public async Task A_person_can_be_asked_for_before_the_first_word_and_after_the_end()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.Person.ClickAsync();
        await Expect(chat.Who).ToHaveTextAsync("Waiting for a person");
        await chat.ChooseInMenuAsync("End the chat");
        await Expect(chat.Person).ToHaveAttributeAsync("aria-pressed", "false");
        await chat.Person.ClickAsync();
        await Expect(chat.Who).ToHaveTextAsync("Waiting for a person");
    }

    [Fact]
    public async Task Asked_for_without_a_network_a_person_is_called_when_it_is_back()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await visitor.RouteAsync("**/v1/**", route => route.AbortAsync());
        await chat.Person.ClickAsync();
        await Expect(chat.Status).ToHaveTextAsync("Calling a person…");
        await visitor.UnrouteAsync("**/v1/**");
        await Expect(chat.Who).ToHaveTextAsync("Waiting for a person", new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task The_end_is_rated_with_one_tap_and_a_word()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.SayAsync("hello");
        await chat.ChooseInMenuAsync("End the chat");
        var rating = chat.Page.GetByRole(AriaRole.Region, new() { Name = "How did we do?" });
        await rating.GetByRole(AriaRole.Button, new() { Name = "4 of 5, Good" }).ClickAsync();
        await Expect(rating.GetByRole(AriaRole.Status)).ToHaveTextAsync("Thank you for your rating.");
        await rating.GetByRole(AriaRole.Textbox).FillAsync("Quick and clear.");
        await rating.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Expect(rating.GetByRole(AriaRole.Status)).ToHaveTextAsync("Thank you. Your comment was sent.");

        await chat.Page.ReloadAsync();
        await chat.OpenAsync();
        await Expect(rating.GetByRole(AriaRole.Button, new() { Name = "4 of 5, Good" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task The_transcript_can_be_downloaded_and_a_new_conversation_begins_empty()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.SayAsync("keep this sentence");
        var download = await chat.Page.RunAndWaitForDownloadAsync(() => chat.ChooseInMenuAsync("Download the transcript"));
        Assert.Contains("keep this sentence", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await chat.ChooseInMenuAsync("Start a new conversation");
        await Expect(chat.Mine).ToHaveCountAsync(0);
        await chat.SayAsync("something else");
        await Expect(chat.Mine).ToHaveTextAsync(["something else"]);
    }
}
