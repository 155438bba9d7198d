namespace Baton.Language.Tests;

/// <summary>The figures of docs/models/risk.md are reached.</summary>
public sealed class RiskFigureTests
{
    private const double Tolerance = 0.04;

    private static readonly Lazy<List<Figure>> _figures = new(() => [.. RiskEvaluation.Corpus(new Corpus(Repository.Folder("corpus")), MessageModels.Shipped, RiskModels.Shipped)]);

    [Theory]
    [InlineData("AUC technical failure, last round", 0.81)]
    [InlineData("AUC emotional escalation, last round", 0.95)]
    [InlineData("AUC either, last round", 0.95)]
    [InlineData("AUC either, every round", 0.83)]
    [InlineData("AUC either, a round before the labelled moment or the end", 0.84)]
    [InlineData("GT-II", 0.72)]
    [InlineData("alarms where a person was needed", 0.80)]
    public void The_corpus_gives_the_figures_that_are_stated(string measure, double stated)
    {
        var figure = Figure("risk", measure);
        Assert.True(figure >= stated - Tolerance, $"{figure:0.000} instead of {stated:0.000}.");
    }

    [Theory]
    [InlineData("calibration error, technical")]
    [InlineData("calibration error, emotional")]
    public void Probabilities_are_what_they_claim_to_be(string measure) => Assert.InRange(Figure("risk", measure), 0, 0.09);

    [Fact]
    public void The_alarm_comes_before_the_complaint_and_not_too_often_for_nothing()
    {
        Assert.True(Figure("risk", "median lead before the complaint, rounds") >= 1);
        Assert.InRange(Figure("risk", "false alarms a conversation where nobody was needed"), 0, 0.3);
    }

    [Theory]
    [InlineData("AUC either, last round")]
    [InlineData("AUC either, a round before the labelled moment or the end")]
    [InlineData("GT-I")]
    [InlineData("alarms where a person was needed")]
    public void The_course_tells_more_than_the_opening_words(string measure) =>
        Assert.True(Figure("risk", measure) > Figure("risk by the opening words alone", measure) + 0.05);

    [Fact]
    public void Recorded_agents_that_fail_in_silence_are_told_better_than_by_their_length()
    {
        var data = Environment.GetEnvironmentVariable("BATON_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "BATON_DATA does not name a folder with tau-bench; its figures are not measured.");
        var figures = RiskEvaluation.TauBench(data, MessageModels.Shipped, RiskModels.Shipped).ToList();
        Assert.True(figures[0].Value >= 0.72, $"{figures[0].Value:0.000}");
        Assert.True(figures[0].Value > figures[2].Value);
    }

    private static double Figure(string task, string measure) =>
        _figures.Value.First(figure => figure.Task == task && figure.Measure.StartsWith(measure, StringComparison.Ordinal)).Value;
}
