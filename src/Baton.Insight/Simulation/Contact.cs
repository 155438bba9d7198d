using Baton.Journal;

namespace Baton.Insight;

/// <summary>One customer's conversation as it will go, whoever serves it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it begins.</param>
internal sealed record Contact(ConversationId Id, DateTimeOffset At)
{
    public required string Language { get; init; }

    public required string Skill { get; init; }

    /// <summary>The first sign of trouble; null for a conversation without any.</summary>
    public TimeSpan? SignAfter { get; init; }

    /// <summary>When it needs a person, unless somebody came before; null when the agent resolves it.</summary>
    public TimeSpan? EscalatesAfter { get; init; }

    public required TimeSpan AgentTakes { get; init; }

    public required double Aggravation { get; init; }

    public required TimeSpan Patience { get; init; }

    /// <summary>Leaves without a word and with the page open or closed.</summary>
    public required bool LeavesSilently { get; init; }

    public required bool LeavesPageOpen { get; init; }

    public required TimeSpan Service { get; init; }

    /// <summary>How attentive a supervisor must be to notice the sign, 0 to 1.</summary>
    public required double Notice { get; init; }

    /// <summary>Whether a whisper would be enough, 0 to 1.</summary>
    public required double Whisper { get; init; }

    /// <summary>How long a worker takes to accept the offer.</summary>
    public required TimeSpan Accepts { get; init; }

    public bool IsRetrial { get; init; }

    /// <summary>When the customer tries again after having left; null for never.</summary>
    public TimeSpan? ComesAgainAfter { get; init; }
}
