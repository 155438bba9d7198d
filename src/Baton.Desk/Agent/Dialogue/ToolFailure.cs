using Baton.Journal;

namespace Baton.Desk;

/// <summary>A tool that did not answer: nothing is claimed and a person is called.</summary>
internal static class ToolFailure
{
    public static void Report(TurnState turn, string tool, bool changes, string why)
    {
        turn.Signal("tool-failed", EscalationKind.Technical, changes ? $"'{tool}' did not answer: whether it acted is not known." : $"'{tool}' did not answer, twice.", 0.9);
        turn.Say(turn.Text(changes ? "changeFailed" : "lookupFailed"));
        turn.Escalate(EscalationKind.Technical, changes ? $"'{tool}' did not answer; check whether it acted before doing it again. {why}" : $"'{tool}' does not answer. {why}");
    }
}
