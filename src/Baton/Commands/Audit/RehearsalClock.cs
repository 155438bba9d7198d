using System.Net;
using Baton.Audit;

namespace Baton;

/// <summary>A clock that runs faster than the machine's, so that weeks of a run pass in minutes against one's own servers.</summary>
/// <param name="from">Where it begins.</param>
/// <param name="speed">How many times as fast; above 0.</param>
internal sealed class RehearsalClock(DateTimeOffset from, double speed) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => from + (System.GetElapsedTime(_started) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    /// <summary>Only against one's own servers: whoever answers there is no organisation that could be accused.</summary>
    public static void RequireOwnServers(RadarScope scope)
    {
        foreach (var host in scope.Controls.Select(control => control.Imap.Host).Append(scope.Smtp.Host).Append(scope.Imap.Host))
        {
            if (host != "localhost" && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
                throw new UserMistakeException($"A rehearsal runs against servers on this machine only, and {host} is another. Write 127.0.0.1 or localhost.");
        }
    }

    private TimeSpan Real(TimeSpan span) => span == Timeout.InfiniteTimeSpan || span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(1, span.TotalMilliseconds / speed));

    private sealed class Timer(ITimer inner, RehearsalClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
