using Microsoft.Extensions.Time.Testing;

namespace Baton.Web.Tests;

public sealed class UpdatePacerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider _time = new();
    private int _runs;

    [Fact]
    public void The_first_signal_is_answered_at_once_and_a_flood_four_times_a_second()
    {
        using var pacer = new UpdatePacer(_time, Interval, Count);
        for (var i = 0; i < 1_000; i++)
        {
            pacer.Signal();
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(_runs, 3, 5);
    }

    [Fact]
    public void The_last_signal_is_never_swallowed()
    {
        using var pacer = new UpdatePacer(_time, Interval, Count);
        pacer.Signal();
        _time.Advance(TimeSpan.Zero);
        pacer.Signal();
        Assert.Equal(1, _runs);
        _time.Advance(Interval);
        Assert.Equal(2, _runs);
        _time.Advance(Interval * 10);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void A_signal_while_it_runs_leads_to_one_more_run_and_never_to_two_at_a_time()
    {
        var running = new TaskCompletionSource();
        using var pacer = new UpdatePacer(_time, Interval, () => ++_runs == 1 ? running.Task : Task.CompletedTask);
        pacer.Signal();
        _time.Advance(TimeSpan.Zero);
        pacer.Signal();
        _time.Advance(Interval * 4);
        Assert.Equal(1, _runs);

        running.SetResult();
        _time.Advance(Interval);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void Nothing_runs_after_the_page_was_left()
    {
        var pacer = new UpdatePacer(_time, Interval, Count);
        pacer.Signal();
        _time.Advance(TimeSpan.Zero);
        pacer.Signal();
        pacer.Dispose();
        pacer.Signal();
        _time.Advance(Interval * 2);
        Assert.Equal(1, _runs);
    }

    private Task Count()
    {
        _runs++;
        return Task.CompletedTask;
    }
}
