namespace Baton.Tests;

/// <summary>Lets short waits pass at once, and long ones only when told to: a test waits for nothing.</summary>
internal sealed class EagerTime : TimeProvider
{
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(2);
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private TaskCompletionSource _longWait = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody waits long, and lets that wait pass.</summary>
    public async Task LongWaitPassesAsync()
    {
        while (true)
        {
            Task next;
            Waiting? found;
            lock (_lock)
            {
                found = _waiting.FirstOrDefault();
                if (found is not null)
                    _waiting.Remove(found);
                next = _longWait.Task;
            }

            if (found is not null)
            {
                found.Fire();
                return;
            }

            await next.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private sealed class Waiting(EagerTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            lock (time._lock)
            {
                if (dueTime >= _long)
                {
                    time._waiting.Add(this);
                    time._longWait.TrySetResult();
                    time._longWait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    return true;
                }

                time._now += dueTime;
            }

            ThreadPool.QueueUserWorkItem(_ => Fire());
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time._lock)
                time._waiting.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
