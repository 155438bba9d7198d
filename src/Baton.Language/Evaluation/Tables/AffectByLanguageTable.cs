namespace Baton.Language;

/// <summary>Feeling and dissatisfaction, language by language.</summary>
internal sealed class AffectByLanguageTable : IEvaluationTable
{
    public string Title => "feeling, Baton corpus, messages by language";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources) => new AffectEvaluation(sources.Models).ByLanguage(sources.Corpus.Messages("test"));
}
