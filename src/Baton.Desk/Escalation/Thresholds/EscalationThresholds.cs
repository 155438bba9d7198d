namespace Baton.Desk;

/// <summary>From which probability of failure a conversation is watched, and from which a person is called.</summary>
/// <param name="Watch">Above 0, at most <paramref name="Escalate"/>.</param>
/// <param name="Escalate">At most 1; 1 calls nobody by probability alone.</param>
public sealed record EscalationThresholds(double Watch, double Escalate)
{
    /// <summary>
    /// The thresholds at which acting is worth its cost: stepping in at probability p saves p times a share of what a lost customer is
    /// worth, and costs a person's minutes and, with 1 - p, a needless interruption. Watching costs attention only.
    /// </summary>
    public static EscalationThresholds Of(EscalationCosts costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        var saved = costs.SavedByIntervention * costs.LostCustomer;
        var escalate = ((costs.MinutesOfIntervention * costs.MinuteOfWorker) + costs.NeedlessInterruption) / (saved + costs.NeedlessInterruption);
        var watch = costs.MinutesOfWatching * costs.MinuteOfWorker / (costs.SavedByWatching * costs.LostCustomer);
        escalate = Math.Min(escalate, 1);
        return new(Math.Min(watch, escalate), escalate);
    }

    /// <summary>Expected cost of stepping in less that of leaving it, at a probability of failure; negative when stepping in is worth it.</summary>
    public static double CostOfStepping(EscalationCosts costs, double failure)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return (costs.MinutesOfIntervention * costs.MinuteOfWorker) + ((1 - failure) * costs.NeedlessInterruption) - (failure * costs.SavedByIntervention * costs.LostCustomer);
    }
}
