using Baton.Desk;
using Baton.Journal;

namespace Baton.Insight;

/// <summary>First come, first served, among workers who speak the language and have not as many conversations as they may: what most desks do.</summary>
internal sealed class FirstComeRouting(string name) : IRouting
{
    private int _last = -1;

    public string Name => name;

    public IReadOnlyList<(ConversationId Conversation, WorkerId Worker)> Route(DateTimeOffset now, IReadOnlyList<WaitingCase> waiting, IReadOnlyList<SimulatedWorker> workers)
    {
        List<(ConversationId, WorkerId)> given = [];
        Dictionary<WorkerId, int> more = [];
        foreach (var @case in waiting.OrderBy(@case => @case.Since))
        {
            var free = workers.Select((worker, at) => (worker, at))
                .Where(entry => entry.worker.Load.Own + entry.worker.Offered + more.GetValueOrDefault(entry.worker.Id) + 1 <= entry.worker.Capacity
                    && entry.worker.Languages.Contains(@case.Language) && !@case.Declined.Contains(entry.worker.Id));
            var (chosen, place) = Name == RoutingNames.LongestIdle
                ? free.OrderBy(entry => more.GetValueOrDefault(entry.worker.Id)).ThenBy(entry => entry.worker.LastGiven).FirstOrDefault()
                : free.OrderBy(entry => entry.at <= _last).ThenBy(entry => entry.at).FirstOrDefault();
            if (chosen is null) continue;
            _last = place;
            more[chosen.Id] = more.GetValueOrDefault(chosen.Id) + 1;
            given.Add((@case.Id, chosen.Id));
        }

        return given;
    }
}
