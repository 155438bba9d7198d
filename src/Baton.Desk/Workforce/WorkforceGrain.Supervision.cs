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
        var chosen = SupervisionPolicy.Assign([.. alone.Select(row => (row.Id, row.Locale.Split('-')[0]))], AtWork(present), load.Value);
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
