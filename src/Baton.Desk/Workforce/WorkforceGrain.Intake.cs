namespace Baton.Desk;

/// <summary>When a risky matter may begin.</summary>
/// <param name="Begins">When.</param>
/// <param name="Share">The share of the team's capacity in use.</param>
[GenerateSerializer, Immutable]
internal sealed record IntakePace([property: Id(0)] DateTimeOffset Begins, [property: Id(1)] double Share);

// One pace for a team, whichever node its customers are on.
internal sealed partial class WorkforceGrain
{
    private readonly Dictionary<string, DateTimeOffset> _paced = new(StringComparer.OrdinalIgnoreCase);

    public Task<IntakePace?> PaceAsync(string team)
    {
        var available = Present().Where(presence => presence.Availability == Availability.Available && WorkerProfiles.Of(presence.Worker, dispatch.Value).Serves(team)).ToList();
        var share = IntakePolicy.Share(AtWork(available), load.Value);
        if (share < intake.Value.SlowsFrom)
        {
            _paced.Remove(team);
            return Task.FromResult<IntakePace?>(null);
        }

        var begins = IntakePolicy.Slot(time.GetUtcNow(), _paced.TryGetValue(team, out var last) ? last : null, intake.Value);
        _paced[team] = begins;
        return Task.FromResult<IntakePace?>(new(begins, share));
    }
}
