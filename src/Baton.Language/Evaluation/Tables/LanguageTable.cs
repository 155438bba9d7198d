namespace Baton.Language;

/// <summary>Which language a message is in.</summary>
internal sealed class LanguageTable : IEvaluationTable
{
    public string Title => "language, Baton corpus, messages";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources) => LanguageEvaluation.Measure(sources.Corpus.Messages("test"));
}
