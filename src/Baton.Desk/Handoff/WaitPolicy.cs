using Baton.Journal;

namespace Baton.Desk;

/// <summary>The honest wait of a customer for a person.</summary>
/// <param name="By">When a person answers at the latest.</param>
/// <param name="IsOutOfHours">True when nobody is at work.</param>
internal sealed record ExpectedWait(DateTimeOffset By, bool IsOutOfHours)
{
    /// <summary>What it stands on, to be learned from; null where no wait is learned: out of hours and where another team helps.</summary>
    public StatedWait? Stated { get; init; }
}

/// <summary>How the wait is estimated: from who is at work, how many wait before, and how long others waited lately.</summary>
internal static class WaitPolicy
{
    /// <param name="now">Now.</param>
    /// <param name="workers">Everybody at work.</param>
    /// <param name="waiting">How many others wait for a person.</param>
    /// <param name="team">The customer's team.</param>
    /// <param name="book">How long the team's customers waited.</param>
    /// <param name="hours">When people are at work.</param>
    /// <param name="options">Defaults and lengths.</param>
    public static ExpectedWait Estimate(
        DateTimeOffset now, IReadOnlyList<WorkerPresence> workers, int waiting, string team, WaitBook book, OpeningHours hours, HandoffOptions options)
    {
        if (!hours.IsOpen(now) && hours.NextOpening(now) is { } opening) return new(opening + options.AnswerAfterOpening, true);
        if (workers.Count == 0 && hours.IsUnlimited) return new(now + options.UnstaffedWait, true);

        var available = workers.Where(worker => worker.Availability == Availability.Available).ToList();
        var free = available.Sum(worker => Math.Max(0, worker.Capacity - worker.Holding));
        var isBusy = free <= waiting;
        var basis = isBusy ? options.BusyWait * (1 + ((waiting - free) / Math.Max(1, available.Count))) : options.ExpectedWait;
        var range = book.Expect(team, basis, isBusy);
        // Told in whole minutes, and never sooner than what was learned.
        var latest = range is null ? basis : TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(range.Latest / 60)));
        return new(now + latest, false) { Stated = new(team, basis.TotalSeconds, isBusy, range?.Earliest, range?.Latest, range is null ? null : LearnedWait.Share) };
    }
}
