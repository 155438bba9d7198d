using Baton.Journal;

namespace Baton.Desk;

/// <summary>What letters lead to in a conversation.</summary>
internal static class LetterActs
{
    /// <summary>A letter of the customer, or a form: the same as writing in chat, with what is on its outside.</summary>
    public static Decision Write(ConversationState state, OpenConversation open, WriteMessage message, LetterArrived letter, Func<CustomerNotified> promise)
    {
        if (state.Receipts.TryGetValue(ConversationState.CustomerKey(message.MessageId), out var first)) return Decision.Repeat(first);
        if (MessageRules.Check(message) is { } refusal) return new([], new() { Refusal = refusal });
        List<ConversationEvent> events = [];
        var epoch = state.Epoch;
        if (state.Version == 0) events.Add(new ConversationOpened(open.Channel, open.Customer, open.Locale, open.Team, open.IsSimulated));
        if (state.Holder == Holder.Closed && state.Version > 0) events.Add(new ConversationReopened(++epoch));
        events.Add(new CustomerWrote(message.MessageId, message.Text, message.Attachments));
        var version = state.Version + events.Count;
        events.Add(letter with { MessageVersion = version });
        if (letter.MayBeAnswered || state.Holder is Holder.Queue or Holder.Worker) return Decision.Happens(events);
        events.Add(new EligibilityDecided(false, "No program may answer this letter."));
        events.Add(new Escalated(EscalationKind.Policy, EscalationTrigger.Algorithm, $"No program may answer this letter: {letter.Evidence}", [version], epoch + 1));
        events.Add(promise());
        return Decision.Happens(events);
    }

    /// <summary>What a program wrote in somebody's place: it is kept and nothing moves, unless it says that a letter of ours did not arrive.</summary>
    public static Decision Note(ConversationState state, LetterArrived letter, LetterTracked? tracked)
    {
        if (state.Version == 0) return Decision.Refuse(RefusalCode.NotFound, "There is no such conversation.");
        if (state.Receipts.TryGetValue(ConversationState.LetterKey(letter.LetterId), out var first)) return Decision.Repeat(first);
        List<ConversationEvent> events = [letter with { MessageVersion = 0 }];
        if (tracked is not null) events.AddRange(Tracked(state, tracked));
        return Decision.Happens(events);
    }

    /// <summary>What became of a letter of ours.</summary>
    public static Decision Track(ConversationState state, LetterTracked tracked) =>
        state.Version == 0 ? Decision.Refuse(RefusalCode.NotFound, "There is no such conversation.") : Decision.Happens([.. Tracked(state, tracked)]);

    /// <summary>That a copy did not arrive is shown; only that the customer's own letter did not is a failure of the service.</summary>
    private static IEnumerable<ConversationEvent> Tracked(ConversationState state, LetterTracked tracked)
    {
        yield return tracked;
        var isCustomers = tracked.Recipient.Length == 0 || state.Letters is null || tracked.Recipient.Equals(state.Letters.AnswerTo.Address, StringComparison.OrdinalIgnoreCase);
        if (isCustomers && tracked.State is (LetterStates.Bounced or LetterStates.Failed))
            yield return new SignalRaised("letter-not-delivered", EscalationKind.Technical, LetterIds.VersionOf(tracked.MessageId), $"The customer did not get this: {tracked.Detail}", 0.6);
    }
}
