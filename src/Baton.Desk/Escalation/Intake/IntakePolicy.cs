using Baton.Journal;

namespace Baton.Desk;

/// <summary>Which matters wait a moment for the agent to begin, and for how long.</summary>
internal static class IntakePolicy
{
    /// <summary>Only before the agent's first word, only in chats, and once: who was told to wait is not told again.</summary>
    public static bool IsRisky(ConversationState state, string? intent, IntakeOptions options) =>
        state is { Holder: Holder.Agent, IsEligible: null, Intake: { SlowedUntil: null, WasSlowed: false } } && !MailOptions.IsByLetter(state.Channel)
        && (state.Intake.Risk >= options.RiskFrom || (intent is not null && options.RiskyMatters.Contains(intent, StringComparer.OrdinalIgnoreCase)));

    /// <summary>How much of the team's capacity is in use; 0 when nobody is at work, for then there is nobody to protect.</summary>
    public static double Share(IReadOnlyCollection<WorkerAtWork> team, LoadOptions load)
    {
        var capacity = team.Sum(worker => worker.Capacity);
        return capacity <= 0 ? 0 : team.Sum(worker => worker.Load.Cognitive(load)) / capacity;
    }

    /// <summary>When the next risky matter may begin, from when the last one did.</summary>
    public static DateTimeOffset Slot(DateTimeOffset now, DateTimeOffset? last, IntakeOptions options)
    {
        var next = last + options.Pace is { } slot && slot > now ? slot : now;
        return next - now > options.LongestWait ? now + options.LongestWait : next;
    }
}

/// <summary>What is known of a conversation's slow beginning.</summary>
/// <param name="SlowedUntil">When the agent begins; null when it need not wait.</param>
/// <param name="WasSlowed">Whether it had to wait.</param>
/// <param name="ResumedAt">When the waiting was over; null for never.</param>
/// <param name="Risk">The greatest of both risks, as last assessed.</param>
internal sealed record IntakeState(DateTimeOffset? SlowedUntil, bool WasSlowed, DateTimeOffset? ResumedAt, double Risk)
{
    public static readonly IntakeState None = new(null, false, null, 0);

    public IntakeState After(ConversationEvent happened, DateTimeOffset at, bool changesHands)
    {
        var before = changesHands ? this with { SlowedUntil = null } : this;
        return happened switch
        {
            IntakeSlowed e => before with { SlowedUntil = e.Until, WasSlowed = true },
            IntakeResumed => before with { SlowedUntil = null, ResumedAt = at },
            RiskAssessed e => before with { Risk = Math.Max(e.Technical, e.Emotional) },
            ConversationReopened => None,
            _ => before,
        };
    }
}
