using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Who silently left the chat is no worker's next customer, and is not forgotten either.</summary>
public sealed class GoneCustomerTests
{
    private static readonly ActingWorker Bill = new(new("bill"), "Bill");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_closed_the_chat_is_offered_to_nobody_and_at_once_after_coming_back()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await AskAndLeaveAsync(desk);
        await PassAsync(desk, TimeSpan.FromSeconds(100));
        Assert.Empty(await desk.Get<IWorkforce>().ListOffersAsync(Cancel));

        await desk.Get<IWorkforce>().NoteCustomerAsync(id, isThere: true, Cancel);
        await PassAsync(desk, TimeSpan.FromSeconds(2));
        Assert.Equal(id, Assert.Single(await desk.Get<IWorkforce>().ListOffersAsync(Cancel)).Conversation);
    }

    [Fact]
    public async Task Who_stays_away_is_offered_in_the_end_and_one_of_two_tabs_is_enough_to_be_there()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Dispatch:SpareGoneFor", "00:15:00"));
        var gone = await AskAndLeaveAsync(desk);
        var there = await AskAndLeaveAsync(desk, tabs: 2);
        await PassAsync(desk, TimeSpan.FromSeconds(100));
        Assert.Equal(there, Assert.Single(await desk.Get<IWorkforce>().ListOffersAsync(Cancel)).Conversation);
        await desk.Conversations.ClaimAsync(there, Bill, Cancel);
        await PassAsync(desk, TimeSpan.FromMinutes(15));
        Assert.Equal(gone, Assert.Single(await desk.Get<IWorkforce>().ListOffersAsync(Cancel)).Conversation);
    }

    /// <summary>Asks while a worker is at work, so that the wait is short, and nobody takes customers yet.</summary>
    private static async Task<ConversationId> AskAndLeaveAsync(DeskHost desk, int tabs = 1)
    {
        var workforce = desk.Get<IWorkforce>();
        await workforce.SetPresenceAsync(Bill, Availability.Away, 5, Cancel);
        var id = await desk.Conversations.OpenAsync(new("web", Customer.Anonymous, "en", "default", false), Cancel);
        for (var tab = 0; tab < tabs; tab++) await workforce.NoteCustomerAsync(id, isThere: true, Cancel);
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        await workforce.NoteCustomerAsync(id, isThere: false, Cancel);
        return id;
    }

    private static async Task PassAsync(DeskHost desk, TimeSpan length)
    {
        desk.Time.Advance(length);
        await desk.Get<IWorkforce>().SetPresenceAsync(Bill, Availability.Available, 5, Cancel);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        for (var i = 0; i < 3; i++)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            await desk.Get<IWorkforce>().ListOffersAsync(Cancel);
        }
    }
}
