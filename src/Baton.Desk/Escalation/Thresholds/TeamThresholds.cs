using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>The thresholds that hold now: those a lead chose for a team, otherwise those that follow from its costs.</summary>
internal sealed class TeamThresholds(IOptions<EscalationOptions> options)
{
    private readonly ConcurrentDictionary<string, EscalationThresholds> _chosen = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, EscalationThresholds> _ofCosts = new(StringComparer.OrdinalIgnoreCase);

    public EscalationThresholds Of(string team) => _chosen.TryGetValue(team, out var chosen) ? chosen : OfCosts(team);

    public EscalationThresholds OfCosts(string team) =>
        _ofCosts.GetOrAdd(team, static (name, costs) => EscalationThresholds.Of(costs.CostsOf(name)), options.Value);

    /// <summary>From now on these hold for a team; null: those of its costs.</summary>
    public void Choose(string team, EscalationThresholds? thresholds)
    {
        if (thresholds is null) _chosen.TryRemove(team, out _);
        else _chosen[team] = thresholds;
    }
}
