namespace Baton.Journal;

/// <summary>The conversation is over. A customer who writes again opens it again.</summary>
/// <param name="By"><c>customer</c>, <c>agent</c>, <c>worker</c> or <c>deadline</c>.</param>
/// <param name="Worker">The worker, when one closed it.</param>
/// <param name="Outcome"><c>resolved</c>, <c>unresolved</c> or <c>silent</c> (the customer stopped answering).</param>
public sealed record ConversationClosed(string By, WorkerId? Worker, string Outcome) : ConversationEvent;

/// <summary>A closed conversation goes on because the customer wrote.</summary>
/// <param name="Epoch">The ownership that begins.</param>
public sealed record ConversationReopened(int Epoch) : ConversationEvent;

/// <summary>The customer rated the service.</summary>
/// <param name="Score">1 (bad) to 5 (good).</param>
/// <param name="Comment">May be empty.</param>
public sealed record ConversationRated(int Score, string Comment) : ConversationEvent;
