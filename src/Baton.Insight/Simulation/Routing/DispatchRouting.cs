using Baton.Desk;
using Baton.Journal;

namespace Baton.Insight;

internal sealed class DispatchRouting(DispatchOptions options, LoadOptions load) : IRouting
{
    public string Name => RoutingNames.Dispatch;

    public IReadOnlyList<(ConversationId Conversation, WorkerId Worker)> Route(DateTimeOffset now, IReadOnlyList<WaitingCase> waiting, IReadOnlyList<SimulatedWorker> workers) =>
        [.. DispatchPolicy.Decide(now, waiting, [.. workers.Select(worker => worker.Now)], options, load).Assignments.Select(assignment => (assignment.Conversation, assignment.Worker))];
}
