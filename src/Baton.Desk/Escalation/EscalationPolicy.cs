using Baton.Journal;

namespace Baton.Desk;

/// <summary>When signals and risk mean that a person is needed now.</summary>
internal static class EscalationPolicy
{
    public static EscalationRequest? Decide(IReadOnlyList<SignalRaised> latest, RiskAssessed risk)
    {
        if (latest.FirstOrDefault(signal => signal.Kind == EscalationKind.Requested) is { } request)
            return new(EscalationKind.Requested, request.Words);
        if (risk.Level != RiskLevel.Escalate) return null;

        // The kind decides how the person repairs it; feelings come first because they are repaired worst when late.
        var kind = risk.Emotional >= risk.Technical ? EscalationKind.Emotional : EscalationKind.Technical;
        var strongest = latest.Where(signal => signal.Kind == kind).MaxBy(signal => signal.Weight);
        return new(kind, strongest?.Words ?? "Several signals together.");
    }
}
