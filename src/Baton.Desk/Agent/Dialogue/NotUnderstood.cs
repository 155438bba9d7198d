using Baton.Journal;

namespace Baton.Desk;

/// <summary>Nothing in the message could be used and nothing is under way.</summary>
internal static class NotUnderstood
{
    public static void Apply(TurnState turn)
    {
        if (Mentioned(turn)) return;
        turn.Memory = turn.Memory with { NotUnderstood = turn.Memory.NotUnderstood + 1 };
        if (turn.Memory.NotUnderstood > 1)
        {
            turn.Signal("not-understood-twice", EscalationKind.Technical, "The agent did not understand two messages in a row.", 0.8);
            turn.Say(turn.Text("notUnderstoodTwice"));
            turn.Escalate(EscalationKind.Technical, "The agent did not understand the customer twice in a row.");
        }
        else if (turn.Reading.Intent is null)
        {
            turn.Signal("out-of-scope", EscalationKind.Technical, "The customer wants something that no procedure covers.", 0.5);
            turn.Say(turn.Text("outOfScope"), Nearest.Choices(turn));
        }
        else
        {
            turn.Say(turn.Text("notUnderstood"), Nearest.Choices(turn));
        }
    }

    // A bare order number is understood; only not what to do about it.
    private static bool Mentioned(TurnState turn)
    {
        var set = turn.Reading.Commands.OfType<Language.SetValue>().FirstOrDefault(set => turn.Memory.Mentioned.ContainsKey(set.Name));
        if (set is null) return false;
        var about = turn.Reading.Nearest.Select(score => turn.Procedures.Find(score.Intent)).OfType<Procedure>().Concat(turn.Procedures.All).DistinctBy(procedure => procedure.Name).Where(procedure => procedure.Values.ContainsKey(set.Name)).Take(5).Select(procedure => Nearest.ChoiceOf(turn, procedure));
        turn.Say(turn.Text("whatAbout", ("value", turn.Memory.Mentioned[set.Name].ToString())), [.. about, turn.PersonChoice]);
        return true;
    }
}
