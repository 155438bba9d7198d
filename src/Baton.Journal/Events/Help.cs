namespace Baton.Journal;

/// <summary>The worker who holds the conversation asks colleagues for help.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
public sealed record HelpAsked(WorkerId Worker, string WorkerName) : ConversationEvent;

/// <summary>Help is no longer asked for.</summary>
/// <param name="Worker">Who took it back or settled it.</param>
/// <param name="WorkerName">The worker's name.</param>
public sealed record HelpSettled(WorkerId Worker, string WorkerName) : ConversationEvent;

/// <summary>A worker told the colleague who holds the conversation something that the customer does not see.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
/// <param name="Text">Plain text.</param>
public sealed record ColleagueWhispered(WorkerId Worker, string WorkerName, string Text) : ConversationEvent;

/// <summary>A worker joined the colleague who holds the conversation: both may write, each under the own name.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The name the customer sees.</param>
public sealed record WorkerJoined(WorkerId Worker, string WorkerName) : ConversationEvent;

/// <summary>A worker who had joined left. A change of hands ends every joining without this event.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
public sealed record WorkerLeft(WorkerId Worker, string WorkerName) : ConversationEvent;
