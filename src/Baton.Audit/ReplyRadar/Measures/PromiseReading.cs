namespace Baton.Audit;

/// <summary>Promises and what became of them.</summary>
internal static class PromiseReading
{
    /// <summary>All promises of a probe, each against the next reply after it.</summary>
    public static IEnumerable<PromiseResult> Of(ProbeReading probe, WorkingCalendar calendar)
    {
        foreach (var letter in probe.Course.Letters)
        {
            if (letter.Outcome.Promise is not { } promise) continue;
            var due = PromiseDue.Of(promise, letter.At, calendar);
            var reply = probe.Course.Letters.FirstOrDefault(later => later.IsReply && later.At > letter.At)?.At;
            if (probe.Course.Elsewhere.Where(seen => seen.At > letter.At).Select(seen => (DateTimeOffset?)seen.At).Min() is { } call && (reply is null || call < reply)) reply = call;
            yield return new(probe.Course.Plan.Key, probe.Course.Plan.Route, letter.At, promise.Quote, due, Fate(probe, due, reply), reply);
        }
    }

    private static PromiseFate Fate(ProbeReading probe, DateTimeOffset? due, DateTimeOffset? reply)
    {
        if (due is not { } time) return PromiseFate.CouldNotTell;
        if (reply <= time) return PromiseFate.Kept;
        if (probe.WatchedUntil < time) return probe.Course.Opening!.At.AddDays(probe.Scope.WaitDays) < time ? PromiseFate.CouldNotTell : PromiseFate.Open;

        // Whoever was told that no further reply is needed, or whose answer nobody has placed yet, has broken nothing.
        return probe.UnclearSince <= time || probe.Course.Closing?.At < time ? PromiseFate.CouldNotTell : PromiseFate.Broken;
    }
}
