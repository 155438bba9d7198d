namespace Baton.Journal;

/// <summary>A position that only grows, and those who wait for it to pass theirs.</summary>
internal sealed class Watermark
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;

    public long Position => Volatile.Read(ref _position);

    /// <summary>Moves on and wakes all who wait; a smaller position changes nothing.</summary>
    public void Advance(long position)
    {
        TaskCompletionSource wake;
        lock (_lock)
        {
            if (position <= _position) return;
            Volatile.Write(ref _position, position);
            wake = _moved;
            _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        wake.SetResult();
    }

    /// <summary>Sets back, when what it measures begins anew.</summary>
    public void Reset()
    {
        lock (_lock) Volatile.Write(ref _position, 0);
    }

    /// <summary>Completes when the position is at least so far; at once when it is.</summary>
    public async Task WaitForAsync(long position, CancellationToken cancellationToken)
    {
        while (Position < position)
        {
            Task moved;
            lock (_lock)
            {
                if (_position >= position) return;
                moved = _moved.Task;
            }

            await moved.WaitAsync(cancellationToken);
        }
    }
}
