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
public sealed record WorkerPresence([property: Id(0)] ActingWorker Worker, [property: Id(1)] Availability Availability, [property: Id(2)] int Capacity, [property: Id(3)] int Holding);

/// <summary>Who is at work.</summary>
public interface IWorkforce
{
    /// <summary>A worker's console says where the worker is; repeat at least every 30 seconds, or the worker counts as offline after 60.</summary>
    Task SetPresenceAsync(ActingWorker worker, Availability availability, int capacity, CancellationToken cancellationToken);

    /// <summary>Everybody who is not offline.</summary>
    Task<IReadOnlyList<WorkerPresence>> ListAsync(CancellationToken cancellationToken);
}
