namespace Baton.Language;

/// <summary>Speed and memory on this machine.</summary>
internal sealed class SpeedTable : IEvaluationTable
{
    public string Title => "speed";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources) => SpeedEvaluation.Measure(sources.Corpus.Messages("test"));
}
