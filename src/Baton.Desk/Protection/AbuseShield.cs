using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Marks abusive messages in the same append in which they arrive: no worker sees one unfolded first.</summary>
internal static class AbuseShield
{
    /// <summary>The events, and behind them a mark for each abusive message among them.</summary>
    public static IReadOnlyList<ConversationEvent> With(ConversationState state, IReadOnlyList<ConversationEvent> events)
    {
        List<ConversationEvent>? marked = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is not CustomerWrote wrote || AbuseReader.Read(wrote.Text) is not { } abuse) continue;
            marked ??= [.. events];
            marked.Add(new MessageShielded(state.Version + i + 1, abuse.Kind.ToString().ToLowerInvariant(), abuse.Words));
        }

        return marked ?? events;
    }
}
