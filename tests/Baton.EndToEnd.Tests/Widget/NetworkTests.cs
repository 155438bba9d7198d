using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

[Collection(WidgetTests.Name)]
public sealed class NetworkTests(WidgetDesk desk)
{
    private static readonly string[] Three = ["first of three", "second of three", "third of three"];

    [Fact]
    public async Task Messages_written_without_a_network_arrive_once_and_in_order_after_a_reload()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.SayAsync("hello");

        await visitor.RouteAsync("**/v1/**", route => route.AbortAsync());
        foreach (var text in Three) await chat.WriteAsync(text);
        await Expect(chat.Pending).ToHaveCountAsync(3);
        await Expect(chat.Panel.GetByText("No connection")).ToBeVisibleAsync();

        await chat.Page.ReloadAsync();
        await chat.OpenAsync();
        await Expect(chat.Mine).ToHaveTextAsync(Three);
        await Expect(chat.Pending).ToHaveCountAsync(3);

        await visitor.UnrouteAsync("**/v1/**");
        await Expect(chat.Mine).ToHaveTextAsync(["hello", .. Three]);
        await Expect(chat.Pending).ToHaveCountAsync(0);
        await Expect(chat.Panel.GetByText("No connection")).ToBeHiddenAsync();

        await chat.Page.ReloadAsync();
        await chat.OpenAsync();
        await Expect(chat.Mine).ToHaveTextAsync(["hello", .. Three]);
        Assert.Empty(chat.Faults);
    }

    [Fact]
    public async Task A_message_whose_acknowledgement_is_lost_is_there_once()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        var losses = 0;
        // The server gets the message, the customer does not get the answer.
        await visitor.RouteAsync("**/messages", async route =>
        {
            if (Interlocked.Increment(ref losses) > 2)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
        });
        await visitor.RouteAsync("**/stream", route => losses > 2 ? route.ContinueAsync() : route.AbortAsync());
        await chat.OpenAsync();
        await chat.WriteAsync("only once");
        await Expect(chat.Pending).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Expect(chat.Agent.Nth(1)).ToBeVisibleAsync();
        await Expect(chat.Mine).ToHaveTextAsync(["only once"]);
    }

    [Fact]
    public async Task After_the_server_was_killed_and_started_again_the_conversation_goes_on()
    {
        await using var server = await Baton.Testing.BatonServer.StartAsync(new() { Command = "demo" }, TestContext.Current.CancellationToken);
        await using var visitor = await desk.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var chat = new Chat(page);
        await page.GotoAsync(server.ShopUrl.ToString());
        await chat.OpenAsync();
        await chat.SayAsync("before");
        await server.KillAsync();
        await chat.WriteAsync("meanwhile");
        await Expect(chat.Pending).ToHaveCountAsync(1);
        await server.StartAsync(TestContext.Current.CancellationToken);
        await Expect(chat.Pending).ToHaveCountAsync(0, new() { Timeout = 40_000 });
        await Expect(chat.Mine).ToHaveTextAsync(["before", "meanwhile"]);
    }
}
