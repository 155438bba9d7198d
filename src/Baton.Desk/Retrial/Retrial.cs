using Baton.Journal;

namespace Baton.Desk;

/// <summary>What follows when a customer comes back about the same matter.</summary>
internal static class Retrial
{
    private static readonly KnownSignal _cameBack = KnownSignals.All.Single(signal => signal.Code == KnownSignals.CameBack);

    /// <summary>An answer that did not last is a failure, whatever the words are now.</summary>
    public static SignalRaised Signal(int messageVersion) => new(_cameBack.Code, _cameBack.Kind, messageVersion, _cameBack.Words + ".", _cameBack.Weight);

    /// <summary>It begins where it is known: with people when one had it, or when the agent had its try and did not end it well; with the agent otherwise.</summary>
    public static EscalationRequest? Escalation(CustomerReturned returned) => returned switch
    {
        { KnownBy: not null } => new(EscalationKind.Policy, $"Comes back about what {returned.KnownByName} had in hand."),
        { EndedWell: false } => new(EscalationKind.Policy, "Comes back about what was not resolved."),
        _ => null,
    };
}
