using Baton.Desk;
using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>The wait that is learned from the log, and how often what was told held.</summary>
public sealed class LearnedWaitTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly DateTimeOffset Start = DeskHost.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => ["en", "de", "es", "fr", "zh"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_a_queue_that_drifts_the_range_holds_about_as_often_as_it_says(int seed)
    {
        var waits = Simulate(new(seed));
        var coverage = Assert.Single(WaitCoverage.Of(waits));
        Assert.True(coverage.Told > 2_500);
        Assert.Equal(LearnedWait.Share, coverage.Nominal, 9);
        Assert.InRange(coverage.Share!.Value, 0.76, 0.84);
        Assert.InRange((double)coverage.Late / coverage.Told, 0.07, 0.13);
        // While it drifts as well, not only over all.
        var told = waits.Where(wait => wait.IsKept is not null).ToList();
        Assert.All(told.Chunk(500).Where(part => part.Length == 500), part => Assert.InRange(part.Count(wait => wait.IsKept == true) / 500.0, 0.70, 0.90));
    }

    [Fact]
    public async Task After_ten_waits_the_next_customer_of_the_team_hears_the_range_also_after_a_restart_and_another_team_does_not()
    {
        await using var desk = await DeskHost.StartAsync();
        for (var minutes = 2; minutes < 12; minutes++)
        {
            // Whoever shows no sign of life for a while no longer counts as at work.
            await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 50, Cancel);
            desk.Time.Advance(TimeSpan.FromSeconds(2));
            var one = await desk.OpenAsync();
            await desk.Conversations.AskForPersonAsync(one, Cancel);
            desk.Time.Advance(TimeSpan.FromMinutes(minutes * 0.5));
            Assert.Null((await desk.Conversations.ClaimAsync(one, Wanda, Cancel)).Refusal);
            await desk.Conversations.CloseAsync(one, Wanda, "resolved", Cancel);
        }

        await desk.RestartAsync();
        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 50, Cancel);
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        var id = await desk.OpenAsync();
        Assert.Contains("Usually it takes", (await Told(desk, id, NoticeKinds.Welcome)).Text, StringComparison.Ordinal);
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        var promise = await Told(desk, id, NoticeKinds.Promise);
        Assert.Contains("Usually it takes 1 to 6 min.", promise.Text, StringComparison.Ordinal);
        Assert.Equal(desk.Time.GetUtcNow().AddMinutes(6), promise.By!.Value, TimeSpan.FromSeconds(1));

        var other = await desk.Conversations.OpenAsync(new("web", Customer.Anonymous, "en", "billing", false), Cancel);
        await desk.Conversations.AskForPersonAsync(other, Cancel);
        var stated = (await Told(desk, other, NoticeKinds.Promise)).Stated!;
        Assert.Equal("billing", stated.Team);
        Assert.Null(stated.Latest);
    }

    [Theory]
    [InlineData(29, true, false)]
    [InlineData(30, true, true)]
    [InlineData(240, true, true)]
    [InlineData(241, true, false)]
    [InlineData(241, false, false)]
    [InlineData(100, false, null)]
    public void Kept_is_what_was_told(int waited, bool isMet, bool? isKept) =>
        Assert.Equal(isKept, new ToldWait(new("default", 180, false, 30, 240, 0.8), Start, waited, isMet).IsKept);

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_first_message_says_by_when_a_person_would_be_here_in_every_language(string locale)
    {
        var wait = new ExpectedWait(Start.AddMinutes(7), false) { Stated = new("default", 180, false, 125, 390, 0.8) };
        var text = new Notices().Welcome(locale, wait, Start, TimeZoneInfo.Utc).Text;
        Assert.All(["2", "7"], figure => Assert.Contains(figure, text, StringComparison.Ordinal));
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        if (locale != "en") Assert.DoesNotContain("Usually", text, StringComparison.Ordinal);
    }

    private static async Task<CustomerNotified> Told(DeskHost desk, ConversationId id, string kind) =>
        (CustomerNotified)(await desk.EventuallyAsync(id, happened => happened is CustomerNotified told && told.Kind == kind))[^1].Event;

    /// <summary>Five people serve in order of arrival; how long they need drifts, and changes at once in the middle.</summary>
    private static List<ToldWait> Simulate(Random random)
    {
        const int customers = 3_500;
        WaitBook book = new();
        ToldWaits told = new();
        List<ToldWait> ended = [];
        var free = new double[5];
        PriorityQueue<LoggedEvent, double> ahead = new();
        var now = 0.0;
        for (var i = 0; i < customers; i++)
        {
            now += -Math.Log(1 - random.NextDouble()) * 90;
            while (ahead.TryPeek(out var next, out var at) && at <= now) Happens(ahead.Dequeue());
            var id = ConversationId.New(TimeProvider.System);
            var waiting = ahead.Count;
            var basis = TimeSpan.FromMinutes(3 * (1 + (waiting / 5)));
            var range = book.Expect("default", basis, waiting > 0);
            Happens(new(0, id, 1, Start.AddSeconds(now), new CustomerNotified(NoticeKinds.Promise, "", null) { Stated = new("default", basis.TotalSeconds, waiting > 0, range?.Earliest, range?.Latest, range is null ? null : LearnedWait.Share) }));
            var first = Array.IndexOf(free, free.Min());
            var met = Math.Max(now, free[first]) + 20 + (random.NextDouble() * 60);
            var mean = (260 + (90 * Math.Sin(i / 400.0))) * (i > customers / 2 ? 1.15 : 1);
            free[first] = met + (-Math.Log(1 - random.NextDouble()) * mean);
            ahead.Enqueue(new(0, id, 2, Start.AddSeconds(met), new WorkerTookOver(Wanda.Id, "Wanda", "claim", 2)), met);
        }

        return ended;

        void Happens(LoggedEvent logged)
        {
            book.Apply(logged);
            if (told.Apply(logged) is { } wait) ended.Add(wait);
        }
    }
}
