using System.Collections.Concurrent;
using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Feeds <see cref="WaitPolicy"/> with what is true now, for each team of its own.</summary>
internal sealed class WaitEstimator(IWorkforce workforce, Wall wall, WaitBook book, HandoffTeams teams, IOptions<DispatchOptions> dispatch, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Estimate> _latest = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone in which the team's promised times are told.</summary>
    public TimeZoneInfo ZoneOf(string team) => teams.Of(team).Hours.Zone;

    /// <summary>What a customer of the team who asks now would be told; at most a second old, since every turn may need it.</summary>
    public async Task<ExpectedWait> EstimateAsync(string team = Team.Default)
    {
        var now = time.GetUtcNow();
        if (_latest.TryGetValue(team, out var latest) && now - latest.At < TimeSpan.FromSeconds(1) && now >= latest.At) return latest.Wait;
        var workers = await workforce.ListAsync(CancellationToken.None);
        var settings = teams.Of(team);
        var wait = Own(settings, workers, now);
        if (teams.OverflowOf(settings, now) is { } other) wait = Sooner(wait, Own(other, workers, now), settings.OverflowDelay(settings.Hours.IsOpen(now)));
        // Of more teams than are remembered nothing is kept here either.
        if (ReferenceEquals(settings, teams.Of(team))) _latest[team] = new(now, wait);
        return wait;
    }

    private ExpectedWait Own(TeamHandoff team, IReadOnlyList<WorkerPresence> workers, DateTimeOffset now)
    {
        var waiting = wall.Rows.Count(row => row is { Holder: Holder.Queue, IsEmpty: false, NotBefore: null } && string.Equals(row.Team, team.Team, StringComparison.OrdinalIgnoreCase));
        return WaitPolicy.Estimate(
            now, [.. workers.Where(worker => WorkerProfiles.Of(worker.Worker, dispatch.Value).Serves(team.Team))], waiting, team.Team, book, team.Hours, team.Waits);
    }

    /// <summary>The other team comes after a time: that is promised only where it is sooner and somebody is there.</summary>
    private static ExpectedWait Sooner(ExpectedWait own, ExpectedWait other, TimeSpan after) =>
        !other.IsOutOfHours && other.By + after < own.By ? new(other.By + after, false) : own;

    private sealed record Estimate(DateTimeOffset At, ExpectedWait Wait);
}
