using System.Net.Http.Json;
using MimeKit;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>A customer in the chat who chose mail: the person's words arrive as a letter, and answering it goes on in the same conversation.</summary>
public sealed class AnswerByMailTests(ConsoleFixture console)
{
    [Fact]
    public async Task Who_chose_mail_in_the_chat_is_answered_by_letter_and_answers_by_letter()
    {
        var ada = new LetterCustomer(console.Mail);
        using var customer = await console.CustomerAsync("My kettle leaks and the guarantee card is lost.");
        await customer.AsksForPersonAsync();
        await customer.ArrangesAsync("email", LetterCustomer.Address);
        await customer.SeesAsync("service", $"A colleague answers to {LetterCustomer.Address}");

        var page = await console.SignInAsync();
        await page.GotoAsync(new Uri(console.Url, $"/console/c/{customer.Id}").ToString());
        await page.Locator(".shell[data-ready=true] .transcript").WaitForAsync();
        await Expect(page.Locator(".brief .answer")).ToContainTextAsync($"Wants the answer by mail to {LetterCustomer.Address}");
        await page.GetByLabel("Reply to the customer").FillAsync("A new kettle is on its way; no card is needed.");
        await page.Keyboard.PressAsync("Control+Enter");
        var letter = await ada.GetsAsync(letter => letter.Text.Contains("A new kettle is on its way", StringComparison.Ordinal));
        Assert.Equal("Re: Your question to us", letter.Subject);

        await ada.WritesAsync("Re: Your question to us", new TextPart("plain") { Text = "Thank you, shall I send the old one back?" }, letter);
        await Expect(page.Locator(".message.customer").Last).ToContainTextAsync("shall I send the old one back");
        if (Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "answer-by-mail.png") });
    }
}
