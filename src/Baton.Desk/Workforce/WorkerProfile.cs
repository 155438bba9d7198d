namespace Baton.Desk;

/// <summary>What a worker can do beyond being there.</summary>
public sealed class WorkerProfile
{
    /// <summary>Languages the worker answers in, ISO 639-1. Default: empty, every language.</summary>
    public IList<string> Languages { get; } = [];

    /// <summary>Skills, named like the intents they serve. Default: empty.</summary>
    public IList<string> Skills { get; } = [];

    /// <summary>Teams whose customers the worker is offered. Default: empty, every team.</summary>
    public IList<string> Teams { get; } = [];

    /// <summary>Whether the worker is offered this team's customers.</summary>
    internal bool Serves(string team) => Teams.Count == 0 || Teams.Contains(team, StringComparer.OrdinalIgnoreCase);
}

internal static class WorkerProfiles
{
    private static readonly WorkerProfile Any = new();

    /// <summary>The worker's profile, found by the account's key or by name; without one a worker answers every language and has no special skill.</summary>
    public static WorkerProfile Of(ActingWorker worker, DispatchOptions options) =>
        options.Profiles.TryGetValue(worker.Id.Value, out var byId) ? byId : options.Profiles.TryGetValue(worker.Name, out var byName) ? byName : Any;
}
