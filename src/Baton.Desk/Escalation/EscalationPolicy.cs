using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>When signals and risk mean that a person is needed now.</summary>
internal static class EscalationPolicy
{
    public static EscalationRequest? Decide(IReadOnlyList<SignalRaised> latest, RiskAssessed risk)
    {
        if (latest.FirstOrDefault(signal => signal.Kind == EscalationKind.Requested) is { } request)
            return new(EscalationKind.Requested, request.Words);
        if (risk.Level != RiskLevel.Escalate) return null;
        return ByRisk(latest, risk);
    }

    /// <summary>
    /// A customer's message as it was read: also escalates who is losing patience and says nothing that the agent could act on. To
    /// such a customer a list of what the agent can do is one more wall.
    /// </summary>
    public static EscalationRequest? Decide(IReadOnlyList<SignalRaised> latest, RiskAssessed risk, Reading reading)
    {
        if (Decide(latest, risk) is { } escalation) return escalation;
        var patience = latest.FirstOrDefault(signal => signal.Code is "frustrated" or "resigned");
        var canAct = reading.Commands.Any(command => command is StartProcedure or SetValue or Confirm or Deny);
        return patience is not null && !canAct
            ? new(EscalationKind.Emotional, $"{patience.Words} The agent has nothing to offer for it.")
            : null;
    }

    private static EscalationRequest ByRisk(IReadOnlyList<SignalRaised> latest, RiskAssessed risk)
    {
        // The kind decides how the person repairs it; feelings come first because they are repaired worst when late.
        var kind = risk.Emotional >= risk.Technical ? EscalationKind.Emotional : EscalationKind.Technical;
        var strongest = latest.Where(signal => signal.Kind == kind).MaxBy(signal => signal.Weight);
        return new(kind, strongest?.Words ?? "Several signals together.");
    }
}
