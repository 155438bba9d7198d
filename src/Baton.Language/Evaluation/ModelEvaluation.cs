namespace Baton.Language;

/// <summary>Runs every model of the room on data it has not learned from.</summary>
public static class ModelEvaluation
{
    /// <summary>Measures, sets made by others first. A set that is not in the folder is left out.</summary>
    /// <param name="data">
    /// Folder with any of <c>clinc150</c>, <c>banking77</c>, <c>multidogo</c>, <c>goemotions</c> and <c>user-satisfaction-simulation</c>
    /// (with <c>dataset/MWOZ.txt</c> and <c>SGD.txt</c>), as their makers publish them; null for none.
    /// </param>
    /// <param name="corpus">The Baton corpus's folder; null for none.</param>
    /// <param name="models">Folder with models to measure; null for the shipped ones.</param>
    /// <exception cref="InvalidDataException">A set or model cannot be read.</exception>
    public static IEnumerable<Figure> Run(string? data, string? corpus, string? models = null)
    {
        var measured = models is null ? MessageModels.Shipped : MessageModels.LoadFolder(models);
        return (data is null ? [] : OfOthers(data, measured)).Concat(corpus is null ? [] : OfCorpus(new Corpus(corpus), measured));
    }

    private static IEnumerable<Figure> OfOthers(string data, MessageModels models)
    {
        var affect = new AffectEvaluation(models);
        var isClinc = Directory.Exists(Path.Combine(data, "clinc150"));
        var isBanking = Directory.Exists(Path.Combine(data, "banking77"));
        IReadOnlyList<string> none = isClinc ? [.. IntentSets.Clinc(data, "oos_test").Select(example => example.Text)] : [];
        IEnumerable<Figure>[] parts =
        [
            isClinc ? IntentEvaluation.Clinc(data) : [],
            isBanking ? IntentEvaluation.Banking(data) : [],
            Directory.Exists(Path.Combine(data, "multidogo")) ? IntentEvaluation.MultiDogo(data) : [],
            isClinc ? IntentEvaluation.FewExamples("CLINC150 test", IntentSets.Clinc(data, "train"), IntentSets.Clinc(data, "test"), none) : [],
            isBanking ? IntentEvaluation.FewExamples("banking77 test", IntentSets.Banking(data, "train"), IntentSets.Banking(data, "test"), none) : [],
            Satisfaction(data, affect),
            Directory.Exists(Path.Combine(data, "goemotions")) ? [affect.Emotions(data)] : [],
        ];
        return parts.SelectMany(part => part);
    }

    private static IEnumerable<Figure> Satisfaction(string data, AffectEvaluation affect)
    {
        var folder = Path.Combine(data, "user-satisfaction-simulation", "dataset");
        const string publisher = "TF-IDF and logistic regression learned from its other domains";
        foreach (var (name, bar) in new[] { ("MWOZ", 0.708), ("SGD", 0.769) })
        {
            if (File.Exists(Path.Combine(folder, name + ".txt")))
                yield return affect.Satisfaction(Path.Combine(folder, name + ".txt"), name, bar, publisher);
        }
    }

    private static IEnumerable<Figure> OfCorpus(Corpus corpus, MessageModels models)
    {
        var affect = new AffectEvaluation(models);
        var messages = corpus.Messages("test");
        foreach (var figure in affect.Feelings(messages, "Baton corpus, messages").Concat(affect.Feelings(corpus.ConversationTurns("test"), "Baton corpus, conversations")))
            yield return figure;
        foreach (var figure in affect.Person(messages, "Baton corpus, messages"))
            yield return figure;
        foreach (var figure in affect.ByLanguage(messages))
            yield return figure;
        foreach (var figure in LanguageEvaluation.Measure(messages).Concat(SpeedEvaluation.Measure(messages)))
            yield return figure;
    }
}
