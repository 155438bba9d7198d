using Baton.Journal;

namespace Baton.Desk;

/// <summary>A signal that a customer's message can show.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="Kind">The kind of failure it speaks for.</param>
/// <param name="Words">In words a worker understands, without a full stop.</param>
/// <param name="Weight">How much it says, 0 to 1.</param>
public sealed record KnownSignal(string Code, EscalationKind Kind, string Words, double Weight);

/// <summary>What Baton looks for in a customer's message, and what a worker can say that it missed there.</summary>
public static class KnownSignals
{
    /// <summary>The customer was recognised from an earlier contact.</summary>
    public const string CameBack = "came-back";

    /// <summary>All of them, the gravest first.</summary>
    public static IReadOnlyList<KnownSignal> All { get; } =
    [
        new("asks-for-person", EscalationKind.Requested, "Asks for a person", 1),
        new("angry", EscalationKind.Emotional, "Is angry with us", 0.75),
        new("resigned", EscalationKind.Emotional, "Is giving up on us", 0.6),
        new("frustrated", EscalationKind.Emotional, "Is losing patience", 0.45),
        new("worried", EscalationKind.Emotional, "Is worried about the outcome", 0.2),
        new(CameBack, EscalationKind.Technical, "Comes back about the same matter", 0.5),
        new("same-question-again", EscalationKind.Technical, "Asks the same again: the last answer did not help", 0.45),
    ];

    /// <summary>The signal of that code; null when there is none.</summary>
    public static KnownSignal? Find(string code) => All.FirstOrDefault(signal => signal.Code == code);
}
