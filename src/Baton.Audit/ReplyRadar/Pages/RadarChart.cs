using System.Globalization;
using System.Text;

namespace Baton.Audit;

/// <summary>Charts of the Reply Radar as inline SVG.</summary>
internal static class RadarChart
{
    private const double Left = 44;
    private const double Right = 560;
    private const double Top = 12;
    private const double Bottom = 232;
    private const int RowHeight = 48;
    private const int BarWidth = 350;

    private static readonly (double Hours, string Words)[] ClockMarks = [(0, "0"), (1, "1 h"), (4, "4 h"), (24, "1 d"), (72, "3 d"), (168, "7 d"), (336, "14 d"), (720, "30 d")];
    private static readonly (double Hours, string Words)[] WorkingMarks = [(0, "0"), (1, "1 h"), (4, "4 h"), (8, "8 h"), (16, "16 h"), (40, "40 h"), (80, "80 h"), (160, "160 h")];

    /// <summary>The share with a reply over time, with its band, and the share that is lost.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="title">Over it.</param>
    /// <param name="end">Where the axis ends in hours; null for the last point.</param>
    public static Html Curve(ReplyCurve curve, string title, double? end)
    {
        if (curve.Points.Count == 0) return Html.Nothing;
        var most = Math.Max(end ?? 0, Math.Max(1, curve.Points[^1].Hours));
        double X(double hours) => Left + ((Right - Left) * Math.Log(1 + hours) / Math.Log(1 + most));
        var marks = (end is null ? WorkingMarks : ClockMarks).Where(mark => mark.Hours <= most).ToList();
        return Html.Of($"""
            <figure><strong>{title}</strong><svg class="curve" viewBox="0 0 590 266" role="img" aria-label="{title}: share of enquiries with a reply over time">
            {Html.Join(((double[])[0, 0.25, 0.5, 0.75, 1]).Select(share => Html.Of($"<line x1=\"{Left}\" x2=\"{Right}\" y1=\"{Text(Y(share))}\" y2=\"{Text(Y(share))}\"/><text class=\"soft\" x=\"0\" y=\"{Text(Y(share) + 5)}\">{100 * share:0} %</text>")))}
            {Html.Join(marks.Select(mark => Html.Of($"<text class=\"soft\" text-anchor=\"middle\" x=\"{Text(X(mark.Hours))}\" y=\"{Text(Bottom + 22)}\">{mark.Words}</text>")))}
            <path class="band" d="{Band(curve, X, most)}"/><path d="{Steps(curve.Points.Select(point => (point.Hours, point.Replied)), X, most)}"/><path class="lost" d="{Steps(curve.Points.Select(point => (point.Hours, point.Lost)), X, most)}"/>
            {(curve.MedianHours is { } median ? Html.Of($"<line class=\"mark\" x1=\"{Text(X(median))}\" x2=\"{Text(X(median))}\" y1=\"{Text(Y(0.5))}\" y2=\"{Bottom}\"/><text x=\"{Text(Math.Min(X(median) + 6, Right - 120))}\" y=\"{Bottom - 6}\">half: {RadarTables.Hours(median)}</text>") : Html.Nothing)}
            <line class="axis" x1="{Left}" x2="{Right}" y1="{Bottom}" y2="{Bottom}"/></svg>
            <figcaption><span class="key"></span>a reply &nbsp; <span class="key band"></span>95 % band &nbsp; <span class="key lost"></span>came back or not read</figcaption></figure>
            """);
    }

