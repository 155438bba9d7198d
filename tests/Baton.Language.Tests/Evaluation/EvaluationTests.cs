namespace Baton.Language.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public void Without_any_source_every_table_says_what_it_lacks()
    {
        var tables = ModelEvaluation.Run(new EvaluationSources()).ToList();

        Assert.All(tables, table => Assert.False(string.IsNullOrEmpty(table.Missing)));
        Assert.All(tables, table => Assert.Empty(table.Figures));
        Assert.Equal(tables.Count, tables.Select(table => table.Title).Distinct().Count());
    }

    [Fact]
    public void A_set_that_the_data_folder_lacks_is_named_and_the_corpus_is_measured_all_the_same()
    {
        var sources = new EvaluationSources { DataFolder = AppContext.BaseDirectory, CorpusFolder = Repository.Folder("corpus") };

        Assert.Contains("clinc150", Assert.Single(ModelEvaluation.Run(sources, "intent, CLINC150")).Missing, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(ModelEvaluation.Run(sources, "language, baton corpus")).Figures);
    }

    [Fact]
    public void Hard_cases_are_told_group_by_group()
    {
        var sources = new EvaluationSources { HardCasesFile = Path.Combine(AppContext.BaseDirectory, "hard-cases.jsonl") };

        var figures = Assert.Single(ModelEvaluation.Run(sources, "hard cases")).Figures;

        Assert.Equal(13, figures.Count(figure => figure.Task == "feeling" && !figure.Measure.StartsWith("all", StringComparison.Ordinal)));
        Assert.All(figures, figure => Assert.InRange(figure.Value, 0, 1));
    }
}
