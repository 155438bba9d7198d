using Baton.Journal;

namespace Baton.Desk;

/// <summary>Makes the events of a turn: one reply of all its parts, checked, then where the agent is now.</summary>
internal static class TurnEvents
{
    public static AgentTurn Of(TurnState turn, string phrased)
    {
        var events = new List<ConversationEvent>();
        if (turn.Parts.Count > 0 || turn.Escalation is null) Reply(turn, phrased, events);
        events.InsertRange(0, turn.Signals);
        events.AddRange(turn.Ended);
        events.Add(new DialogueAdvanced([.. turn.Frames]) { Memory = turn.Memory });
        return new(events, turn.Escalation, turn.IsResolved && turn.Escalation is null);
    }

    private static void Reply(TurnState turn, string phrased, List<ConversationEvent> events)
    {
        var own = TextOf(turn.Parts);
        var text = phrased;
        if (text != own && ReplyCheck.FaultOfWording(text, own, turn) is { } wording)
        {
            // The procedure's own words are at hand: the customer waits for nobody.
            events.Add(new AgentReplyWithheld(text, wording.Why));
            turn.Signal(wording.Code, EscalationKind.Technical, $"The model's wording was not sent. {wording.Why}", 0.2);
            text = own;
        }
        if (text == own && Unsent(turn, ref text) is { } fault)
        {
            events.Add(new AgentReplyWithheld(text, fault.Why));
            turn.Signal(fault.Code, EscalationKind.Technical, fault.Why, 0.9);
            turn.Escalate(EscalationKind.Technical, $"A reply of the agent was withheld. {fault.Why}");
            return;
        }
        events.Add(new AgentReplied(text, turn.Context.MessageVersion, ChoicesOf(turn), [.. turn.Parts.SelectMany(part => part.Sources).Distinct()]));
    }

    // Saying it once more, and saying so, is better than silence; a third time is not.
    private static ReplyFault? Unsent(TurnState turn, ref string text)
    {
        var fault = ReplyCheck.Fault(text, turn);
        if (fault?.Code != ReplyCheck.Repeats || turn.Wordings("onceMore").Any(wording => Course.LastReply(turn.Context)!.StartsWith(wording, StringComparison.Ordinal))) return fault;
        turn.Signal(fault.Code, EscalationKind.Technical, fault.Why, 0.5);
        text = $"{turn.Text("onceMore")} {text}";
        return ReplyCheck.Fault(text, turn, isRepeatTold: true);
    }

    public static string TextOf(IEnumerable<ReplyPart> parts) => string.Join("\n\n", parts.Select(part => part.Text));

    // Only what the last part offers can be meant by a tap.
    private static IReadOnlyList<Choice> ChoicesOf(TurnState turn) =>
        turn.Escalation is not null ? [] : [.. turn.Parts.SelectMany((part, index) => index == turn.Parts.Count - 1 ? part.Choices : part.Choices.Where(choice => choice == turn.PersonChoice)).Distinct()];
}
