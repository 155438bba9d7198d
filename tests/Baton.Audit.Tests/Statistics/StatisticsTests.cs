using System.Diagnostics;

namespace Baton.Audit.Tests;

/// <summary>The estimators against R's survival and cmprsk, to nine digits.</summary>
public sealed class StatisticsTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Sets => [.. ExpectedValues.Committed.Samples.Keys];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Everything_equals_what_R_says(string set) => Compare(ExpectedValues.Committed, set);

    [Fact]
    public void R_still_says_what_was_committed()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/Rscript") && Directory.Exists("/usr/lib/R/site-library/cmprsk"), "R is not here: apt-get install r-cran-survival r-cran-cmprsk");
        using var r = Process.Start(new ProcessStartInfo("/usr/bin/Rscript", [Path.Combine(ExpectedValues.Folder, "expected.R")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var fresh = ExpectedValues.Parse(r.StandardOutput.ReadToEnd());
        r.WaitForExit();
        Assert.Equal(0, r.ExitCode);
        Assert.Equal(10, fresh.Samples.Count);
        foreach (var set in fresh.Samples.Keys)
            Compare(fresh, set);
    }

    [Fact]
    public void Incidences_of_all_causes_and_the_waiting_are_everybody()
    {
        foreach (var sample in ExpectedValues.Committed.Samples.Values)
        {
            var curve = SurvivalCurve.Of(sample);
            var incidences = sample.Select(seen => seen.Cause).Where(cause => cause > 0).Distinct().Select(cause => CumulativeIncidence.Of(sample, cause)).ToList();
            foreach (var point in curve.Points)
                Assert.Equal(1, point.Survival + incidences.Sum(incidence => incidence.At(point.Time)), Tolerance);
        }
    }

    [Fact]
    public void Small_samples_are_called_too_few_to_tell()
    {
        var nine = Enumerable.Range(1, 9).Select(time => new Observation(time, 1, time % 2)).ToList();
        var ten = nine.Append(new Observation(10, 1)).ToList();
        Assert.True(SurvivalCurve.Of(nine).IsTooFewToTell);
        Assert.False(SurvivalCurve.Of(ten).IsTooFewToTell);
        Assert.True(CumulativeIncidence.Of(nine, 1).IsTooFewToTell);
        Assert.True(LogRank.Of(ten).IsTooFewToTell);
        Assert.True(Proportion.Of(3, 9).IsTooFewToTell);
        Assert.False(LogRank.Of(ExpectedValues.Committed.Samples["replies"]).IsTooFewToTell);
    }

    [Fact]
    public void A_median_that_was_not_reached_is_said_so()
    {
        var median = SurvivalCurve.Of(ExpectedValues.Committed.Samples["waiting"]).Median();
        Assert.False(median.IsReached);
        Assert.True(double.IsNaN(median.Lower));
    }

    [Fact]
    public void What_cannot_be_observed_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SurvivalCurve.Of([]));
        Assert.Throws<ArgumentException>(() => SurvivalCurve.Of([new Observation(-1, 1)]));
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.Of([new Observation(double.NaN, 1)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeIncidence.Of([new Observation(1, 1)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Of(4, 3));
    }

    private static void Compare(ExpectedValues expected, string set)
    {
        var sample = expected.Samples[set];
        var curve = SurvivalCurve.Of(sample);
        Compare(expected.ByNumber(set, "km.atrisk"), curve.Points, point => (point.Time, point.AtRisk));
        Compare(expected.ByNumber(set, "km.survival"), curve.Points, point => (point.Time, point.Survival));
        Compare(expected.ByNumber(set, "km.error"), curve.Points, point => (point.Time, point.LogError));
        Compare(expected.ByNumber(set, "km.lower"), curve.Points, point => (point.Time, point.Band.Lower));
        Compare(expected.ByNumber(set, "km.upper"), curve.Points, point => (point.Time, point.Band.Upper));
        var median = curve.Median();
        Equal(expected.One(set, "median", "value")!.Value, median.Value, "median");
        Equal(expected.One(set, "median", "lower")!.Value, median.Lower, "median's lower limit");
        Equal(expected.One(set, "median", "upper")!.Value, median.Upper, "median's upper limit");
        foreach (var cause in sample.Select(seen => seen.Cause).Where(cause => cause > 0).Distinct())
        {
            var incidence = CumulativeIncidence.Of(sample, cause);
            Compare(expected.ByNumber(set, $"cif{cause}.value"), incidence.Points, point => (point.Time, point.Incidence));
            Compare(expected.ByNumber(set, $"cif{cause}.variance"), incidence.Points, point => (point.Time, point.Variance));
            Compare(expected.ByNumber(set, $"cif{cause}.lower"), incidence.Points, point => (point.Time, point.Band.Lower));
            Compare(expected.ByNumber(set, $"cif{cause}.upper"), incidence.Points, point => (point.Time, point.Band.Upper));
            if (expected.ByNumber(set, $"aj{cause}") is { Count: > 0 } states)
                Compare(states, incidence.Points, point => (point.Time, point.Incidence));
        }

        if (expected.One(set, "logrank", "chisq") is { } statistic)
        {
            var test = LogRank.Of(sample);
            Equal(statistic, test.ChiSquare, "log-rank");
            Equal(expected.One(set, "logrank", "p")!.Value, test.PValue, "log-rank's p");
            Assert.Equal(expected.ByNumber(set, "logrank.expected").Count, test.Groups.Count);
            foreach (var ((_, due), group) in expected.ByNumber(set, "logrank.expected").Zip(test.Groups))
                Equal(due, group.Expected, "expected events");
        }

        var share = Proportion.Of(sample.Count(seen => seen.Cause == 1), sample.Count);
        Equal(expected.One(set, "wilson", "lower")!.Value, share.Band.Lower, "Wilson's lower limit");
        Equal(expected.One(set, "wilson", "upper")!.Value, share.Band.Upper, "Wilson's upper limit");
    }

    private static void Compare<T>(IReadOnlyList<(double Time, double Number)> expected, IReadOnlyList<T> points, Func<T, (double Time, double Number)> read)
    {
        Assert.Equal(expected.Count, points.Count);
        foreach (var (wanted, found) in expected.Zip(points.Select(read)))
        {
            Assert.Equal(wanted.Time, found.Time, Tolerance);
            Equal(wanted.Number, found.Number, $"at {wanted.Time}");
        }
    }

    private static void Equal(double wanted, double found, string what) =>
        Assert.True(double.IsNaN(wanted) ? double.IsNaN(found) : wanted == found || Math.Abs(wanted - found) <= Tolerance * Math.Max(1, Math.Abs(wanted)), $"{what}: R says {wanted:R}, we {found:R}");
}
