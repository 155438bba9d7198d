namespace Baton.Desk;

/// <summary>The honest wait of a customer for a person.</summary>
/// <param name="By">When a person answers at the latest.</param>
/// <param name="IsOutOfHours">True when nobody is at work.</param>
internal sealed record ExpectedWait(DateTimeOffset By, bool IsOutOfHours);

/// <summary>How the wait is estimated: from who is at work, how many wait before, and how long others waited lately.</summary>
internal static class WaitPolicy
{
    /// <param name="now">Now.</param>
    /// <param name="workers">Everybody at work.</param>
    /// <param name="waiting">How many others wait for a person.</param>
    /// <param name="recentWaits">How long the last customers waited, if known.</param>
    /// <param name="hours">When people are at work.</param>
    /// <param name="options">Defaults and lengths.</param>
    public static ExpectedWait Estimate(
        DateTimeOffset now, IReadOnlyList<WorkerPresence> workers, int waiting, IReadOnlyList<TimeSpan> recentWaits, OpeningHours hours, HandoffOptions options)
    {
        if (!hours.IsOpen(now) && hours.NextOpening(now) is { } opening) return new(opening + options.AnswerAfterOpening, true);
        if (workers.Count == 0 && hours.IsUnlimited) return new(now + options.UnstaffedWait, true);

        var available = workers.Where(worker => worker.Availability == Availability.Available).ToList();
        var free = available.Sum(worker => Math.Max(0, worker.Capacity - worker.Holding));
        if (free > waiting) return new(now + Typical(recentWaits, options), false);
        var rounds = 1 + ((waiting - free) / Math.Max(1, available.Count));
        return new(now + (options.BusyWait * rounds), false);
    }

    /// <summary>Nine in ten of the recent waits were shorter: a promise is to be kept, not to be average.</summary>
    private static TimeSpan Typical(IReadOnlyList<TimeSpan> recent, HandoffOptions options)
    {
        if (recent.Count < 5) return options.ExpectedWait;
        var ninth = recent.Order().ElementAt((int)Math.Ceiling(recent.Count * 0.9) - 1);
        return TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(ninth.TotalMinutes)));
    }
}
