using System.Diagnostics.Metrics;

namespace Baton.Journal;

/// <summary>What the log measures of itself. Meter <c>Baton.Journal</c>.</summary>
internal static class JournalMetrics
{
    /// <summary>The meter's name, for exporters.</summary>
    public const string MeterName = "Baton.Journal";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Events = Meter.CreateCounter<long>("baton.journal.events", "{event}", "Events committed to the log.");
    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("baton.journal.conflicts", "{append}", "Appends refused because the conversation had another version.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("baton.journal.failures", "{commit}", "Commits that failed.");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("baton.journal.batch", "{append}", "Appends that shared a commit.");
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("baton.journal.commit", "ms", "From the first statement of a commit until it is durable.");
    private static readonly Counter<long> Projected = Meter.CreateCounter<long>("baton.journal.projected", "{event}", "Events read into the projections.");

    public static void Committed(int appends, int events, int conflicts, TimeSpan took)
    {
        Events.Add(events);
        if (conflicts > 0) Conflicts.Add(conflicts);
        BatchSize.Record(appends);
        CommitTime.Record(took.TotalMilliseconds);
    }

    public static void Failed() => Failures.Add(1);

    public static void Followed(int events) => Projected.Add(events);
}
