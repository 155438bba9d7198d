namespace Baton.Language;

/// <summary>Negative emotion in general comments.</summary>
internal sealed class EmotionTable : IEvaluationTable
{
    public string Title => "emotion, GoEmotions";

    public string? Missing(EvaluationSources sources) => sources.MissingData("goemotions");

    public IEnumerable<Figure> Measure(EvaluationSources sources) => [new AffectEvaluation(sources.Models).Emotions(sources.DataFolder!)];
}
