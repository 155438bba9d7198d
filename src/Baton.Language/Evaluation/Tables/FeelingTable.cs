namespace Baton.Language;

/// <summary>Feeling and dissatisfaction on a part of the corpus.</summary>
/// <param name="part">The part's name.</param>
/// <param name="read">Its test split.</param>
internal sealed class FeelingTable(string part, Func<Corpus, IReadOnlyList<LabelledMessage>> read) : IEvaluationTable
{
    public string Title => $"feeling, Baton corpus, {part}";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources) => new AffectEvaluation(sources.Models).Feelings(read(sources.Corpus), $"Baton corpus, {part}");
}
