using Baton.Journal;

namespace Baton.Desk;

/// <summary>"No, that's not it" is not a new question: one other try, then a person.</summary>
internal static class Rejection
{
    /// <summary>True when the turn goes on with what the customer named instead.</summary>
    public static bool Apply(TurnState turn, IReadOnlyList<Procedure> starts)
    {
        var rejected = turn.Current?.Procedure ?? turn.Context.History.Select(logged => logged.Event).OfType<ProcedureEnded>().LastOrDefault()?.Procedure;
        if (turn.Current is not null && !starts.Any(start => start.Name == turn.Current.Procedure)) turn.End("cancelled");
        if (starts.Count > 0) return true;
        turn.Memory = turn.Memory with { Rejected = turn.Memory.Rejected + 1 };
        if (turn.Memory.Rejected == 1)
        {
            turn.Say(turn.Text("rejected"), Nearest.Choices(turn, but: rejected));
            return false;
        }
        turn.Signal("reply-rejected", EscalationKind.Technical, "The customer says again that the reply is not the answer.", 0.8);
        turn.Say(turn.Text("rejectedTwice"));
        turn.Escalate(EscalationKind.Technical, "The agent's replies were not what the customer needs, twice.");
        return false;
    }
}
