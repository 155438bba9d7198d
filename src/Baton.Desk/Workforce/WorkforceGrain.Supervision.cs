using Baton.Journal;

namespace Baton.Desk;

// Every conversation that the agent handles has a worker who sees it and to whom it goes first.
internal sealed partial class WorkforceGrain
{
    /// <summary>So many are given a supervisor at once: the rest follows a moment later.</summary>
    private const int SupervisedAtOnce = 200;

    // Beside the grain's requests: a conversation asks here who is at work, and must not wait for one that waits for it.
    private Task _supervising = Task.CompletedTask;

    private void Supervise(List<WorkerPresence> present)
    {
        if (present.Count == 0 || !_supervising.IsCompleted) return;
        var places = present.ToDictionary(presence => presence.Worker.Id, presence => presence.Worker);
        var alone = wall.Rows
            .Where(row => row is { Holder: Holder.Agent, IsEmpty: false } && (row.Supervisor is not { } supervisor || !places.ContainsKey(supervisor)))
            .OrderByDescending(row => row.Risk).ThenBy(row => row.OpenedAt).Take(SupervisedAtOnce).ToList();
        if (alone.Count == 0) return;
        var workers = AtWork(present);
        List<(ConversationId Conversation, WorkerId Worker)> chosen = [];
        foreach (var team in alone.GroupBy(row => row.Team))
        {
            // As with languages: a stranger who watches is better than nobody.
            var members = workers.Where(worker => worker.Teams.IsEmpty || worker.Teams.Contains(team.Key, StringComparer.OrdinalIgnoreCase)).ToList();
            var given = SupervisionPolicy.Assign([.. team.Select(row => (row.Id, row.Locale.Split('-')[0]))], members.Count > 0 ? members : workers, load.Value);
            var more = given.CountBy(pair => pair.Worker).ToDictionary();
            workers = [.. workers.Select(worker => worker with { Load = worker.Load with { Supervised = worker.Load.Supervised + more.GetValueOrDefault(worker.Id) } })];
            chosen.AddRange(given);
        }

        _supervising = SuperviseAsync([.. chosen.Select(pair => (pair.Conversation, places[pair.Worker]))]);
    }

    private async Task SuperviseAsync(IReadOnlyList<(ConversationId Conversation, ActingWorker Worker)> chosen)
    {
        try
        {
            await Task.WhenAll(chosen.Select(pair => GrainFactory.GetGrain<IConversationGrain>(pair.Conversation.Value).SuperviseAsync(pair.Worker)));
        }
        catch (Exception failure)
        {
            // Those that failed have no supervisor yet and come again with the next round.
            LogDispatchFailed(logger, failure);
        }
    }
}
