namespace Baton.Language;

/// <summary>
/// One table of the evaluation: a model on a set that it has not learned from. A new one is a class with this interface and a line in
/// <see cref="ModelEvaluation"/>.
/// </summary>
internal interface IEvaluationTable
{
    /// <summary>What is measured and on which set, e.g. <c>intent, CLINC150</c>. No two tables have the same.</summary>
    string Title { get; }

    /// <summary>What the sources lack to make this table, as a person reads it; null when nothing.</summary>
    string? Missing(EvaluationSources sources);

    /// <summary>The figures, in the order in which they are printed. Called only when nothing is missing.</summary>
    IEnumerable<Figure> Measure(EvaluationSources sources);
}
