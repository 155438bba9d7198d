using Baton.Journal;

namespace Baton.Desk;

/// <summary>What a customer may do, and what it leads to.</summary>
internal static class CustomerActs
{
    public static Decision Open(ConversationState state, OpenConversation command, CustomerNotified welcome) =>
        state.Version > 0
            ? Decision.Refuse(RefusalCode.Conflict, "This conversation is already open.")
            : Decision.Happens(
                new ConversationOpened(command.Channel, command.Customer, command.Locale, command.Team, command.IsSimulated),
                welcome);

    /// <summary>A closed conversation goes on with the agent; what a person agreed in it stays in the log.</summary>
    public static Decision Write(ConversationState state, WriteMessage message)
    {
        if (state.Receipts.TryGetValue(ConversationState.CustomerKey(message.MessageId), out var first)) return Decision.Repeat(first);
        if (MessageRules.Check(message) is { } refusal) return new([], new() { Refusal = refusal });
        var wrote = new CustomerWrote(message.MessageId, message.Text, message.Attachments);
        return state.Holder == Holder.Closed
            ? Decision.Happens(new ConversationReopened(state.Epoch + 1), wrote)
            : Decision.Happens(wrote);
    }

    /// <summary>Works in every state and is never argued with. Who already waits for a person, or has one, changes nothing.</summary>
    public static Decision AskForPerson(ConversationState state, CustomerNotified promise)
    {
        if (state.Holder is Holder.Queue or Holder.Worker) return Decision.Nothing;
        var epoch = state.Epoch + 1;
        var escalated = new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "The customer asks for a person.", [], state.Holder == Holder.Closed ? epoch + 1 : epoch);
        return state.Holder == Holder.Closed
            ? Decision.Happens(new ConversationReopened(epoch), escalated, promise)
            : Decision.Happens(escalated, promise);
    }

    /// <summary>The last rating counts; the same again changes nothing.</summary>
    public static Decision Rate(ConversationState state, int score, string comment)
    {
        if (score is < 1 or > 5) return Decision.Refuse(RefusalCode.Invalid, "A rating is a whole number from 1 (bad) to 5 (good).");
        if (comment.Length > 2_000) return Decision.Refuse(RefusalCode.Invalid, "A comment has at most 2,000 characters.");
        return state.Rating == score && comment.Length == 0 ? Decision.Nothing : Decision.Happens(new ConversationRated(score, comment));
    }

    public static Decision Leave(ConversationState state) =>
        state.Holder == Holder.Closed
            ? Decision.Nothing
            : Decision.Happens(new ConversationClosed("customer", null, state.WaitingSince is null ? "resolved" : "unresolved"));
}
