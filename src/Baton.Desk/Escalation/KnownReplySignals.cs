using Baton.Journal;

namespace Baton.Desk;

/// <summary>What a worker can say that was wrong with a reply of the agent. The first four are also looked for before a reply is sent.</summary>
public static class KnownReplySignals
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownSignal> All { get; } =
    [
        new("no-answer", EscalationKind.Technical, "Answers nothing that was asked", 0.45),
        new("claim-without-source", EscalationKind.Technical, "Claims what nothing shows", 0.45),
        new("empty-reassurance", EscalationKind.Technical, "Only reassures", 0.45),
        new("agent-repeats", EscalationKind.Technical, "Says again what was said", 0.45),
        new("hides-person", EscalationKind.Emotional, "Passes over the wish for a person", 0.45),
        new("unclear-reply", EscalationKind.Technical, "Is hard to understand", 0.2),
        new("rude-reply", EscalationKind.Emotional, "Is rude", 0.45),
    ];

    /// <summary>The signal of that code; null when there is none.</summary>
    public static KnownSignal? Find(string code) => All.FirstOrDefault(signal => signal.Code == code);
}
