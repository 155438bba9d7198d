namespace Baton.Language.Tests;

/// <summary>A task small enough to learn in a test: is a sentence about fruit or about tools?</summary>
internal static class ToyTask
{
    public const int Buckets = 1 << 12;

    private static readonly string[] _fruit = ["apple", "pear", "plum", "cherry", "banana", "mango"];
    private static readonly string[] _tools = ["hammer", "saw", "drill", "wrench", "chisel", "pliers"];

    public static FeatureVector Vector(string text)
    {
        var tokens = new TokenBuffer();
        tokens.Read(text);
        var features = new FeatureBuffer();
        TextFeatures.Add(tokens, new TextFeatureOptions('t'), Buckets, features);
        return features.ToVector();
    }

    public static IReadOnlyList<TrainingExample> Examples() =>
        [.. _fruit.Select(word => new TrainingExample(Vector($"I want a {word}"), 1)), .. _tools.Select(word => new TrainingExample(Vector($"I want a {word}"), 0))];

    public static LinearModel Train(ulong seed = 1) => LogisticTrainer.Train(["fruit"], Examples(), new LogisticOptions(Buckets, Seed: seed));

    public static double Score(LinearModel model, string text)
    {
        var vector = Vector(text);
        var scores = new float[1];
        model.Score(vector.Indexes, vector.Values, scores);
        return Logistic.Sigmoid(scores[0]);
    }
}
