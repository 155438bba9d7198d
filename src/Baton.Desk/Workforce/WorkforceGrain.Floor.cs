namespace Baton.Desk;

// What leads see: who is where, and the team's load of all together.
internal sealed partial class WorkforceGrain
{
    private static readonly TimeSpan TrendStep = TimeSpan.FromMinutes(5);
    private const int TrendLength = 96;

    private readonly List<TeamLoad> _trend = [];

    public Task<FloorView> LookAsync()
    {
        var held = _ledger.Count(wall);
        return Task.FromResult(new FloorView(
            [.. Present().Select(presence => presence with { Holding = held.GetValueOrDefault(presence.Worker.Id) })], [.. _offers.Values], [.. _trend]));
    }

    private void Weigh(List<WorkerPresence> present)
    {
        var now = time.GetUtcNow();
        if (present.Count == 0 || (_trend.Count > 0 && now - _trend[^1].At < TrendStep)) return;
        _trend.Add(new(now, present.Average(presence => loads.Of(presence.Worker.Id).Emotional(now, load.Value)), present.Count));
        if (_trend.Count > TrendLength) _trend.RemoveAt(0);
    }
}
