using Baton.Journal;

namespace Baton.Desk;

/// <summary>Who supervises a conversation.</summary>
internal static class SupervisionActs
{
    /// <summary>Only while the agent has it: whoever has a person needs no watcher. The same again changes nothing.</summary>
    public static Decision Assign(ConversationState state, ActingWorker worker) =>
        state.Holder != Holder.Agent || state.Supervisor == worker.Id ? Decision.Nothing : Decision.Happens(new SupervisorAssigned(worker.Id, worker.Name));
}
