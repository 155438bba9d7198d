using Baton.Journal;
using Microsoft.Extensions.Time.Testing;
using static Baton.Web.Tests.Rows;

namespace Baton.Web.Tests;

public sealed class EscalationAlertTests
{
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly List<string> _rung = [];
    private int _waiting;

    [Fact]
    public void It_rings_once_somebody_has_waited_two_and_a_half_seconds()
    {
        var wall = new FakeWall(Row(1));
        using var alert = On(wall);
        wall.Put(Row(1, Holder.Queue).Next());
        Assert.Equal(1, _waiting);
        _time.Advance(TimeSpan.FromSeconds(2.4));
        Assert.Empty(_rung);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(["c1"], _rung);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(_rung);
    }

    [Fact]
    public void It_is_silent_when_a_colleague_was_faster()
    {
        var wall = new FakeWall(Row(1));
        using var alert = On(wall);
        wall.Put(Row(1, Holder.Queue).Next());
        _time.Advance(TimeSpan.FromSeconds(2));
        wall.Put(Row(1, Holder.Worker).Next().Next());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(_rung);
        Assert.Equal(0, _waiting);
    }

    [Fact]
    public void Each_newcomer_has_its_own_moment()
    {
        var wall = new FakeWall();
        using var alert = On(wall);
        wall.Put(Row(1, Holder.Queue));
        _time.Advance(TimeSpan.FromSeconds(1));
        wall.Put(Row(2, Holder.Queue));
        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(["c1"], _rung);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["c1", "c2"], _rung);
    }

    [Fact]
    public void Whoever_waited_before_the_page_was_opened_is_counted_and_does_not_ring()
    {
        var wall = new FakeWall(Row(1, Holder.Queue));
        using var alert = On(wall);
        Assert.Equal(1, alert.Waiting);
        wall.Put(Row(1, Holder.Queue).Next());
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(_rung);
    }

    private EscalationAlert On(FakeWall wall) => new(wall, _time, (rows, waiting) =>
    {
        _rung.AddRange(rows.Select(row => row.Customer.Id!));
        _waiting = waiting;
    });
}
