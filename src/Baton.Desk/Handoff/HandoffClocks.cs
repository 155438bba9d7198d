using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// The two clocks of a handoff: from the customer's first need and from the call for a person, until a person's first substantive
/// message. Coming quickly to say "one moment" stops neither.
/// </summary>
internal static class HandoffClocks
{
    /// <summary>A worker's reply, with the mark that help began when it is the first one with substance.</summary>
    public static Decision With(ConversationState state, Decision replied, DateTimeOffset now)
    {
        if (replied.Events is not [.., WorkerReplied reply] || !SubstantivePolicy.IsSubstantive(reply.Text, reply.Attachments.Count)) return replied;
        for (var i = 0; i < replied.Events.Count - 1; i++) state = state.Apply(new(0, default, state.Version + 1, now, replied.Events[i]));
        if (state.TriggerAt is not { } trigger) return replied;
        var began = new HelpBegan(reply.Worker, state.Version + 2, state.NeedAt ?? trigger, trigger);
        return Decision.Happens([.. replied.Events.SkipLast(1), began, reply]);
    }
}
