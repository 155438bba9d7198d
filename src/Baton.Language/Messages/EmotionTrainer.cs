namespace Baton.Language;

/// <summary>Trains the model of emotions, which knows general talk and is only a feature of the others.</summary>
internal static class EmotionTrainer
{
    private static readonly LogisticOptions _options = new(MessageFeatures.Buckets, Epochs: 8, Rate: 0.25f, Decay: 0.002f, LeastExamples: 4);

    public static TrainedModel Train(string data, WordVectors words)
    {
        var examples = EmotionSet.Read(data, "train")
            .SelectMany(comment => comment.Groups.Select(group => new TrainingExample(Vector(comment.Text, words), group, 1f / comment.Groups.Count))).ToList();
        return new TrainedModel("emotion", LogisticTrainer.Train(EmotionSet.Groups, examples, _options), new Dictionary<string, double>(), "GoEmotions (Demszky and others 2020), CC BY 4.0, training split.");
    }

    /// <summary>The features of a text alone.</summary>
    public static FeatureVector Vector(string text, WordVectors words)
    {
        var tokens = new TokenBuffer();
        tokens.Read(text.Replace("[NAME]", "", StringComparison.Ordinal));
        var features = new FeatureBuffer();
        TextFeatures.Add(tokens, MessageFeatures.TextOptions, MessageFeatures.Buckets, features);
        MeaningFeatures.Add(tokens, words, features);
        return features.ToVector();
    }
}
