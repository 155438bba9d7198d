using Baton.Journal;

namespace Baton.Desk;

/// <summary>Each team's learned waits: a fold of the log's tail, so that a restart forgets nothing that still counts. Followed on every node.</summary>
internal sealed class WaitBook
{
    /// <summary>Teams are named by whoever opens conversations: a stranger's names must not fill the memory.</summary>
    private const int RememberedTeams = 1_000;

    private readonly Lock _gate = new();
    private readonly ToldWaits _told = new();
    private readonly Dictionary<(string Team, bool IsBusy), LearnedWait> _learned = [];

    /// <summary>Takes in the next event of the log. Called in order, by one follower.</summary>
    public void Apply(LoggedEvent logged)
    {
        lock (_gate)
        {
            if (_told.Apply(logged) is not { } told) return;
            var key = Key(told.Stated.Team, told.Stated.IsBusy);
            if (!_learned.TryGetValue(key, out var known) && _learned.Count >= RememberedTeams) return;
            _learned[key] = (known ?? new()).After(told);
        }
    }

    /// <summary>When a customer of the team is met; null while too few waits like this one are known.</summary>
    /// <param name="team">The team.</param>
    /// <param name="basis">The wait by the settings, for the queue as it is.</param>
    /// <param name="isBusy">True when nobody is free.</param>
    public WaitRange? Expect(string team, TimeSpan basis, bool isBusy)
    {
        lock (_gate) return _learned.GetValueOrDefault(Key(team, isBusy))?.Expect(basis.TotalSeconds);
    }

    private static (string Team, bool IsBusy) Key(string team, bool isBusy) => (team.ToUpperInvariant(), isBusy);
}
