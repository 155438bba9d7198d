namespace Baton.Web;

/// <summary>
/// Runs an action soon after a signal, at most once an interval and never twice at a time. Signals in between are one: a
/// thousand changes a second become a few renderings.
/// </summary>
internal sealed class UpdatePacer : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private readonly Func<Task> _action;
    private readonly ITimer _timer;
    private DateTimeOffset _earliest = DateTimeOffset.MinValue;
    private bool _isDue;
    private bool _isRunning;
    private bool _isDisposed;

    public UpdatePacer(TimeProvider time, TimeSpan interval, Func<Task> action)
    {
        _time = time;
        _interval = interval;
        _action = action;
        _timer = time.CreateTimer(_ => _ = RunAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something changed.</summary>
    public void Signal()
    {
        lock (_lock)
        {
            if (_isDue || _isDisposed) return;
            _isDue = true;
            if (!_isRunning) Arm();
        }
    }

    public void Dispose()
    {
        lock (_lock) _isDisposed = true;
        _timer.Dispose();
    }

    private void Arm()
    {
        var wait = _earliest - _time.GetUtcNow();
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private async Task RunAsync()
    {
        lock (_lock)
        {
            if (!_isDue || _isRunning || _isDisposed) return;
            _isDue = false;
            _isRunning = true;
        }

        try
        {
            await _action();
        }
        finally
        {
            lock (_lock)
            {
                _isRunning = false;
                _earliest = _time.GetUtcNow() + _interval;
                if (_isDue && !_isDisposed) Arm();
            }
        }
    }
}
