using Baton.Journal;

namespace Baton.Desk;

/// <summary>What a worker may do, and what it leads to.</summary>
internal static class WorkerActs
{
    private static readonly Decision Unknown = Decision.Refuse(RefusalCode.NotFound, "There is no such conversation.");

    public static Decision Claim(ConversationState state, ActingWorker worker, Notices notices, bool hasRoom)
    {
        if (state.Version == 0) return Unknown;
        if (IsHeldBy(state, worker)) return Decision.Nothing;
        if (state.Holder == Holder.Worker) return HeldByOther(state);
        if (state.Holder != Holder.Queue) return Decision.Refuse(RefusalCode.Conflict, "Only a waiting conversation can be claimed. Take it over instead.");
        return hasRoom
            ? Decision.Happens(TakeOver(state, worker, "claim", notices))
            : Decision.Refuse(RefusalCode.AtCapacity, "You hold as many conversations as your capacity allows. Close one, give one back, or raise your capacity.");
    }

    public static Decision TakeOver(ConversationState state, ActingWorker worker, Notices notices)
    {
        if (state.Version == 0) return Unknown;
        return IsHeldBy(state, worker) ? Decision.Nothing : Decision.Happens(TakeOver(state, worker, "takeover", notices));
    }

    /// <summary>Writing is taking over: there is no state in which a worker's words and the agent's both go out.</summary>
    public static Decision Reply(ConversationState state, ActingWorker worker, WriteMessage message, Notices notices)
    {
        if (state.Version == 0) return Unknown;
        if (state.Receipts.TryGetValue(ConversationState.WorkerKey(worker.Id, message.MessageId), out var first)) return Decision.Repeat(first);
        if ((MessageRules.Check(message) ?? message.Letter?.Check()) is { } refusal) return new([], new() { Refusal = refusal });
        var hasJoined = state.Protection.HasJoined(worker.Id);
        if (state.Holder == Holder.Worker && !IsHeldBy(state, worker) && !hasJoined) return HeldByOther(state);
        var reply = new WorkerReplied(worker.Id, worker.Name, message.MessageId, message.Text, message.Attachments);
        return IsHeldBy(state, worker) || hasJoined
            ? Decision.Happens(reply)
            : Decision.Happens([.. TakeOver(state, worker, "reply", notices), reply]);
    }

    public static Decision Whisper(ConversationState state, ActingWorker worker, string text)
    {
        if (state.Version == 0) return Unknown;
        if (string.IsNullOrWhiteSpace(text)) return Decision.Refuse(RefusalCode.Invalid, "A whisper needs a text.");
        if (MessageRules.CheckText(text) is { } refusal) return new([], new() { Refusal = refusal });
        return state.Holder == Holder.Closed
            ? Decision.Refuse(RefusalCode.Conflict, "The conversation is closed; the agent will not speak in it again.")
            : Decision.Happens(new WorkerWhispered(worker.Id, worker.Name, text));
    }

    public static Decision GiveBack(ConversationState state, ActingWorker worker, string agreed, Notices notices)
    {
        if (state.Version == 0) return Unknown;
        if (agreed.Length > 2_000) return Decision.Refuse(RefusalCode.Invalid, "What was agreed has at most 2,000 characters.");
        if (MessageRules.CheckText(agreed) is { } refusal) return new([], new() { Refusal = refusal });
        return IsHeldBy(state, worker)
            ? Decision.Happens(new GivenBack(worker.Id, agreed, state.Epoch + 1), notices.AgentHere(state.Locale))
            : NotHeld(state);
    }

    public static Decision Release(ConversationState state, ActingWorker worker, string why, CustomerNotified promise)
    {
        if (state.Version == 0) return Unknown;
        if (MessageRules.CheckText(why) is { } refusal) return new([], new() { Refusal = refusal });
        return IsHeldBy(state, worker)
            ? Decision.Happens(new WorkerReleased(worker.Id, why, state.Epoch + 1), promise)
            : NotHeld(state);
    }

    public static Decision Close(ConversationState state, ActingWorker worker, string outcome, Notices notices)
    {
        if (state.Version == 0) return Unknown;
        if (outcome is not ("resolved" or "unresolved")) return Decision.Refuse(RefusalCode.Invalid, "The outcome is 'resolved' or 'unresolved'.");
        if (state.Holder == Holder.Closed) return Decision.Nothing;
        if (state.Holder == Holder.Worker && !IsHeldBy(state, worker)) return HeldByOther(state);
        return Decision.Happens(new ConversationClosed("worker", worker.Id, outcome), notices.Closed(state.Locale));
    }

    private static bool IsHeldBy(ConversationState state, ActingWorker worker) => state.Holder == Holder.Worker && state.Worker?.Id == worker.Id;

    private static Decision HeldByOther(ConversationState state) =>
        Decision.Refuse(RefusalCode.HeldByOther, $"{state.Worker!.Name} holds this conversation. Take it over to answer yourself.");

    private static Decision NotHeld(ConversationState state) =>
        state.Holder == Holder.Worker ? HeldByOther(state) : Decision.Refuse(RefusalCode.Conflict, "You do not hold this conversation.");

    /// <summary>From a closed conversation too: whoever writes to a customer opens it again.</summary>
    private static List<ConversationEvent> TakeOver(ConversationState state, ActingWorker worker, string how, Notices notices)
    {
        var reopened = state.Holder == Holder.Closed;
        var epoch = state.Epoch + (reopened ? 2 : 1);
        List<ConversationEvent> events = reopened ? [new ConversationReopened(state.Epoch + 1)] : [];
        events.Add(new WorkerTookOver(worker.Id, worker.Name, how, epoch));
        events.Add(notices.PersonHere(state.Locale, worker.Name));
        return events;
    }
}
