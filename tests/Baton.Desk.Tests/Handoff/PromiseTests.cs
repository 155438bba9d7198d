using Baton.Desk;
using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>What customers who wait for a person are told.</summary>
public sealed class PromiseTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly DateTimeOffset Now = DeskHost.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => ["en", "de", "es", "fr", "zh"];

    [Fact]
    public async Task A_long_promise_is_shortened_when_somebody_comes_to_work()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        var first = (CustomerNotified)(await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null }))[^1].Event;
        Assert.Equal(Now + new HandoffOptions().UnstaffedWait, first.By);

        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 5, Cancel);
        desk.Time.Advance(TimeSpan.FromSeconds(6));
        var shortened = (CustomerNotified)(await desk.EventuallyAsync(id, happened => happened is CustomerNotified { Kind: NoticeKinds.PromiseShortened }))[^1].Event;
        Assert.InRange(shortened.By!.Value, desk.Time.GetUtcNow(), desk.Time.GetUtcNow().AddMinutes(15));
    }

    [Theory]
    [InlineData(720, 10, true)]
    [InlineData(720, 400, false)]
    [InlineData(10, 4, true)]
    [InlineData(8, 4, false)]
    [InlineData(3, 10, false)]
    public void A_new_time_is_told_only_when_it_is_much_sooner(int promised, int sooner, bool isTold)
    {
        var state = ConversationState.Empty with { Version = 3, Holder = Holder.Queue, PromisedBy = Now.AddMinutes(promised) };
        var decided = PromiseReview.Decide(state, Now, new(NoticeKinds.PromiseShortened, "", Now.AddMinutes(sooner)), new());
        Assert.Equal(isTold, decided.Events.Count == 1);
        Assert.Empty(PromiseReview.Decide(state with { Holder = Holder.Worker }, Now, new(NoticeKinds.PromiseShortened, "", Now.AddMinutes(sooner)), new()).Events);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_kind_of_escalation_has_its_own_words_in_every_language(string locale)
    {
        var notices = new Notices();
        var wait = new ExpectedWait(Now.AddMinutes(3), false);
        string Words(EscalationKind? why) => notices.Promise(locale, wait, Now, TimeZoneInfo.Utc, false, why: why).Text;
        string[] said = [.. Enum.GetValues<EscalationKind>().Select(kind => Words(kind)), notices.Sooner(locale, wait, Now, TimeZoneInfo.Utc).Text];
        Assert.Equal(said.Length, said.Distinct().Count());
        Assert.All(said, text => Assert.Contains("3", text, StringComparison.Ordinal));
        Assert.All(said, text => Assert.DoesNotContain("{", text, StringComparison.Ordinal));
        if (locale == "en") return;
        var english = new Notices();
        Assert.All(Enum.GetValues<EscalationKind>(), kind => Assert.NotEqual(english.Promise("en", wait, Now, TimeZoneInfo.Utc, false, why: kind).Text, Words(kind)));
    }

    [Fact]
    public async Task A_person_asked_for_at_night_is_promised_for_the_morning_after_the_holiday_and_the_promise_is_kept()
    {
        // It is Monday, eleven in the morning in Berlin; Tuesday is a day off.
        await using var desk = await DeskHost.StartAsync(
            ("Desk:Handoff:TimeZone", "Europe/Berlin"),
            ("Desk:Handoff:OpeningHours:0", "Monday 08:00-10:30"), ("Desk:Handoff:OpeningHours:1", "Tuesday 09:00-17:00"), ("Desk:Handoff:OpeningHours:2", "Wednesday 09:00-17:00"),
            ("Desk:Handoff:Holidays:0", "11-24"));
        var id = await desk.OpenAsync();
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        var promise = (CustomerNotified)(await desk.EventuallyAsync(id, happened => happened is CustomerNotified { By: not null }))[^1].Event;
        Assert.Equal(NoticeKinds.OutOfHours, promise.Kind);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), promise.By);

        await desk.RestartAsync();
        desk.Time.Advance(TimeSpan.FromHours(46) + TimeSpan.FromMinutes(15));
        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 5, Cancel);
        Assert.Null((await desk.Conversations.ClaimAsync(id, Wanda, Cancel)).Refusal);
        Assert.True(desk.Time.GetUtcNow() < promise.By);
        Assert.Contains(await desk.EventsAsync(id), happened => happened is WorkerTookOver);
    }
}
