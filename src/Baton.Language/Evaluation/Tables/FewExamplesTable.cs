namespace Baton.Language;

/// <summary>New procedures with ten sentences each, on one set. The messages that want none are CLINC150's where that is at hand.</summary>
/// <param name="name">The set's name.</param>
/// <param name="folder">Its folder inside the data folder.</param>
/// <param name="read">Reads a split of it.</param>
internal sealed class FewExamplesTable(string name, string folder, Func<string, string, IReadOnlyList<IntentExample>> read) : IEvaluationTable
{
    public string Title => $"intent from ten sentences each, {name}";

    public string? Missing(EvaluationSources sources) => sources.MissingData(folder);

    public IEnumerable<Figure> Measure(EvaluationSources sources)
    {
        IReadOnlyList<string> none = sources.HasData("clinc150") ? [.. IntentSets.Clinc(sources.DataFolder!, "oos_test").Select(example => example.Text)] : [];
        var (train, test) = (read(sources.DataFolder!, "train"), read(sources.DataFolder!, "test"));
        return IntentEvaluation.FewExamples($"{name} test", train, test, none).Concat(IntentEvaluation.AllIntentsFromFewExamples($"{name} test", train, test));
    }
}