    /// <summary>How many enquiries came how far.</summary>
    public static Html Ladder(IReadOnlyList<ProbeResult> sent)
    {
        (string Words, int Count, string Tone)[] rungs =
        [
            ("sent", sent.Count, "unknown"),
            ("shown to have arrived", sent.Count(probe => probe.Arrived is not null), "open"),
            ("acknowledged", sent.Count(probe => probe.Acknowledged is not null), "open"),
            ("a reply that says something", sent.Count(probe => probe.Replied is not null), "open"),
            ("all questions answered", sent.Count(probe => probe.Complete is not null), "open"),
            ("nothing left open", sent.Count(probe => probe.Resolved is not null), "open"),
            ("came back", sent.Count(probe => probe.Outcome == ProbeOutcome.Bounced), "closed"),
            ("\"nobody reads this\"", sent.Count(probe => probe.Outcome == ProbeOutcome.Unread), "closed"),
            ("never answered", sent.Count(probe => probe.Outcome is ProbeOutcome.Silent or ProbeOutcome.Acknowledged), "closed"),
            ("could not tell", sent.Count(probe => probe.Outcome is ProbeOutcome.Void or ProbeOutcome.Blocked or ProbeOutcome.Unclear), "unknown"),
            ("still being watched", sent.Count(probe => probe.Outcome == ProbeOutcome.Waiting), "unknown"),
        ];
        var shown = rungs.Where((rung, index) => index < 6 || rung.Count > 0).ToList();
        var most = Math.Max(1, sent.Count);
        return Html.Of($"""
            <figure class="ladder"><svg viewBox="0 0 420 {(shown.Count * RowHeight) + 6}" role="img" aria-label="How far enquiries came">{Html.Join(shown.Select((rung, row) => Html.Of($"<text x=\"0\" y=\"{(row * RowHeight) + 24}\">{rung.Words}</text><rect class=\"{rung.Tone}\" x=\"0\" y=\"{(row * RowHeight) + 31}\" width=\"{Text(Math.Max(1, (double)BarWidth * rung.Count / most))}\" height=\"12\" rx=\"3\"/><text class=\"soft\" x=\"{Text(8 + ((double)BarWidth * rung.Count / most))}\" y=\"{(row * RowHeight) + 44}\">{rung.Count}</text>")))}</svg></figure>
            """);
    }

    /// <summary>An outcome in plain words.</summary>
    public static string Words(ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.NotSent => "not sent",
        ProbeOutcome.Void => "could not tell",
        ProbeOutcome.Blocked => "refused because of us",
        ProbeOutcome.Bounced => "came back",
        ProbeOutcome.Unread => "not read",
        ProbeOutcome.Waiting => "waiting",
        ProbeOutcome.Silent => "silent",
        ProbeOutcome.Acknowledged => "acknowledged only",
        ProbeOutcome.Unclear => "could not tell",
        ProbeOutcome.Replied => "replied in part",
        ProbeOutcome.Answered => "answered",
        _ => "resolved",
    };

    private static double Y(double share) => Bottom - ((Bottom - Top) * share);

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Steps(IEnumerable<(double Hours, double Share)> points, Func<double, double> x, double most)
    {
        var path = new StringBuilder($"M{Text(x(0))} {Text(Y(0))}");
        var last = 0.0;
        foreach (var (hours, share) in points)
        {
            path.Append(CultureInfo.InvariantCulture, $"L{Text(x(hours))} {Text(Y(last))}L{Text(x(hours))} {Text(Y(share))}");
            last = share;
        }
        return path.Append(CultureInfo.InvariantCulture, $"L{Text(x(most))} {Text(Y(last))}").ToString();
    }

    private static string Band(ReplyCurve curve, Func<double, double> x, double most)
    {
        var banded = curve.Points.Where(point => point.Lower is not null && point.Upper is not null).ToList();
        if (banded.Count == 0) return "";
        var (up, down) = (new List<string>(), new List<string>());
        for (var index = 0; index < banded.Count; index++)
        {
            var until = index + 1 < banded.Count ? banded[index + 1].Hours : most;
            up.Add($"{Text(x(banded[index].Hours))} {Text(Y(banded[index].Upper!.Value))}L{Text(x(until))} {Text(Y(banded[index].Upper!.Value))}");
            down.Add($"{Text(x(until))} {Text(Y(banded[index].Lower!.Value))}L{Text(x(banded[index].Hours))} {Text(Y(banded[index].Lower!.Value))}");
        }
        down.Reverse();
        return $"M{string.Join('L', up)}L{string.Join('L', down)}Z";
    }
}
