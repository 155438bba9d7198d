namespace Baton.Language;

/// <summary>Dissatisfied turns of service chats by others. Nothing that ships learns from them.</summary>
/// <param name="name">The source's name: its file is called so.</param>
/// <param name="baseline">What a linear model learned from the other domains of the same set reaches; null when nobody said.</param>
internal sealed class SatisfactionTable(string name, double? baseline = null) : IEvaluationTable
{
    private readonly string _file = SatisfactionSet.PathOf(name);

    public string Title => $"dissatisfied turn, {name}";

    public string? Missing(EvaluationSources sources) => sources.MissingData(_file);

    public IEnumerable<Figure> Measure(EvaluationSources sources) =>
        new AffectEvaluation(sources.Models).Satisfaction(Path.Combine(sources.DataFolder!, _file), name, baseline, baseline is null ? null : "TF-IDF and logistic regression learned from its other domains");
}
