namespace Baton.Journal;

/// <summary>
/// Something that happened in a conversation. Events are never changed once they are in the log; a new meaning
/// needs a new version of the event's name in the list of event types.
/// </summary>
[GenerateSerializer]
public abstract record ConversationEvent;

/// <summary>An event with its place in the log.</summary>
/// <param name="Position">Place in the whole log, from 1, without gaps as a reader sees it; never reused.</param>
/// <param name="Conversation">The conversation it belongs to.</param>
/// <param name="Version">Place in its conversation, from 1, without gaps. Clients resume after it.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedEvent(long Position, ConversationId Conversation, int Version, DateTimeOffset At, ConversationEvent Event);
