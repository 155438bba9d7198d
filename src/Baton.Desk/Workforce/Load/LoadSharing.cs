using System.Collections.Immutable;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>Who lets others see the own emotional load. Nobody does who has not said so.</summary>
public interface ILoadSharing
{
    /// <summary>Whether this worker shares.</summary>
    Task<bool> IsSharedAsync(WorkerId worker, CancellationToken cancellationToken);

    /// <summary>The worker shares from now on, or no longer. Only the worker's own choice may come here.</summary>
    Task ChooseAsync(WorkerId worker, bool isShared, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class LoadSharing(IKeptValues kept) : ILoadSharing
{
    private const string Drawer = "load-shared";
    private const int MostWorkers = 10_000;

    private ImmutableHashSet<WorkerId> _shared = [];

    public async Task<bool> IsSharedAsync(WorkerId worker, CancellationToken cancellationToken) => await kept.GetAsync(Drawer, worker.Value, cancellationToken) is not null;

    public async Task ChooseAsync(WorkerId worker, bool isShared, CancellationToken cancellationToken)
    {
        // Taking it back holds here before it is kept.
        if (!isShared) ImmutableInterlocked.Update(ref _shared, shared => shared.Remove(worker));
        if (isShared) await kept.PutAsync(Drawer, worker.Value, "yes", cancellationToken);
        else await kept.RemoveAsync(Drawer, worker.Value, cancellationToken);
        if (isShared) ImmutableInterlocked.Update(ref _shared, shared => shared.Add(worker));
    }

    /// <summary>As last looked up, at most some seconds old where another node was told.</summary>
    public bool IsShown(WorkerId worker) => _shared.Contains(worker);

    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        _shared = [.. (await kept.ListAsync(Drawer, MostWorkers, cancellationToken)).Select(value => new WorkerId(value.Key))];
}
