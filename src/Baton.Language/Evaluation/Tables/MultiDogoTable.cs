namespace Baton.Language;

/// <summary>Intents of real service chats, domain by domain.</summary>
internal sealed class MultiDogoTable : IEvaluationTable
{
    public string Title => "intent, MultiDoGO";

    public string? Missing(EvaluationSources sources) => sources.MissingData("multidogo");

    public IEnumerable<Figure> Measure(EvaluationSources sources) => IntentEvaluation.MultiDogo(sources.DataFolder!);
}
