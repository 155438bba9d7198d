using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>
/// How the agent slows down with risky matters while people have too much to do: each may need a person, and nobody is helped by one
/// who has no time. Section <c>Desk:Intake</c>.
/// </summary>
public sealed class IntakeOptions
{
    /// <summary>From this share of the team's capacity in use on the agent slows down; above 1 never. Default: 0.9.</summary>
    [Range(0.1, 100)]
    public double SlowsFrom { get; set; } = 0.9;

    /// <summary>While it is so, the agent begins one risky matter in so long, for each team. Larger: fewer handovers, longer waits. Default: 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>No customer waits longer than this for the agent to begin. Default: 3 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>From this risk at the first message on a matter is risky, 0 to 1. Default: 0.25.</summary>
    [Range(0.0, 1)]
    public double RiskFrom { get; set; } = 0.25;

    /// <summary>Matters, named like the intents, that are risky whatever the customer writes. Default: empty.</summary>
    public IList<string> RiskyMatters { get; } = [];
}
