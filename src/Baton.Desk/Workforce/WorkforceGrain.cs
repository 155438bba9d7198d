using Baton.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// Who is at work, and the one place where it is decided, one decision after the other, who gets what. Presence is repeated by every
/// console, so it needs no store: after a crash it is back within seconds.
/// </summary>
internal interface IWorkforceGrain : IGrainWithIntegerKey
{
    Task SetPresenceAsync(ActingWorker worker, Availability availability, int capacity);

    Task<IReadOnlyList<WorkerPresence>> ListAsync();

    Task LookAtAsync(WorkerId worker, ConversationId? conversation);

    /// <summary>Keeps one of the worker's places for a conversation; false when there is none.</summary>
    Task<bool> TryReserveAsync(WorkerId worker, ConversationId conversation);

    /// <summary>What became of it: who holds the conversation from this version on, or nobody. Version 0: the reservation came to nothing.</summary>
    Task SettleAsync(ConversationId conversation, WorkerId worker, bool isHeld, int version);

    Task<IReadOnlyList<WorkOffer>> ListOffersAsync();

    Task<FloorView> LookAsync();

    /// <summary>A customer opened the chat, or closed it.</summary>
    Task NoteCustomerAsync(ConversationId conversation, bool isThere);

    Task DeclineAsync(WorkerId worker, ConversationId conversation);

    Task EndBreatherAsync(WorkerId worker);

    /// <summary>When the team's next risky matter may begin; null while people have room.</summary>
    Task<IntakePace?> PaceAsync(string team);
}

/// <inheritdoc cref="IWorkforceGrain"/>
internal sealed partial class WorkforceGrain(
    Wall wall,
    LoadBook loads,
    IJournal journal,
    IOptions<DispatchOptions> dispatch,
    HandoffTeams teams,
    IOptions<LoadOptions> load,
    IOptions<IntakeOptions> intake,
    TimeProvider time,
    ILogger<WorkforceGrain> logger) : Grain, IWorkforceGrain
{
    /// <summary>A program that acts for a worker without a console has no capacity of its own.</summary>
    private const int CapacityWithoutPresence = 50;

    private static readonly TimeSpan OfflineAfter = TimeSpan.FromSeconds(60);

    private readonly Dictionary<WorkerId, (WorkerPresence Presence, DateTimeOffset SeenAt)> _present = [];
    private readonly HandLedger _ledger = new(time);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // After a node was lost this one decides on: what the other one's claims led to must be on this wall first.
        await wall.WaitForAsync(await journal.GetHeadAsync(cancellationToken), cancellationToken);
        this.RegisterGrainTimer(DispatchAsync, new() { DueTime = dispatch.Value.Every, Period = dispatch.Value.Every, KeepAlive = true });
    }

    public Task SetPresenceAsync(ActingWorker worker, Availability availability, int capacity)
    {
        if (availability == Availability.Offline) _present.Remove(worker.Id);
        else _present[worker.Id] = (new(worker, availability, Math.Clamp(capacity, 1, 50), 0) { LooksAt = _present.GetValueOrDefault(worker.Id).Presence?.LooksAt }, time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WorkerPresence>> ListAsync() => Task.FromResult<IReadOnlyList<WorkerPresence>>([.. Present()]);

    public Task LookAtAsync(WorkerId worker, ConversationId? conversation)
    {
        if (_present.TryGetValue(worker, out var entry)) _present[worker] = entry with { Presence = entry.Presence with { LooksAt = conversation } };
        return Task.CompletedTask;
    }

    public Task<bool> TryReserveAsync(WorkerId worker, ConversationId conversation)
    {
        var capacity = _present.TryGetValue(worker, out var entry) ? entry.Presence.Capacity : CapacityWithoutPresence;
        return Task.FromResult(_ledger.TryReserve(worker, conversation, capacity, wall));
    }

    public Task SettleAsync(ConversationId conversation, WorkerId worker, bool isHeld, int version)
    {
        if (version == 0) _ledger.Cancel(conversation, worker);
        else _ledger.Note(conversation, worker, isHeld, version);
        return Task.CompletedTask;
    }

    public Task EndBreatherAsync(WorkerId worker)
    {
        loads.EndBreather(worker);
        return Task.CompletedTask;
    }

    private IEnumerable<WorkerPresence> Present()
    {
        var offline = time.GetUtcNow() - OfflineAfter;
        foreach (var (id, (_, seenAt)) in _present)
        {
            if (seenAt < offline) _present.Remove(id);
        }

        return _present.Values.Select(entry => entry.Presence with { BreatherUntil = loads.Of(entry.Presence.Worker.Id).BreatherUntil is { } until && until > time.GetUtcNow() ? until : null });
    }
}
