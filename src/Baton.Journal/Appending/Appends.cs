namespace Baton.Journal;

/// <summary>Checks what a caller wants to append and brings it into its written form.</summary>
internal static class Appends
{
    public static AppendRequest Of(ConversationId conversation, int expectedVersion, IReadOnlyList<ConversationEvent> events, DateTimeOffset at, DateTimeOffset? deadline)
    {
        if (conversation.Value is null) throw new ArgumentException("The conversation id is the empty one.", nameof(conversation));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (events.Count == 0) throw new ArgumentException("An append needs at least one event.", nameof(events));
        var written = new NewEvent[events.Count];
        for (var i = 0; i < written.Length; i++) written[i] = NewEvent.Of(events[i], at);
        return new(conversation, expectedVersion, written, deadline);
    }
}
