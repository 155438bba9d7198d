using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>
/// What a team's decisions cost, in any one currency; thresholds follow from them. Section <c>Desk:Escalation:Costs</c>, for single teams
/// <c>Desk:Escalation:Teams:&lt;team&gt;</c>.
/// </summary>
public sealed class EscalationCosts
{
    /// <summary>A minute of a worker. More: fewer conversations go to people. Default: 0.80.</summary>
    [Range(0.001, 1_000)]
    public double MinuteOfWorker { get; set; } = 0.8;

    /// <summary>Minutes that a person needs for a conversation handed over. Default: 6.</summary>
    [Range(0.1, 1_000)]
    public double MinutesOfIntervention { get; set; } = 6;

    /// <summary>What it costs, beside the minutes, to step in where all would have gone well. Default: 2.</summary>
    [Range(0, 100_000)]
    public double NeedlessInterruption { get; set; } = 2;

    /// <summary>What a customer is worth who is lost over a conversation that fails. More: more go to people, and earlier. Default: 30.</summary>
    [Range(0.01, 1_000_000)]
    public double LostCustomer { get; set; } = 30;

    /// <summary>Share of failing conversations that a person saves who steps in early, above 0, at most 1. Default: 0.5.</summary>
    [Range(0.001, 1)]
    public double SavedByIntervention { get; set; } = 0.5;

    /// <summary>Minutes of attention that a watched conversation takes. Default: 2.</summary>
    [Range(0.01, 1_000)]
    public double MinutesOfWatching { get; set; } = 2;

    /// <summary>Share of failing conversations that are saved because they are watched, above 0, at most 1. Default: 0.25.</summary>
    [Range(0.001, 1)]
    public double SavedByWatching { get; set; } = 0.25;
}
