namespace Baton.Language;

/// <summary>Intents of banking77.</summary>
internal sealed class BankingTable : IEvaluationTable
{
    public string Title => "intent, banking77";

    public string? Missing(EvaluationSources sources) => sources.MissingData("banking77");

    public IEnumerable<Figure> Measure(EvaluationSources sources) => IntentEvaluation.Banking(sources.DataFolder!);
}
