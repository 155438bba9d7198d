using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// What a risk leads to. Two things decide: the probabilities of failure against the team's thresholds, and events that speak for
/// themselves (a request, a repetition, a failed tool), which count as independent evidence, 1 - Π(1 - w), less with every turn since. The
/// higher level counts. What has risen falls only well below its threshold, so that a conversation does not flicker on the wall.
/// </summary>
public static class RiskPolicy
{
    /// <summary>A level is left below this share of its threshold.</summary>
    public const double FallsAt = 0.7;

    private const double DecayPerTurn = 0.85;

    // Of the evidence of events, whose weights are set by hand; a single event of weight 0.4 is worth a look.
    private static readonly EscalationThresholds _ofEvents = new(0.4, 0.7);

    /// <param name="technical">Probability of a technical failure, 0 to 1.</param>
    /// <param name="emotional">Probability of an emotional escalation, 0 to 1.</param>
    /// <param name="thresholds">The team's.</param>
    /// <param name="before">The level until now.</param>
    public static RiskLevel LevelOf(double technical, double emotional, EscalationThresholds thresholds, RiskLevel before)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        var failure = Math.Min(technical + emotional, 1);
        return Stays(failure, thresholds.Escalate, before == RiskLevel.Escalate) ? RiskLevel.Escalate
            : Stays(failure, thresholds.Watch, before != RiskLevel.None) ? RiskLevel.Watch
            : RiskLevel.None;
    }

    /// <summary>The level of events alone.</summary>
    /// <param name="signals">All since the agent got the conversation, without those that the probabilities know of.</param>
    /// <param name="turns">Versions of the customer's messages.</param>
    /// <param name="before">The level until now.</param>
    public static (RiskLevel Level, EscalationKind Kind) LevelOfEvents(IEnumerable<SignalRaised> signals, IReadOnlyList<int> turns, RiskLevel before)
    {
        var list = signals.ToList();
        var technical = Combine(list, EscalationKind.Technical, turns);
        var emotional = Combine(list, EscalationKind.Emotional, turns);
        var evidence = Math.Max(technical, emotional);
        var level = evidence >= _ofEvents.Escalate ? RiskLevel.Escalate
            : Stays(evidence, _ofEvents.Watch, before != RiskLevel.None) ? RiskLevel.Watch
            : RiskLevel.None;
        // Feelings come first because they are repaired worst when late.
        return (level, emotional >= technical ? EscalationKind.Emotional : EscalationKind.Technical);
    }

    private static bool Stays(double value, double threshold, bool wasThere) => value >= (wasThere ? FallsAt * threshold : threshold);

    private static double Combine(List<SignalRaised> signals, EscalationKind kind, IReadOnlyList<int> turns) =>
        1 - signals.Where(signal => signal.Kind == kind).Aggregate(1d, (rest, signal) =>
            rest * (1 - (signal.Weight * Math.Pow(DecayPerTurn, turns.Count(turn => turn > signal.MessageVersion)))));
}
