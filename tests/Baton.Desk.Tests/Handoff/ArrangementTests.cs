using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Who waits may be called or written to instead; the place and the promise stay.</summary>
public sealed class ArrangementTests
{
    private static readonly ActingWorker Bill = new(new("bill"), "Bill");

    /// <summary>Monday, ten in the morning.</summary>
    private static readonly DateTimeOffset Now = DeskHost.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_at_a_chosen_time_is_offered_to_a_worker_then_and_not_before()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Handoff:OffersCallback", "true"));
        await desk.Get<IWorkforce>().SetPresenceAsync(Bill, Availability.Available, 5, Cancel);
        var id = await AskAsync(desk);
        var desks = desk.Get<IConversations>();
        var at = (await desks.ListAnswersAsync(id, Cancel)).CallbackTimes[0];
        var result = await desks.ArrangeAsync(id, new(AnswerWays.Callback, "+49 30 123456", at), Cancel);
        Assert.Null(result.Refusal);
        await TickAsync(desk, 3);
        Assert.Empty(await desk.Get<IWorkforce>().ListOffersAsync(Cancel));
        var notice = await LastNoticeAsync(desk, id);
        Assert.Equal((NoticeKinds.AnswerArranged, at + TimeSpan.FromMinutes(30)), (notice.Kind, notice.By));
        Assert.Contains("+49 30 123456", notice.Text, StringComparison.Ordinal);

        desk.Time.Advance(at - desk.Time.GetUtcNow());
        await desk.Get<IWorkforce>().SetPresenceAsync(Bill, Availability.Available, 5, Cancel);
        await TickAsync(desk, 3);
        Assert.Equal(id, Assert.Single(await desk.Get<IWorkforce>().ListOffersAsync(Cancel)).Conversation);
    }

    [Fact]
    public async Task A_call_that_is_late_is_told_before_the_customer_must_ask()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Handoff:OffersCallback", "true"));
        var id = await AskAsync(desk);
        await desk.Get<IConversations>().ArrangeAsync(id, new(AnswerWays.Callback, "030 123456", null), Cancel);
        var by = (await LastNoticeAsync(desk, id)).By!.Value;
        desk.Time.Advance(by - desk.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        await desk.EventuallyAsync(id, happened => happened is CustomerNotified { Kind: NoticeKinds.PromiseRenewed });
        var late = await LastNoticeAsync(desk, id);
        Assert.Contains("calls you", late.Text, StringComparison.Ordinal);
        Assert.True(late.By > by);
    }

    [Theory]
    [InlineData(AnswerWays.Callback, "12")]
    [InlineData(AnswerWays.Callback, "call me")]
    [InlineData(AnswerWays.Email, "ada@mail.example")]
    [InlineData("pigeon", "")]
    public async Task What_is_not_open_or_cannot_be_reached_is_refused_with_the_reason(string way, string address)
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Handoff:OffersCallback", "true"));
        var id = await AskAsync(desk);
        var result = await desk.Get<IConversations>().ArrangeAsync(id, new(way, address, null), Cancel);
        Assert.Equal(RefusalCode.Invalid, result.Refusal!.Code);
    }

    [Fact]
    public async Task There_is_nothing_to_choose_while_nobody_is_awaited_and_where_nobody_calls()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Handoff:OffersCallback", "true"), ("Desk:Handoff:Teams:quiet:OffersCallback", "false"));
        var desks = desk.Get<IConversations>();
        var id = await desks.OpenAsync(new("web", Customer.Anonymous, "en", "default", false), Cancel);
        Assert.Null((await desks.ListAnswersAsync(id, Cancel)).WaitingBy);
        Assert.Equal(RefusalCode.Conflict, (await desks.ArrangeAsync(id, new(AnswerWays.Callback, "030 123456", null), Cancel)).Refusal!.Code);
        Assert.Null((await desks.ListAnswersAsync(await AskAsync(desk, "quiet"), Cancel)).CallbackBy);
    }

    private static async Task<ConversationId> AskAsync(DeskHost desk, string team = "default")
    {
        var id = await desk.Get<IConversations>().OpenAsync(new("web", Customer.Anonymous, "en", team, false), Cancel);
        await desk.Get<IConversations>().AskForPersonAsync(id, Cancel);
        return id;
    }

    private static async Task<CustomerNotified> LastNoticeAsync(DeskHost desk, ConversationId id) => (await desk.EventsAsync(id)).OfType<CustomerNotified>().Last(told => told.By is not null);

    private static async Task TickAsync(DeskHost desk, int seconds)
    {
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        for (var i = 0; i < seconds; i++)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            await desk.Get<IWorkforce>().ListOffersAsync(Cancel);
        }
    }
}
