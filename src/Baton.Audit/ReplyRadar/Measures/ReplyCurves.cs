namespace Baton.Audit;

/// <summary>Curves and comparisons of first replies.</summary>
internal static class ReplyCurves
{
    private const double Half = 0.5;
    private const int Digits = 9;

    /// <summary>By wall clock.</summary>
    public static ReplyCurve ByClock(IReadOnlyList<ProbeReading> probes) =>
        Curve(probes, Clock, [("1 hour", 1), ("4 hours", 4), ("1 day", 24), ("2 days", 48), ("5 days", 120)]);

    /// <summary>By the organisation's own hours.</summary>
    public static ReplyCurve ByWorkingTime(IReadOnlyList<ProbeReading> probes, WorkingCalendar calendar, double day) =>
        Curve(probes, (from, to) => calendar.Between(from, to).TotalHours, [("1 working hour", 1), ("4 working hours", 4), ("1 working day", day), ("2 working days", 2 * day), ("5 working days", 5 * day)]);

    /// <summary>Whether groups of probes differ in how fast a reply comes.</summary>
    public static ReplyComparison? Compare(string by, IReadOnlyList<ProbeReading> probes, Func<ProbeReading, string> group)
    {
        var names = probes.Select(group).Distinct().Order(StringComparer.Ordinal).ToList();
        if (names.Count < 2) return null;
        var sample = probes.Select(probe => Seen(probe, Clock, names.IndexOf(group(probe)))).Select(seen => seen with { Cause = seen.Cause == 1 ? 1 : 0 }).ToList();
        var test = LogRank.Of(sample);
        return new(by, [.. test.Groups.Select(one => new ReplyGroup(names[one.Group], one.Count, one.Observed, one.Expected))], test.PValue, test.IsTooFewToTell);
    }

    private static double Clock(DateTimeOffset from, DateTimeOffset to) => (to - from).TotalHours;

    private static ReplyCurve Curve(IReadOnlyList<ProbeReading> probes, Func<DateTimeOffset, DateTimeOffset, double> hours, (string Words, double Hours)[] marks)
    {
        if (probes.Count == 0) return new(0, 0, 0, 0, 0, true, null, [], [.. marks.Select(mark => new ReplyShare(mark.Words, mark.Hours, null, null, null))]);
        var sample = probes.Select(probe => Seen(probe, hours, 0)).ToList();
        var replies = CumulativeIncidence.Of(sample, 1);
        var (bounced, unread) = (CumulativeIncidence.Of(sample, 2), CumulativeIncidence.Of(sample, 3));
        var points = replies.Points.Select(point => new ReplyPoint(point.Time, point.Incidence, Number(point.Band.Lower), Number(point.Band.Upper), bounced.At(point.Time) + unread.At(point.Time))).ToList();
        int Count(int cause) => sample.Count(seen => seen.Cause == cause);
        return new(sample.Count, Count(1), Count(2), Count(3), Count(0), replies.IsTooFewToTell, points.Find(point => point.Replied >= Half - 1e-12)?.Hours, points, [.. marks.Select(mark => Share(mark.Words, mark.Hours, sample, points))]);
    }

    private static ReplyShare Share(string words, double hours, List<Observation> sample, List<ReplyPoint> points)
    {
        var last = points.FindLast(point => point.Hours <= hours);
        var isSeen = sample.Exists(seen => seen.Time >= hours) || sample.TrueForAll(seen => seen.Cause != 0);
        return !isSeen ? new(words, hours, null, null, null) : new(words, hours, last?.Replied ?? 0, last?.Lower, last?.Upper);
    }

    private static Observation Seen(ProbeReading probe, Func<DateTimeOffset, DateTimeOffset, double> hours, int group)
    {
        var (time, _, cause) = probe.Waiting(hours);

        // Times that differ by rounding only are the same time.
        return new(Math.Round(time, Digits), cause, group);
    }

    private static double? Number(double value) => double.IsNaN(value) ? null : value;
}
