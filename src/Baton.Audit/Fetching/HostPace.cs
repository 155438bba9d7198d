using System.Collections.Concurrent;

namespace Baton.Audit;

/// <summary>Keeps requests to one host apart, slows down when the host asks for it, and never runs two at once while there is a pause.</summary>
/// <param name="time">The clock.</param>
/// <param name="pace">The usual pause.</param>
internal sealed class HostPace(TimeProvider time, TimeSpan pace)
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.OrdinalIgnoreCase);

    public void Slow(string host, TimeSpan wish) => Of(host).Pause = TimeSpan.FromTicks(Math.Max(Of(host).Pause.Ticks, wish.Ticks));

    /// <summary>The host said 429 or 503: doubles the pause, or waits as long as it asks, at most two minutes.</summary>
    public void BackOff(string host, TimeSpan? retryAfter)
    {
        var turn = Of(host);
        turn.Pause = TimeSpan.FromTicks(Math.Min(LongestRetry.Ticks, Math.Max(turn.Pause.Ticks * 2, TimeSpan.TicksPerSecond)));
        turn.Next = time.GetUtcNow() + (retryAfter is { } wish ? wish < LongestRetry ? wish : LongestRetry : turn.Pause);
    }

    /// <summary>Waits for the host's turn; dispose when the request is over.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        var turn = Of(host);
        if (turn.Pause == TimeSpan.Zero && turn.Next <= time.GetUtcNow()) return Free.Instance;
        await turn.Gate.WaitAsync(cancellationToken);
        try
        {
            if (turn.Next - time.GetUtcNow() is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
            return new Exit(turn, time);
        }
        catch
        {
            turn.Gate.Release();
            throw;
        }
    }

    private Turn Of(string host) => _turns.GetOrAdd(host, static (_, pause) => new(pause), pace);

    private sealed class Turn(TimeSpan pause)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public TimeSpan Pause { get; set; } = pause;

        public DateTimeOffset Next { get; set; }
    }

    private sealed class Exit(Turn turn, TimeProvider time) : IDisposable
    {
        public void Dispose()
        {
            var next = time.GetUtcNow() + turn.Pause;
            if (next > turn.Next) turn.Next = next;
            turn.Gate.Release();
        }
    }

    private sealed class Free : IDisposable
    {
        public static Free Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
