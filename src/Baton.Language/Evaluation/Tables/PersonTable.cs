namespace Baton.Language;

/// <summary>Asking for a person, on the corpus.</summary>
internal sealed class PersonTable : IEvaluationTable
{
    public string Title => "asks for a person, Baton corpus, messages";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources) => new AffectEvaluation(sources.Models).Person(sources.Corpus.Messages("test"), "Baton corpus, messages");
}
