namespace Baton.Language;

/// <summary>How rare each feature is; what stands in every sentence says nothing about a wish.</summary>
internal sealed class Rarity
{
    private readonly Dictionary<int, float> _weights = [];
    private readonly float _unseen;

    public Rarity(IEnumerable<Dictionary<int, float>> sentences)
    {
        var counts = new Dictionary<int, int>();
        var total = 0;
        foreach (var sentence in sentences)
        {
            total++;
            foreach (var feature in sentence.Keys)
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        foreach (var (feature, count) in counts)
            _weights[feature] = MathF.Log((total + 1) / (count + 0.5f));
        _unseen = MathF.Log((total + 1) / 0.8f);
    }

    /// <summary>The features weighed by rarity, as a vector of length 1. Words never seen count too: they make it less like any example.</summary>
    public FeatureVector Weigh(Dictionary<int, float> features)
    {
        var indexes = new int[features.Count];
        features.Keys.CopyTo(indexes, 0);
        Array.Sort(indexes);
        var values = new float[indexes.Length];
        var square = 0f;
        for (var index = 0; index < indexes.Length; index++)
        {
            var value = features[indexes[index]] * (_weights.TryGetValue(indexes[index], out var weight) ? weight : _unseen * 0.8f);
            values[index] = value;
            square += value * value;
        }

        var length = MathF.Sqrt(square);
        for (var index = 0; index < values.Length && length > 0; index++)
            values[index] /= length;
        return new FeatureVector(indexes, values);
    }
}
