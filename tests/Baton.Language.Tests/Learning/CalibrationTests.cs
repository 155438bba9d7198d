namespace Baton.Language.Tests;

public sealed class CalibrationTests
{
    [Fact]
    public void Platt_scaling_finds_the_line_that_made_the_labels()
    {
        var fitted = PlattScaling.Fit([.. Draws(score => Logistic.Sigmoid((0.4 * score) - 1))]);

        Assert.Equal(0.4, fitted.Slope, 0.03);
        Assert.Equal(-1, fitted.Offset, 0.06);
    }

    [Fact]
    public void Isotonic_regression_follows_a_curve_that_only_rises()
    {
        var fitted = IsotonicRegression.Fit([.. Draws(score => score < 0 ? 0.1 : 0.7)]);

        Assert.Equal(0.1, fitted.Probability(-2), 0.04);
        Assert.Equal(0.7, fitted.Probability(2), 0.04);
        Assert.True(fitted.Probability(-9) <= fitted.Probability(9));
    }

    [Fact]
    public void Temperature_undoes_scores_that_are_too_sure()
    {
        var random = new TrainingRandom(7);
        var heldOut = new List<(float[] Scores, int Label)>();
        for (var draw = 0; draw < 20_000; draw++)
        {
            var score = (float)(random.NextDouble() * 4) - 2;
            heldOut.Add(([score * 3, 0], random.NextDouble() < Logistic.Sigmoid(score) ? 0 : 1));
        }

        Assert.Equal(3, TemperatureScaling.Fit(heldOut), 0.15);
    }

    [Fact]
    public void Labels_of_one_kind_only_leave_scores_as_they_are() =>
        Assert.Equal(PlattScaling.None, PlattScaling.Fit([(1, true), (2, true)]));

    private static IEnumerable<(double Score, bool IsYes)> Draws(Func<double, double> probability)
    {
        var random = new TrainingRandom(3);
        for (var draw = 0; draw < 20_000; draw++)
        {
            var score = (random.NextDouble() * 10) - 5;
            yield return (score, random.NextDouble() < probability(score));
        }
    }
}
