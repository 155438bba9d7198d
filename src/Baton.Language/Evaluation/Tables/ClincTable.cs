namespace Baton.Language;

/// <summary>Intents of CLINC150, and its sentences that want none of them.</summary>
internal sealed class ClincTable : IEvaluationTable
{
    public string Title => "intent, CLINC150";

    public string? Missing(EvaluationSources sources) => sources.MissingData("clinc150");

    public IEnumerable<Figure> Measure(EvaluationSources sources) => IntentEvaluation.Clinc(sources.DataFolder!);
}
