namespace Baton.Journal;

/// <summary>Who holds a conversation.</summary>
public enum Holder
{
    /// <summary>The agent.</summary>
    Agent,

    /// <summary>Nobody yet: it waits for a person.</summary>
    Queue,

    /// <summary>A worker.</summary>
    Worker,

    /// <summary>Nobody any more: it is closed.</summary>
    Closed,
}

/// <summary>
/// One conversation at a glance: the row of the inbox, the wall and the search. A pure fold of its events, so that it can be
/// rebuilt at any time.
/// </summary>
public sealed record ConversationSummary
{
    /// <summary>The conversation.</summary>
    public required ConversationId Id { get; init; }

    /// <summary>Version of the last event folded in.</summary>
    public int Version { get; init; }

    /// <summary>Position of the last event folded in.</summary>
    public long Position { get; init; }

    /// <summary>Channel it came in by.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Team it belongs to.</summary>
    public string Team { get; init; } = "";

    /// <summary>The customer.</summary>
    public Customer Customer { get; init; } = Customer.Anonymous;

    /// <summary>The customer's language.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>True for a simulated customer.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Who holds it.</summary>
    public Holder Holder { get; init; }

    /// <summary>The worker, while one holds it.</summary>
    public WorkerId? Worker { get; init; }

    /// <summary>The worker's name, while one holds it.</summary>
    public string? WorkerName { get; init; }

    /// <summary>The worker who supervises it while the agent has it; null when nobody was at work.</summary>
    public WorkerId? Supervisor { get; init; }

    /// <summary>The supervisor's name.</summary>
    public string? SupervisorName { get; init; }

    /// <summary>Ownership, from 1; grows with every change of hands.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>Customer turns that got a reply.</summary>
    public int Rounds { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When anything last happened.</summary>
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>Since when the customer waits for a reply; null when the customer's turn was answered.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>True while the customer's last turn has no reply; the reply makes it a round.</summary>
    public bool HasUnansweredTurn { get; init; }

    /// <summary>When it was escalated, until a worker takes it; null otherwise.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>Kind of the last escalation.</summary>
    public EscalationKind? EscalationKind { get; init; }

    /// <summary>Reason of the last escalation.</summary>
    public string? EscalationReason { get; init; }

    /// <summary>What the customer was last promised, until a person comes.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    /// <summary>How the customer wants the answer, one of <see cref="AnswerWays"/>; null while nothing was chosen.</summary>
    public string? AnswerWay { get; init; }

    /// <summary>No worker is asked before; null for no such time.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Probability of a technical failure, 0 to 1.</summary>
    public double TechnicalRisk { get; init; }

    /// <summary>Probability of an emotional escalation, 0 to 1.</summary>
    public double EmotionalRisk { get; init; }

    /// <summary>How much it needs to be looked at.</summary>
    public RiskLevel Level { get; init; }

    /// <summary>The latest signal's words.</summary>
    public string? TopSignal { get; init; }

    /// <summary>Name of the worker who asks colleagues for help with it; null for nobody.</summary>
    public string? HelpAskedBy { get; init; }

    /// <summary>Name of the worker who asks a lead to end the contact; null for nobody.</summary>
    public string? EndAskedBy { get; init; }

    /// <summary>True while the customer's last message is an abusive one: its words are not shown.</summary>
    public bool IsShielded { get; init; }

    /// <summary>True when the customer came back about the same matter.</summary>
    public bool HasReturned { get; init; }

    /// <summary>The worker who helped in this matter before; null for nobody.</summary>
    public WorkerId? KnownBy { get; init; }

    /// <summary>What it is about: the last intent.</summary>
    public string? Intent { get; init; }

    /// <summary>Beginning of the last message anybody wrote, at most 160 characters.</summary>
    public string Snippet { get; init; } = "";

    /// <summary>Score of the rating; null when unrated.</summary>
    public int? Rating { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>True until the customer has written: such a conversation is shown to nobody.</summary>
    public bool IsEmpty { get; init; } = true;

    /// <summary>The greatest of both risks.</summary>
    public double Risk => Math.Max(TechnicalRisk, EmotionalRisk);
}
