using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Who supervises which agent-handled conversation: whoever speaks the language and has the most room, one after the other, so that
/// the conversations at risk spread first. Nobody gets more than <see cref="LoadOptions.MostSupervised"/>: a watcher of everything
/// watches nothing.
/// </summary>
public static class SupervisionPolicy
{
    /// <summary>Chooses a supervisor for each conversation that has none, as far as there is room; the first ones first.</summary>
    /// <param name="conversations">The conversations with their languages, ISO 639-1.</param>
    /// <param name="workers">Everybody at work.</param>
    /// <param name="load">Weights and the cap.</param>
    public static IReadOnlyList<(ConversationId Conversation, WorkerId Worker)> Assign(
        IReadOnlyList<(ConversationId Conversation, string Language)> conversations, IReadOnlyCollection<WorkerAtWork> workers, LoadOptions load)
    {
        List<(ConversationId, WorkerId)> chosen = [];
        // A queue for each language: within it the worker who carries least is always on top.
        Dictionary<string, PriorityQueue<WorkerAtWork, double>> queues = new(StringComparer.Ordinal);
        Dictionary<WorkerId, WorkerAtWork> latest = workers.ToDictionary(worker => worker.Id);
        foreach (var (conversation, language) in conversations)
        {
            if (!queues.TryGetValue(language, out var queue)) queue = queues[language] = QueueFor(language, workers, load);
            while (queue.TryDequeue(out var worker, out _))
            {
                var now = latest[worker.Id];
                if (IsFull(now, load)) continue;
                if (!ReferenceEquals(now, worker))
                {
                    // Another language's queue gave this worker more meanwhile.
                    queue.Enqueue(now, Weight(now, load));
                    continue;
                }

                var more = worker with { Load = worker.Load with { Supervised = worker.Load.Supervised + 1 } };
                latest[worker.Id] = more;
                queue.Enqueue(more, Weight(more, load));
                chosen.Add((conversation, worker.Id));
                break;
            }
        }

        return chosen;
    }

    private static PriorityQueue<WorkerAtWork, double> QueueFor(string language, IReadOnlyCollection<WorkerAtWork> workers, LoadOptions load)
    {
        var speakers = workers.Where(worker => worker.Languages.IsEmpty || worker.Languages.Contains(language)).ToList();
        return new((speakers.Count > 0 ? speakers : [.. workers]).Select(worker => (worker, Weight(worker, load))));
    }

    private static bool IsFull(WorkerAtWork worker, LoadOptions load) => worker.Load.Watched + worker.Load.Supervised >= load.MostSupervised;

    /// <summary>The share of the capacity in use, and a little for each supervised conversation where it weighs nothing.</summary>
    private static double Weight(WorkerAtWork worker, LoadOptions load) =>
        (worker.Load.Cognitive(load) / worker.Capacity) + ((worker.Load.Watched + worker.Load.Supervised) * 1e-3);
}
