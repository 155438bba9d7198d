using Baton.Journal;

namespace Baton.Desk;

/// <summary>Whether a worker takes conversations now.</summary>
public enum Availability
{
    /// <summary>Not signed in.</summary>
    Offline,

    /// <summary>Signed in, takes none.</summary>
    Away,

    /// <summary>Takes conversations up to the capacity.</summary>
    Available,
}

/// <summary>A worker at work.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Availability">Whether conversations are taken.</param>
/// <param name="Capacity">How many at once, 1 to 50.</param>
/// <param name="Holding">How many now.</param>
[GenerateSerializer, Immutable]
public sealed record WorkerPresence([property: Id(0)] ActingWorker Worker, [property: Id(1)] Availability Availability, [property: Id(2)] int Capacity, [property: Id(3)] int Holding)
{
    /// <summary>The conversation the worker looks at now; null for none.</summary>
    [Id(4)] public ConversationId? LooksAt { get; init; }

    /// <summary>Until when nothing is given to the worker after a hard case; null for no breather.</summary>
    [Id(5)] public DateTimeOffset? BreatherUntil { get; init; }
}

/// <summary>A conversation that is kept for a worker for a while.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Worker">For whom.</param>
/// <param name="Until">Until when; then somebody else is asked.</param>
[GenerateSerializer, Immutable]
public sealed record WorkOffer([property: Id(0)] ConversationId Conversation, [property: Id(1)] WorkerId Worker, [property: Id(2)] DateTimeOffset Until);

/// <summary>Who is at work.</summary>
public interface IWorkforce
{
    /// <summary>A worker's console says where the worker is; repeat at least every 30 seconds, or the worker counts as offline after 60.</summary>
    Task SetPresenceAsync(ActingWorker worker, Availability availability, int capacity, CancellationToken cancellationToken);

    /// <summary>Everybody who is not offline.</summary>
    Task<IReadOnlyList<WorkerPresence>> ListAsync(CancellationToken cancellationToken);

    /// <summary>What is offered to whom now.</summary>
    Task<IReadOnlyList<WorkOffer>> ListOffersAsync(CancellationToken cancellationToken);

    /// <summary>A customer opened the chat, or closed it; every stream that begins says so once, and once when it ends.</summary>
    Task NoteCustomerAsync(ConversationId conversation, bool isThere, CancellationToken cancellationToken);

    /// <summary>The worker says no to an offer: somebody else is asked at once.</summary>
    Task DeclineAsync(WorkerId worker, ConversationId conversation, CancellationToken cancellationToken);

    /// <summary>A worker opened a conversation, or null for none: leads see who looks at what.</summary>
    Task LookAtAsync(WorkerId worker, ConversationId? conversation, CancellationToken cancellationToken);

    /// <summary>The worker ends the breather after a hard case early.</summary>
    Task EndBreatherAsync(WorkerId worker, CancellationToken cancellationToken);
}
