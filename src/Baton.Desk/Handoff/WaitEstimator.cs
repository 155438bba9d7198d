using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Feeds <see cref="WaitPolicy"/> with what is true now.</summary>
internal sealed class WaitEstimator(IWorkforce workforce, Wall wall, IOptions<HandoffOptions> options, TimeProvider time)
{
    private Estimate? _latest;
    private readonly OpeningHours _hours = new(options.Value.TimeZone, options.Value.OpeningHours, options.Value.Holidays);

    /// <summary>The zone in which promised times are told.</summary>
    public TimeZoneInfo Zone => _hours.Zone;

    /// <summary>What a customer who asks now would be told; at most a second old, since every turn may need it.</summary>
    public async Task<ExpectedWait> EstimateAsync()
    {
        var now = time.GetUtcNow();
        if (_latest is { } latest && now - latest.At < TimeSpan.FromSeconds(1) && now >= latest.At) return latest.Wait;
        var workers = await workforce.ListAsync(CancellationToken.None);
        var waiting = wall.Rows.Count(row => row is { Holder: Holder.Queue, IsEmpty: false });
        var wait = WaitPolicy.Estimate(now, workers, waiting, wall.RecentWaits, _hours, options.Value);
        _latest = new(now, wait);
        return wait;
    }

    private sealed record Estimate(DateTimeOffset At, ExpectedWait Wait);
}
