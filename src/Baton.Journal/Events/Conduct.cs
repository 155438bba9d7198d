namespace Baton.Journal;

/// <summary>A customer's message attacks the person who reads it: it is shown to workers folded.</summary>
/// <param name="MessageVersion">Version of the message.</param>
/// <param name="Kind"><c>insult</c>, <c>threat</c>, <c>harassment</c> or <c>slur</c>.</param>
/// <param name="Words">The words that show it.</param>
public sealed record MessageShielded(int MessageVersion, string Kind, string Words) : ConversationEvent;

/// <summary>A worker says that a folded message is not abusive.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
/// <param name="MessageVersion">Version of the message.</param>
public sealed record ShieldLifted(WorkerId Worker, string WorkerName, int MessageVersion) : ConversationEvent;

/// <summary>A worker warned the customer that the conversation can be ended; the words are the notice after it.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
/// <param name="MessageVersion">Version of the abusive message.</param>
public sealed record CustomerWarned(WorkerId Worker, string WorkerName, int MessageVersion) : ConversationEvent;

/// <summary>A worker asks that the contact be ended; a lead decides.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
/// <param name="Messages">Versions of the abusive messages.</param>
public sealed record ContactEndAsked(WorkerId Worker, string WorkerName, IReadOnlyList<int> Messages) : ConversationEvent;

/// <summary>A lead decided whether the contact ends. When it does, a notice and the close follow.</summary>
/// <param name="Lead">Who decided, never who asked.</param>
/// <param name="LeadName">The lead's name.</param>
/// <param name="AskedBy">The worker who asked.</param>
/// <param name="IsEnded">True when the contact ends.</param>
public sealed record ContactEndDecided(WorkerId Lead, string LeadName, WorkerId AskedBy, bool IsEnded) : ConversationEvent;
