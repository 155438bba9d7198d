using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Tests;

[Collection(WidgetTests.Name)]
public sealed class TabsTests(WidgetDesk desk)
{
    [Fact]
    public async Task Two_tabs_share_one_conversation_and_send_in_one_order()
    {
        await using var visitor = await desk.VisitorAsync();
        var left = await desk.PageAsync(visitor);
        var right = await desk.PageAsync(visitor);
        await left.OpenAsync();
        await right.OpenAsync();
        await Task.WhenAll(left.WriteAsync("from the left"), right.WriteAsync("from the right"));
        await Expect(left.Mine).ToHaveCountAsync(2);
        await Expect(right.Mine).ToHaveCountAsync(2);
        await Expect(left.Pending).ToHaveCountAsync(0);
        await Expect(right.Pending).ToHaveCountAsync(0);
        await right.SayAsync("and again");
        await Expect(left.Mine.Last).ToHaveTextAsync("and again");
        Assert.Equal(await left.Mine.AllTextContentsAsync(), await right.Mine.AllTextContentsAsync());
        Assert.Single(await left.TokensAsync());
    }

    [Fact]
    public async Task Another_customer_on_the_same_device_sees_nothing_of_the_former()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.ShopAsync(visitor, "ada");
        await chat.OpenAsync();
        await chat.SayAsync("a secret of Ada's");
        var ada = Assert.Single(await chat.TokensAsync());

        var other = await desk.ShopAsync(visitor, "ben");
        await other.OpenAsync();
        await Expect(other.Mine).ToHaveCountAsync(0);
        await other.SayAsync("I am Ben");
        await Expect(other.Mine).ToHaveTextAsync(["I am Ben"]);
        Assert.Equal(2, (await other.TokensAsync()).Length);
        Assert.Contains(ada, await other.TokensAsync());

        await other.Page.EvaluateAsync("() => Baton.identify(null)");
        await Expect(other.Mine).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_token_that_is_no_longer_good_leads_to_a_new_conversation_that_keeps_what_was_written()
    {
        await using var visitor = await desk.VisitorAsync();
        var chat = await desk.PageAsync(visitor);
        await chat.OpenAsync();
        await chat.SayAsync("long ago");
        await chat.Field.FillAsync("half a thought");
        await chat.Page.EvaluateAsync("""
            () => { const key = Object.keys(localStorage).find(k => k.endsWith(':session')); localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), token: 'bt_no' }); }
            """);
        await chat.Page.ReloadAsync();
        await chat.OpenAsync();
        await Expect(chat.Panel.GetByText("can't be opened any more")).ToBeVisibleAsync();
        await Expect(chat.Field).ToHaveValueAsync("half a thought");
        await chat.Field.PressAsync("Enter");
        await Expect(chat.Pending).ToHaveCountAsync(0);
        await Expect(chat.Mine).ToHaveTextAsync(["half a thought"]);
    }
}
