using System.Diagnostics;
using Baton.Journal;
using static Baton.Web.Tests.Rows;

namespace Baton.Web.Tests;

public sealed class WallViewTests
{
    [Fact]
    public void Shows_what_is_live_and_what_changes_after_a_refresh()
    {
        var wall = new FakeWall(Row(1), Row(2));
        using var view = Started(wall);
        Assert.Equal(2, view.Visible.Count);

        wall.Put(Row(2, Holder.Queue).Next());
        Assert.True(view.Refresh());

        Assert.Equal(["c2", "c1"], view.Visible.Select(row => row.Customer.Id!));
        Assert.Equal(1, view.Counts.Needs);
    }

    [Fact]
    public void A_conversation_that_ended_leaves_and_a_late_older_row_changes_nothing()
    {
        var row = Row(1);
        var wall = new FakeWall(row);
        using var view = Started(wall);
        wall.Put(row.Next().Next());
        wall.Put(row.Next());
        view.Refresh();
        Assert.Equal(3, view.Visible.Single().Version);

        wall.Remove(row);
        view.Refresh();
        Assert.Empty(view.Visible);
        Assert.False(view.Refresh());
    }

    [Fact]
    public void Each_tab_shows_its_own()
    {
        var wall = new FakeWall(Row(1), Row(2, Holder.Queue), Row(3).AtRisk(RiskLevel.Watch, 0.5), Row(4, Holder.Worker) with { Worker = Wanda }, Row(5, Holder.Worker) with { Worker = new("lena") });
        using var view = Started(wall);
        string[] Shown(WallTab tab)
        {
            view.Switch(tab);
            Assert.Equal(view.Counts.Of(tab), view.Visible.Count);
            return [.. view.Visible.Select(row => row.Customer.Id!).Order(StringComparer.Ordinal)];
        }

        Assert.Equal(["c2"], Shown(WallTab.Needs));
        Assert.Equal(["c3"], Shown(WallTab.Watched));
        Assert.Equal(["c4"], Shown(WallTab.Mine));
        Assert.Equal(5, Shown(WallTab.All).Length);
    }

    [Fact]
    public void The_selection_stays_on_its_conversation_when_rows_move()
    {
        var wall = new FakeWall(Row(1).Waiting(9), Row(2).Waiting(5), Row(3).Waiting(1));
        using var view = Started(wall);
        view.Move(1);
        Assert.Equal(1, view.Move(1));

        wall.Put(Row(3, Holder.Queue).Next());
        view.Refresh();

        Assert.Equal(Row(2).Id, view.Selected);
        Assert.Equal(2, view.IndexOfSelected());
        Assert.Equal(2, view.Move(5));
    }

    [Fact]
    public void Under_a_resting_pointer_known_rows_keep_their_places_and_newcomers_take_theirs()
    {
        var wall = new FakeWall(Row(1).Waiting(9), Row(2).Waiting(5));
        using var view = Started(wall);
        view.Hold(true);

        wall.Put(Row(2, Holder.Queue).Next(), Row(3, Holder.Queue));
        view.Refresh();
        Assert.Equal(["c3", "c1", "c2"], view.Visible.Select(row => row.Customer.Id!));
        Assert.True(view.Displaced > 0);

        view.Hold(false);
        Assert.Equal(["c2", "c3", "c1"], view.Visible.Select(row => row.Customer.Id!));
        Assert.Equal(0, view.Displaced);
    }

    [Fact]
    public void The_next_to_claim_is_who_was_promised_soonest()
    {
        var wall = new FakeWall(Row(1, Holder.Queue).Promised(9), Row(2, Holder.Queue).Promised(2), Row(3).AtRisk(RiskLevel.Escalate, 0.9));
        using var view = Started(wall);
        Assert.Equal(Row(2).Id, view.NextWaiting()!.Id);
        wall.Put(Row(1, Holder.Worker).Next(), Row(2, Holder.Worker).Next());
        view.Refresh();
        Assert.Null(view.NextWaiting());
    }

    [Fact]
    public void A_page_that_is_left_no_longer_listens()
    {
        var wall = new FakeWall();
        Started(wall).Dispose();
        Assert.Equal(0, wall.Watchers);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    [InlineData(10_000)]
    public void Taking_in_a_burst_of_changes_costs_far_less_than_the_time_between_two_updates(int rows)
    {
        var wall = new FakeWall(Enumerable.Range(1, rows).Select(number => Row(number).Waiting(number % 60)));
        using var view = Started(wall);
        for (var round = 0; round < 4; round++)
        {
            wall.Put([.. wall.Rows.Take(100).Select(row => row.Next().Waiting(round))]);
            var began = Stopwatch.GetTimestamp();
            view.Refresh();
            // 250 ms lie between two updates; the first round also pays for compiling.
            if (round > 0) Assert.InRange(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 0, 125);
        }

        Assert.Equal([.. view.Visible.Order(WallOrder.Instance)], view.Visible);
    }

    private static WallView Started(FakeWall wall)
    {
        var view = new WallView(wall, Wanda);
        view.Start();
        return view;
    }
}
