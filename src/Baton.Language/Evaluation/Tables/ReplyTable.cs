namespace Baton.Language;

/// <summary>The judge of replies, on the corpus.</summary>
internal sealed class ReplyTable : IEvaluationTable
{
    public string Title => "reply judge, Baton corpus, replies";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources) => ReplyEvaluation.Measure(sources.Corpus.Replies("test"), "Baton corpus, replies", sources.Judge);
}
