namespace Baton.Desk;

/// <summary>How a past conversation of the agent went, as far as the log tells.</summary>
public enum PastEnd
{
    /// <summary>Open still, never the agent's, or given to a person before anything told.</summary>
    Unknown,

    /// <summary>The agent saw it to its end and nothing speaks against it.</summary>
    Well,

    /// <summary>Rated 1 or 2, left unhappy, closed unresolved, a person asked for after an answer, or the agent could not go on.</summary>
    Failed,
}

/// <summary>A past conversation as thresholds see it.</summary>
/// <param name="Team">Its team.</param>
/// <param name="Risks">Probability of failure, 0 to 1, after each of the customer's messages while the agent had it.</param>
/// <param name="PersonAt">After which of these messages, from 0, it went to a person; null when it never did.</param>
/// <param name="End">How it went.</param>
public sealed record PastConversation(string Team, IReadOnlyList<double> Risks, int? PersonAt, PastEnd End)
{
    /// <summary>After which message, from 0, the risk first reached a threshold; null for never.</summary>
    public int? ReachedAt(double threshold)
    {
        for (var round = 0; round < Risks.Count; round++)
        {
            if (Risks[round] >= threshold) return round;
        }

        return null;
    }

    /// <summary>
    /// By how many of the customer's messages a person would have come earlier at a threshold: before the one that came, or before the end.
    /// Null when none would have come earlier.
    /// </summary>
    public int? LeadAt(double threshold) => ReachedAt(threshold) switch
    {
        null => null,
        { } reached when PersonAt is { } person => reached < person ? person - reached : null,
        { } reached => Risks.Count - reached,
    };
}
