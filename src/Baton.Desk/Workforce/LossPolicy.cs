using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// What is lost if nobody looks at an agent-handled conversation: the probability that it fails, weighed by how badly late help
/// repairs it. People repair technical failures well even late and emotional ones badly (arXiv 2605.14830), so the same
/// probability loses more where feelings are at stake. Depends on the conversation only, never on the clock: rows move for a reason.
/// </summary>
public static class LossPolicy
{
    /// <summary>How much of a technical failure late help cannot repair; an estimate.</summary>
    private const double TechnicalLoss = 0.6;

    /// <summary>Expected loss, 0 to 1; 0 for what a person has.</summary>
    public static double IfNobodyLooks(ConversationSummary row) =>
        row.Holder == Holder.Agent ? 1 - ((1 - (TechnicalLoss * row.TechnicalRisk)) * (1 - row.EmotionalRisk)) : 0;
}
