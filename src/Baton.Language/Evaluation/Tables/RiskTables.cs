namespace Baton.Language;

/// <summary>Recorded conversations of software, half of whose tasks nothing was learned from.</summary>
internal sealed class RiskOfTasksTable : IEvaluationTable
{
    public string Title => "risk, tau-bench";

    public string? Missing(EvaluationSources sources) => sources.MissingData("tau-bench");

    public IEnumerable<Figure> Measure(EvaluationSources sources) => RiskEvaluation.TauBench(sources.DataFolder!, sources.Models, sources.Risk);
}

/// <summary>Whole conversations of the Baton corpus's test split.</summary>
internal sealed class RiskTable : IEvaluationTable
{
    public string Title => "risk, Baton corpus";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources) => RiskEvaluation.Corpus(sources.Corpus, sources.Models, sources.Risk);
}
