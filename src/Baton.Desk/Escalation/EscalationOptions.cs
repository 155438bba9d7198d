using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>When a conversation goes to a person. Section <c>Desk:Escalation</c>.</summary>
public sealed class EscalationOptions
{
    /// <summary>False: the agent answers nobody and every conversation goes straight to people. Default: true.</summary>
    public bool AgentAnswers { get; set; } = true;

    /// <summary>Channels on which the agent may answer; empty means every channel. Default: empty.</summary>
    public IList<string> AgentChannels { get; } = [];

    /// <summary>
    /// Share of your conversations, above 0 and below 1, that fail when nobody steps in; <c>baton thresholds</c> tells it from the log.
    /// Larger: every risk is higher. Default: 0.15.
    /// </summary>
    [Range(0.001, 0.999)]
    public double ExpectedFailures { get; set; } = 0.15;

    /// <summary>What decisions cost where a team has no costs of its own.</summary>
    public EscalationCosts Costs { get; set; } = new();

    /// <summary>Costs of single teams, by their name. Default: empty.</summary>
    public IDictionary<string, EscalationCosts> Teams { get; } = new Dictionary<string, EscalationCosts>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The costs of a team.</summary>
    public EscalationCosts CostsOf(string team) => Teams.TryGetValue(team, out var costs) ? costs : Costs;
}
