using System.Globalization;
using Baton.Audit;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Findings of each run as bars, with their numbers in words for those who do not see them.</summary>
public sealed partial class AuditTrend
{
    private const double Width = 720;
    private const double Height = 96;
    private const int MostRuns = 24;

    /// <summary>Numbers of each run, oldest first; the last 24 are shown.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TrendPoint> Points { get; set; } = [];

    private IReadOnlyList<TrendPoint> Last => [.. Points.TakeLast(MostRuns)];

    private double Step => Width / Math.Max(Last.Count, 4);

    private string Words => string.Join("; ", Last.Select(point => $"{AuditWords.Day(point.At)}: {point.High} high, {point.Medium} medium, {point.Low} low"));

    private IEnumerable<(string Class, double X, double Y, double W, double H, string Title)> Bars
    {
        get
        {
            var most = Math.Max(1, Last.Max(point => point.High + point.Medium + point.Low));
            for (var run = 0; run < Last.Count; run++)
            {
                var point = Last[run];
                var floor = Height;
                foreach (var (name, count) in ((string, int)[])[("high", point.High), ("medium", point.Medium), ("low", point.Low)])
                {
                    if (count == 0) continue;
                    var height = (Height - 6) * count / most;
                    floor -= height;
                    yield return ($"bar-{name}", (run * Step) + (Step * 0.2), floor, Step * 0.6, Math.Max(1, height - 1), $"{AuditWords.Day(point.At)}: {count} {name}");
                }
            }
        }
    }

    // Days are written under as many runs as there is room for.
    private IEnumerable<(double X, string Text)> DayLabels => Last.Select((point, run) => (run, point)).Where(one => (Last.Count - 1 - one.run) % Math.Max(1, (int)Math.Ceiling(Last.Count / 8.0)) == 0)
        .Select(one => ((one.run * Step) + (Step / 2), AuditWords.Day(one.point.At) + (one.point.IsComplete ? "" : "*")));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
