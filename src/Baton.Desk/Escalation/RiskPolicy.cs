using System.Collections.Immutable;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Risk from signals: each speaks with its weight, less with every customer turn since, and together as independent
/// evidence does (1 - Π(1 - w)). Two thresholds with a gap between rising and falling, so that a conversation does not flicker
/// on the wall.
/// </summary>
internal static class RiskPolicy
{
    private const double DecayPerTurn = 0.85;
    private const double WatchFrom = 0.4;
    private const double WatchUntil = 0.25;
    private const double EscalateFrom = 0.7;

    /// <param name="signals">All since the agent got the conversation.</param>
    /// <param name="turns">Versions of the customer's messages.</param>
    /// <param name="before">The level until now.</param>
    public static RiskAssessed Assess(ImmutableList<SignalRaised> signals, IReadOnlyList<int> turns, RiskLevel before)
    {
        var technical = Combine(signals, EscalationKind.Technical, turns);
        var emotional = Combine(signals, EscalationKind.Emotional, turns);
        var risk = Math.Max(technical, emotional);
        var level = risk >= EscalateFrom ? RiskLevel.Escalate
            : risk >= WatchFrom ? RiskLevel.Watch
            : risk >= WatchUntil && before != RiskLevel.None ? RiskLevel.Watch
            : RiskLevel.None;
        return new(Math.Round(technical, 3), Math.Round(emotional, 3), level);
    }

    private static double Combine(IEnumerable<SignalRaised> signals, EscalationKind kind, IReadOnlyList<int> turns) =>
        1 - signals.Where(signal => signal.Kind == kind).Aggregate(1d, (rest, signal) =>
            rest * (1 - (signal.Weight * Math.Pow(DecayPerTurn, turns.Count(turn => turn > signal.MessageVersion)))));
}
