namespace Baton.Journal;

/// <summary>A worker holds the conversation from now on. Begins a stretch that ends with <see cref="GivenBack"/>, <see cref="WorkerReleased"/> or <see cref="ConversationClosed"/>.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The name the customer sees.</param>
/// <param name="How"><c>claim</c> from the queue, <c>takeover</c> from the agent or another worker, <c>swap</c> from a colleague who asked for help, or <c>reply</c>: writing is taking over.</param>
/// <param name="Epoch">The ownership that begins; nothing prepared under a smaller one reaches the customer.</param>
public sealed record WorkerTookOver(WorkerId Worker, string WorkerName, string How, int Epoch) : ConversationEvent;

/// <summary>A worker supervises the conversation while the agent has it: sees it, and is asked first when it needs a person. Replaces whoever did before.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
public sealed record SupervisorAssigned(WorkerId Worker, string WorkerName) : ConversationEvent;

/// <summary>
/// A person's first substantive message after the call for one: the two clocks of a handoff stop. Stands directly before the message.
/// </summary>
/// <param name="Worker">Who helps.</param>
/// <param name="MessageVersion">Version of the message.</param>
/// <param name="NeedAt">When the customer first wrote about this matter, UTC.</param>
/// <param name="TriggerAt">When a person was called for, or came unasked, UTC.</param>
public sealed record HelpBegan(WorkerId Worker, int MessageVersion, DateTimeOffset NeedAt, DateTimeOffset TriggerAt) : ConversationEvent;

/// <summary>A worker told the agent something that the customer does not see; the agent uses it at its next turn.</summary>
public sealed record WorkerWhispered(WorkerId Worker, string WorkerName, string Text) : ConversationEvent;

/// <summary>The worker gave the conversation back to the agent: the end of the stretch.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Agreed">What was agreed with the customer, for the agent and whoever comes later; may be empty.</param>
/// <param name="Epoch">The ownership that begins.</param>
public sealed record GivenBack(WorkerId Worker, string Agreed, int Epoch) : ConversationEvent;

/// <summary>The worker no longer holds it and the agent must not: it waits for another person.</summary>
/// <param name="Worker">Who held it.</param>
/// <param name="Why">E.g. that the worker signed out or did not answer in time.</param>
/// <param name="Epoch">The ownership that begins.</param>
public sealed record WorkerReleased(WorkerId Worker, string Why, int Epoch) : ConversationEvent;
