using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Ratings are shown beside what was inherited, and feelings only of who chose so.</summary>
public sealed class RatingBookTests
{
    private static readonly WorkerId Wanda = new("wanda");
    private static readonly WorkerId Will = new("will");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Who_took_all_the_upset_customers_is_not_behind_who_took_the_calm_ones()
    {
        var book = new RatingBook(0.5);
        for (var i = 0; i < 20; i++)
        {
            Rate(book, $"{i:x32}", Wanda, aggravation: i < 16 ? 0.9 : 0, score: i < 16 ? 2 : 5);
            Rate(book, $"{100 + i:x32}", Will, aggravation: i < 4 ? 0.9 : 0, score: i < 4 ? 2 : 5);
        }

        var (wanda, will) = (book.Of(Wanda), book.Of(Will));
        Assert.True(wanda.Mean < will.Mean - 1);
        Assert.Equal(wanda.Adjusted!.Value, will.Adjusted!.Value, 6);
        Assert.Equal(new TeamRatings(20, 5, 20, 2), book.All());
    }

    [Fact]
    public void Few_ratings_are_not_adjusted_the_last_rating_counts_and_it_is_of_who_held_it_last()
    {
        var book = new RatingBook(0.5);
        book.Took(new($"{1:x32}"), Wanda, 0);
        book.Took(new($"{1:x32}"), Will, 0.9);
        book.Rates(new($"{1:x32}"), 1);
        book.Rates(new($"{1:x32}"), 4);
        Assert.Equal(new OwnRatings(0, 0, 0, null), book.Of(Wanda));
        Assert.Equal(new OwnRatings(1, 1, 4, null), book.Of(Will));
    }

    [Fact]
    public async Task Feelings_are_shown_to_others_only_while_the_worker_shares_them()
    {
        await using var desk = await DeskHost.StartAsync();
        var (floor, sharing) = (desk.Get<IFloor>(), desk.Get<ILoadSharing>());
        Assert.Null(floor.SharedEmotional(Wanda));
        await sharing.ChooseAsync(Wanda, true, Cancel);
        Assert.Equal(0, floor.SharedEmotional(Wanda));
        Assert.Null(floor.SharedEmotional(Will));
        await desk.RestartAsync();
        Assert.True(await desk.Get<ILoadSharing>().IsSharedAsync(Wanda, Cancel));
        await desk.Get<ILoadSharing>().ChooseAsync(Wanda, false, Cancel);
        Assert.Null(desk.Get<IFloor>().SharedEmotional(Wanda));
        Assert.False(await desk.Get<ILoadSharing>().IsSharedAsync(Wanda, Cancel));
    }

    private static void Rate(RatingBook book, string conversation, WorkerId worker, double aggravation, int score)
    {
        book.Took(new(conversation), worker, aggravation);
        book.Rates(new(conversation), score);
    }
}
