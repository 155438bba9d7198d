using Baton.Journal;

namespace Baton.Desk.Tests;

public sealed class SupervisionTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly ActingWorker Will = new(new("will"), "Will");
    private static readonly LoadOptions Load = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_has_a_supervisor_within_a_second_and_goes_to_that_worker_first()
    {
        await using var desk = await DeskHost.StartAsync();
        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 5, Cancel);
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "where is my order");
        await ShownAsync(desk, id, row => !row.IsEmpty);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await ShownAsync(desk, id, row => row.Supervisor == Wanda.Id);

        // Somebody with less to do comes; the one who saw it is asked all the same.
        await desk.Get<IWorkforce>().SetPresenceAsync(Will, Availability.Available, 50, Cancel);
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        Assert.Equal(Wanda.Id, (await OfferAsync(desk, id)).Worker);
    }

    [Fact]
    public async Task Who_does_not_answer_an_offer_is_followed_by_somebody_else()
    {
        await using var desk = await DeskHost.StartAsync();
        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 5, Cancel);
        var id = await desk.OpenAsync();
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        var first = await OfferAsync(desk, id);
        await desk.Get<IWorkforce>().SetPresenceAsync(Will, Availability.Available, 5, Cancel);
        await desk.Get<IWorkforce>().DeclineAsync(first.Worker, id, Cancel);
        Assert.Equal(Will.Id, (await OfferAsync(desk, id)).Worker);
    }

    [Fact]
    public async Task A_worker_is_asked_for_one_conversation_at_a_time()
    {
        await using var desk = await DeskHost.StartAsync();
        ConversationId[] waiting = [await desk.OpenAsync(), await desk.OpenAsync(), await desk.OpenAsync()];
        foreach (var id in waiting)
        {
            await desk.Conversations.AskForPersonAsync(id, Cancel);
            await ShownAsync(desk, id, row => row.Holder == Holder.Queue);
        }

        await desk.Get<IWorkforce>().SetPresenceAsync(Wanda, Availability.Available, 5, Cancel);
        HashSet<ConversationId> asked = [];
        for (var second = 0; second < 20; second++)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            var offers = await desk.Get<IWorkforce>().ListOffersAsync(Cancel);
            Assert.InRange(offers.Count, 0, 1);
            if (offers is not [var offer] || !asked.Add(offer.Conversation)) continue;
            await desk.Get<IWorkforce>().DeclineAsync(offer.Worker, offer.Conversation, Cancel);
        }

        Assert.Equal(waiting.ToHashSet(), asked);
    }

    [Fact]
    public void Conversations_spread_by_room_and_language_and_nobody_watches_more_than_can_be_watched()
    {
        WorkerAtWork english = new(new("e"), 5, WorkerLoad.None) { Languages = ["en"] };
        WorkerAtWork both = new(new("b"), 5, WorkerLoad.None) { Languages = ["en", "de"] };
        var conversations = Enumerable.Range(0, 100).Select(i => (new ConversationId(i.ToString("x32", null)), i % 5 == 0 ? "de" : "en")).ToList();
        var chosen = SupervisionPolicy.Assign(conversations, [english, both], Load);
        Assert.Equal(2 * Load.MostSupervised, chosen.Count);
        Assert.All(chosen.CountBy(pair => pair.Worker), worker => Assert.Equal(Load.MostSupervised, worker.Value));
        Assert.DoesNotContain(chosen, pair => pair.Worker == english.Id && conversations.Single(entry => entry.Item1 == pair.Conversation).Item2 == "de");
    }

    /// <summary>The wall must show it first: then the next second decides on it.</summary>
    private static async Task ShownAsync(DeskHost desk, ConversationId id, Func<ConversationSummary, bool> isSo)
    {
        var shown = new TaskCompletionSource();
        using var subscription = desk.Get<IWall>().Subscribe(_ => Look());
        Look();
        await shown.Task.WaitAsync(Cancel);

        void Look()
        {
            if (desk.Get<IWall>().Find(id) is { } row && isSo(row)) shown.TrySetResult();
        }
    }

    private static async Task<WorkOffer> OfferAsync(DeskHost desk, ConversationId id)
    {
        await ShownAsync(desk, id, row => row.Holder == Holder.Queue);
        for (var seconds = 0; seconds < 20; seconds++)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            if (await desk.Get<IWorkforce>().ListOffersAsync(Cancel) is [var offer]) return offer;
        }

        throw new InvalidOperationException("Nobody was asked within twenty seconds.");
    }
}
