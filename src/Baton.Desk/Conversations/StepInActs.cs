using Baton.Journal;

namespace Baton.Desk;

/// <summary>Stepping in for one message: the lightest way to help early.</summary>
internal static class StepInActs
{
    /// <summary>How the short stretch is marked in the log.</summary>
    public const string How = "step-in";

    /// <summary>
    /// A stretch of one message, begun and ended in the same append: whatever the agent was about to say under the old epoch is
    /// dropped, so that both never answer the same words.
    /// </summary>
    public static Decision StepIn(ConversationState state, ActingWorker worker, WriteMessage message)
    {
        if (state.Version == 0) return Decision.Refuse(RefusalCode.NotFound, "There is no such conversation.");
        if (state.Receipts.TryGetValue(ConversationState.WorkerKey(worker.Id, message.MessageId), out var first)) return Decision.Repeat(first);
        if (MessageRules.Check(message) is { } refusal) return new([], new() { Refusal = refusal });
        return state.Holder == Holder.Agent
            ? Decision.Happens(
                new WorkerTookOver(worker.Id, worker.Name, How, state.Epoch + 1),
                new WorkerReplied(worker.Id, worker.Name, message.MessageId, message.Text, message.Attachments),
                new GivenBack(worker.Id, "", state.Epoch + 2))
            : Decision.Refuse(RefusalCode.Conflict, "The agent does not have this conversation. Claim it or take it over to answer.");
    }
}
