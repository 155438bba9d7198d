using System.Collections.Immutable;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>A customer who waits for a person, as dispatch sees it.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Since">Since when.</param>
public sealed record WaitingCase(ConversationId Id, DateTimeOffset Since)
{
    /// <summary>True for a letter, whose writer waits for hours rather than minutes.</summary>
    public bool IsLetter { get; init; }

    /// <summary>Language of the customer, ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Skills the matter needs; empty for none.</summary>
    public ImmutableArray<string> Skills { get; init; } = [];

    /// <summary>Teams whose workers may be asked; empty for everybody.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];

    /// <summary>What goes wrong if nobody comes, as a probability, 0 to 1.</summary>
    public double Risk { get; init; }

    /// <summary>How upset the customer is, 0 to 1: what the worker inherits.</summary>
    public double Aggravation { get; init; }

    /// <summary>By when a person was promised; null for no promise.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    /// <summary>True when the customer comes again about the same matter.</summary>
    public bool IsRetrial { get; init; }

    /// <summary>Who supervised it while the agent had it.</summary>
    public WorkerId? Supervisor { get; init; }

    /// <summary>Who helped this customer before.</summary>
    public WorkerId? KnownBy { get; init; }

    /// <summary>Who declined it or let it time out: they are not given it again.</summary>
    public ImmutableHashSet<WorkerId> Declined { get; init; } = [];

    /// <summary>Probability that the customer has silently left, 0 to 1.</summary>
    public double Gone { get; init; }
}

/// <summary>A worker who takes conversations now, as dispatch sees it.</summary>
/// <param name="Id">Who.</param>
/// <param name="Capacity">How much at once, in own conversations.</param>
/// <param name="Load">What the worker carries.</param>
public sealed record WorkerAtWork(WorkerId Id, double Capacity, WorkerLoad Load)
{
    /// <summary>Languages the worker answers in, ISO 639-1; empty for every language.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Skills the worker has.</summary>
    public ImmutableArray<string> Skills { get; init; } = [];

    /// <summary>Teams the worker serves; empty for every team.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];

    /// <summary>Being asked for a conversation just now: the next offer comes when that one is answered.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>One conversation for one worker.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Worker">Who.</param>
/// <param name="Cost">What it costs and why.</param>
public sealed record Assignment(ConversationId Conversation, WorkerId Worker, PairCost Cost);

/// <summary>Why a customer goes on waiting.</summary>
public enum StaysWaiting
{
    /// <summary>Every worker who could serve the customer is at a cap.</summary>
    NobodyFree,

    /// <summary>Nobody at work may serve the customer at all.</summary>
    NobodyFits,

    /// <summary>The customer has probably left; a sign brings the customer back.</summary>
    LikelyGone,
}

/// <summary>What dispatch decides.</summary>
/// <param name="Assignments">Who is offered what, the most urgent customer first.</param>
/// <param name="Waiting">Who goes on waiting, and why.</param>
public sealed record DispatchPlan(IReadOnlyList<Assignment> Assignments, IReadOnlyList<(ConversationId Conversation, StaysWaiting Why)> Waiting);
