namespace Baton.Language.Tests;

public sealed class MetricsTests
{
    [Fact]
    public void The_area_under_the_curve_counts_pairs_and_halves_ties()
    {
        // Of six pairs four are in order, one is tied and one is not.
        (double, bool)[] scored = [(0.9, true), (0.5, true), (0.5, false), (0.6, false), (0.1, false)];

        Assert.Equal(4.5 / 6, Ranking.AreaUnderCurve(scored), 12);
        Assert.Equal(0.5, Ranking.AreaUnderCurve([(1, true)]));
    }

    [Fact]
    public void Precision_recall_and_F1_follow_from_the_threshold()
    {
        var (precision, recall, f1) = Ranking.At([(0.9, true), (0.8, false), (0.4, true), (0.2, false)], 0.5);

        Assert.Equal((0.5, 0.5, 0.5), (precision, recall, f1));
    }

    [Fact]
    public void A_confusion_matrix_gives_figures_per_class_and_skips_classes_that_never_occur()
    {
        var matrix = new ConfusionMatrix(["a", "b", "c"]);
        foreach (var (actual, predicted) in new[] { (0, 0), (0, 0), (0, 1), (1, 1) })
            matrix.Add(actual, predicted);

        Assert.Equal(0.75, matrix.Accuracy);
        Assert.Equal(0.8, matrix.F1(0), 12);
        Assert.Equal(2.0 / 3, matrix.F1(1), 12);
        Assert.Equal((0.8 + (2.0 / 3)) / 2, matrix.MacroF1, 12);
    }

    [Fact]
    public void Calibration_error_is_the_weighed_distance_between_said_and_seen() =>
        Assert.Equal(0.15, CalibrationError.Expected([(0.8, true), (0.8, true), (0.3, false), (0.3, true)]) - 0.05, 12);

    [Fact]
    public void Groups_are_never_torn_apart()
    {
        var items = Enumerable.Range(0, 300).Select(number => (Group: $"g{number / 3}", number)).ToList();

        foreach (var (train, test) in GroupSplit.Folds(items, item => item.Group, 5))
        {
            Assert.Empty(train.Select(item => item.Group).Intersect(test.Select(item => item.Group)));
            Assert.Equal(300, train.Count + test.Count);
            Assert.InRange(test.Count, 20, 120);
        }
    }
}
