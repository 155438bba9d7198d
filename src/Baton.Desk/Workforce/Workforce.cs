using Baton.Journal;

namespace Baton.Desk;

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

    public Task<IReadOnlyList<WorkOffer>> ListOffersAsync(CancellationToken cancellationToken) => Grain.ListOffersAsync().WaitAsync(cancellationToken);

    public Task NoteCustomerAsync(ConversationId conversation, bool isThere, CancellationToken cancellationToken) =>
        Grain.NoteCustomerAsync(conversation, isThere).WaitAsync(cancellationToken);

    public Task DeclineAsync(WorkerId worker, ConversationId conversation, CancellationToken cancellationToken) =>
        Grain.DeclineAsync(worker, conversation).WaitAsync(cancellationToken);

    public Task LookAtAsync(WorkerId worker, ConversationId? conversation, CancellationToken cancellationToken) =>
        Grain.LookAtAsync(worker, conversation).WaitAsync(cancellationToken);

    public Task EndBreatherAsync(WorkerId worker, CancellationToken cancellationToken) => Grain.EndBreatherAsync(worker).WaitAsync(cancellationToken);

    /// <summary>Takes a conversation only if the worker has a place for it: decided in one order for everybody, however many claim at once.</summary>
    public async Task<CommandResult> TakeWithinCapacityAsync(WorkerId worker, ConversationId conversation, Func<bool, Task<CommandResult>> take)
    {
        var hasRoom = await Grain.TryReserveAsync(worker, conversation);
        var result = await take(hasRoom);
        if (hasRoom) await Grain.SettleAsync(conversation, worker, isHeld: true, result.Refusal is null ? result.Version : 0);
        return result;
    }

    /// <summary>Says at once, before the wall can know, that a conversation changed hands.</summary>
    public async Task<CommandResult> NoteAsync(ConversationId conversation, WorkerId worker, bool isHeld, Task<CommandResult> act)
    {
        var result = await act;
        if (result is { Refusal: null, IsRepeat: false }) await Grain.SettleAsync(conversation, worker, isHeld, result.Version);
        return result;
    }
}
