namespace Baton.Journal;

/// <summary>Why a conversation needs a person.</summary>
public enum EscalationKind
{
    /// <summary>The service does not work: a tool fails, the agent does not understand, nothing moves forward.</summary>
    Technical,

    /// <summary>The customer is losing patience or trust.</summary>
    Emotional,

    /// <summary>The customer asks for a person.</summary>
    Requested,

    /// <summary>The matter must be a person's.</summary>
    Policy,
}

/// <summary>What set off an escalation.</summary>
public enum EscalationTrigger
{
    /// <summary>Baton's own rules.</summary>
    Algorithm,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A worker.</summary>
    Worker,
}

/// <summary>One piece of evidence that a conversation is going wrong.</summary>
/// <param name="Code">Stable name, e.g. <c>asks-for-person</c>, <c>same-question-again</c>.</param>
/// <param name="Kind">The kind of failure it speaks for.</param>
/// <param name="MessageVersion">Version of the event it was seen in.</param>
/// <param name="Words">What it means, in words a worker understands.</param>
/// <param name="Weight">How much it says, 0 to 1.</param>
public sealed record SignalRaised(string Code, EscalationKind Kind, int MessageVersion, string Words, double Weight) : ConversationEvent;

/// <summary>What a worker says of a signal.</summary>
public enum SignalMark
{
    /// <summary>It was raised and is not true.</summary>
    Wrong,

    /// <summary>It is true and was not raised.</summary>
    Missed,
}

/// <summary>A worker corrected the reading of a message; a label from which models learn.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
/// <param name="MessageVersion">Version of the message.</param>
/// <param name="Code">The signal's code.</param>
/// <param name="Kind">The kind of failure it speaks for.</param>
/// <param name="Words">The signal in words.</param>
/// <param name="Mark">What the worker says.</param>
public sealed record SignalMarked(WorkerId Worker, string WorkerName, int MessageVersion, string Code, EscalationKind Kind, string Words, SignalMark Mark) : ConversationEvent;

/// <summary>How much a conversation needs to be looked at.</summary>
public enum RiskLevel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It rises on the workers' wall.</summary>
    Watch,

    /// <summary>A person is offered now.</summary>
    Escalate,
}

/// <summary>Risk after a customer's turn.</summary>
/// <param name="Technical">Probability of a technical failure, 0 to 1.</param>
/// <param name="Emotional">Probability of an emotional escalation, 0 to 1.</param>
/// <param name="Level">What it leads to.</param>
public sealed record RiskAssessed(double Technical, double Emotional, RiskLevel Level) : ConversationEvent;

/// <summary>The conversation needs a person from now on; the agent is silent.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Trigger">What set it off.</param>
/// <param name="Reason">In words a worker understands.</param>
/// <param name="Evidence">Versions of the signals and messages that show it.</param>
/// <param name="Epoch">The ownership that begins with it.</param>
public sealed record Escalated(EscalationKind Kind, EscalationTrigger Trigger, string Reason, IReadOnlyList<int> Evidence, int Epoch) : ConversationEvent;
