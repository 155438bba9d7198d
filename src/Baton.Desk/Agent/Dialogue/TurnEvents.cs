using Baton.Journal;

namespace Baton.Desk;

/// <summary>Makes the events of a turn: one reply of all its parts, checked, then where the agent is now.</summary>
internal static class TurnEvents
{
    public static AgentTurn Of(TurnState turn, string phrased)
    {
        var events = new List<ConversationEvent>();
        var text = phrased;
        if (turn.Parts.Count > 0 || turn.Escalation is null)
        {
            if (ReplyCheck.Fault(text, turn) is { Code: "agent-repeats" } repeat)
            {
                turn.Signal(repeat.Code, EscalationKind.Technical, repeat.Why, 0.5);
                text = $"{turn.Text("onceMore")} {text}";
            }
            if (ReplyCheck.Fault(text, turn) is { } fault)
            {
                events.Add(new AgentReplyWithheld(text, fault.Why));
                turn.Signal(fault.Code, EscalationKind.Technical, fault.Why, 0.9);
                turn.Escalate(EscalationKind.Technical, $"A reply of the agent was withheld. {fault.Why}");
            }
            else
            {
                events.Add(new AgentReplied(text, turn.Context.MessageVersion, ChoicesOf(turn), [.. turn.Parts.SelectMany(part => part.Sources).Distinct()]));
            }
        }
        events.InsertRange(0, turn.Signals);
        events.AddRange(turn.Ended);
        events.Add(new DialogueAdvanced([.. turn.Frames]) { Memory = turn.Memory });
        return new(events, turn.Escalation, turn.IsResolved && turn.Escalation is null);
    }

    public static string TextOf(IEnumerable<ReplyPart> parts) => string.Join("\n\n", parts.Select(part => part.Text));

    // Only what the last part offers can be meant by a tap.
    private static IReadOnlyList<Choice> ChoicesOf(TurnState turn) =>
        turn.Escalation is not null ? [] : [.. turn.Parts.SelectMany((part, index) => index == turn.Parts.Count - 1 ? part.Choices : part.Choices.Where(choice => choice == turn.PersonChoice)).Distinct()];
}
