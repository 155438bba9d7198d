using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

/// <summary>The widget on a page, as the customer sees it.</summary>
public sealed class Chat
{
    private readonly ConcurrentQueue<string> _faults = new();

    public Chat(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) _faults.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What scripts threw and what the page's policy refused.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public ILocator Launcher => Page.Locator("baton-chat .launcher");

    public ILocator Panel => Page.GetByRole(AriaRole.Dialog);

    public ILocator Field => Page.Locator("baton-chat .composer textarea");

    public ILocator Header => Page.Locator("baton-chat header");

    public ILocator Who => Header.Locator("h2");

    public ILocator Status => Header.GetByRole(AriaRole.Status);

    public ILocator Person => Header.Locator("button.person");

    /// <summary>The customer's own messages.</summary>
    public ILocator Mine => Page.Locator("baton-chat .customer .text");

    /// <summary>Those that the server has not acknowledged yet.</summary>
    public ILocator Pending => Page.Locator("baton-chat .pending");

    public ILocator Agent => Page.Locator("baton-chat .agent .text");

    public async Task OpenAsync()
    {
        await Launcher.ClickAsync();
        await Expect(Panel).ToBeVisibleAsync();
    }

    public async Task WriteAsync(string text)
    {
        await Field.FillAsync(text);
        await Field.PressAsync("Enter");
    }

    /// <summary>Writes, and waits until the server has it.</summary>
    public async Task SayAsync(string text)
    {
        await WriteAsync(text);
        await Expect(Mine.Last).ToHaveTextAsync(text);
        await Expect(Pending).ToHaveCountAsync(0);
    }

    public async Task ChooseInMenuAsync(string item)
    {
        await Header.Locator("button[aria-controls=menu]").ClickAsync();
        await Header.GetByRole(AriaRole.Button, new() { Name = item }).ClickAsync();
    }

    /// <summary>The conversation this page has a token for.</summary>
    public Task<string[]> TokensAsync() => Page.EvaluateAsync<string[]>(
        "() => Object.keys(localStorage).filter(k => k.endsWith(':session')).map(k => JSON.parse(localStorage[k]).token)");

    public static Regex Clock { get; } = new(@"\d{1,2}:\d{2}", RegexOptions.None, TimeSpan.FromSeconds(1));
}
