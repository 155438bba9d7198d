using Baton.Journal;

namespace Baton.Desk;

/// <summary>Who is at work. Presence is repeated by every console, so it needs no store: after a crash it is back within seconds.</summary>
internal interface IWorkforceGrain : IGrainWithIntegerKey
{
    Task SetPresenceAsync(ActingWorker worker, Availability availability, int capacity);

    Task<IReadOnlyList<WorkerPresence>> ListAsync();
}

/// <inheritdoc cref="IWorkforceGrain"/>
internal sealed class WorkforceGrain(TimeProvider time) : Grain, IWorkforceGrain
{
    private static readonly TimeSpan OfflineAfter = TimeSpan.FromSeconds(60);

    private readonly Dictionary<WorkerId, (WorkerPresence Presence, DateTimeOffset SeenAt)> _present = [];

    public Task SetPresenceAsync(ActingWorker worker, Availability availability, int capacity)
    {
        if (availability == Availability.Offline) _present.Remove(worker.Id);
        else _present[worker.Id] = (new(worker, availability, Math.Clamp(capacity, 1, 50), 0), time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WorkerPresence>> ListAsync()
    {
        var offline = time.GetUtcNow() - OfflineAfter;
        foreach (var (id, (_, seenAt)) in _present)
        {
            if (seenAt < offline) _present.Remove(id);
        }

        return Task.FromResult<IReadOnlyList<WorkerPresence>>([.. _present.Values.Select(entry => entry.Presence)]);
    }
}

/// <summary>Adds to presence what each worker holds, which the wall knows.</summary>
internal sealed class Workforce(IGrainFactory grains, IWall wall) : IWorkforce
{
    private IWorkforceGrain Grain => grains.GetGrain<IWorkforceGrain>(0);

    public Task SetPresenceAsync(ActingWorker worker, Availability availability, int capacity, CancellationToken cancellationToken) =>
        Grain.SetPresenceAsync(worker, availability, capacity).WaitAsync(cancellationToken);

    public async Task<IReadOnlyList<WorkerPresence>> ListAsync(CancellationToken cancellationToken)
    {
        var present = await Grain.ListAsync().WaitAsync(cancellationToken);
        if (present.Count == 0) return present;
        var holding = wall.Rows.Where(row => row.Worker is not null).CountBy(row => row.Worker!.Value).ToDictionary();
        return [.. present.Select(presence => presence with { Holding = holding.GetValueOrDefault(presence.Worker.Id) })];
    }
}
