using Baton.Journal;

namespace Baton.Desk;

/// <summary>Whether a customer who waits is told that a person comes sooner than was promised.</summary>
internal static class PromiseReview
{
    /// <param name="state">The conversation.</param>
    /// <param name="now">Now.</param>
    /// <param name="sooner">What would be promised now.</param>
    /// <param name="options">From when on a new time is worth a message.</param>
    public static Decision Decide(ConversationState state, DateTimeOffset now, CustomerNotified sooner, HandoffOptions options) =>
        state.Holder == Holder.Queue && state.Arrangement is not { Way: AnswerWays.Callback } && IsWorthSaying(state.PromisedBy, sooner.By, now, options) ? Decision.Happens(sooner) : Decision.Nothing;

    /// <summary>A time that moves with every estimate is no promise: it must save the set minimum and at least half of what is left.</summary>
    public static bool IsWorthSaying(DateTimeOffset? promised, DateTimeOffset? sooner, DateTimeOffset now, HandoffOptions options) =>
        promised - sooner >= options.ShortenedBy && sooner - now <= (promised - now) / 2;
}
