using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>When signals and risk mean that a person is needed now.</summary>
internal static class EscalationPolicy
{
    public static EscalationRequest? Decide(IReadOnlyList<SignalRaised> latest, Assessment assessment)
    {
        if (latest.FirstOrDefault(signal => signal.Kind == EscalationKind.Requested) is { } request)
            return new(EscalationKind.Requested, request.Words);
        return assessment.Risk.Level == RiskLevel.Escalate ? ByRisk(latest, assessment.Kind) : null;
    }

    /// <summary>
    /// A customer's message as it was read: also escalates who is losing patience and says nothing that the agent could act on. To
    /// such a customer a list of what the agent can do is one more wall.
    /// </summary>
    public static EscalationRequest? Decide(IReadOnlyList<SignalRaised> latest, Assessment assessment, Reading reading)
    {
        if (Decide(latest, assessment) is { } escalation) return escalation;
        var patience = latest.FirstOrDefault(signal => signal.Code is "frustrated" or "resigned");
        var canAct = reading.Commands.Any(command => command is StartProcedure or SetValue or Confirm or Deny);
        return patience is not null && !canAct
            ? new(EscalationKind.Emotional, $"{patience.Words} The agent has nothing to offer for it.")
            : null;
    }

    private static EscalationRequest ByRisk(IReadOnlyList<SignalRaised> latest, EscalationKind kind)
    {
        var strongest = latest.Where(signal => signal.Kind == kind).MaxBy(signal => signal.Weight);
        return new(kind, strongest?.Words ?? "The course of the conversation: several signs together.");
    }
}
