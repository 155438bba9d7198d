namespace Baton.Language;

/// <summary>Finds how near a text is to the nearest example of each intent: cosine of features weighed by rarity.</summary>
internal sealed class ExampleIndex
{
    private readonly Dictionary<int, List<(int Example, float Value)>> _byFeature = [];
    private readonly Dictionary<int, float> _rarity = [];
    private readonly float _unseen;
    private readonly int[] _intents;

    /// <param name="examples">The examples with the number of their intent.</param>
    /// <param name="everyday">Texts that want none; they only say what is common.</param>
    public ExampleIndex(IReadOnlyList<(FeatureVector Features, int Intent)> examples, IReadOnlyList<FeatureVector> everyday)
    {
        var total = examples.Count + everyday.Count;
        foreach (var feature in examples.Select(example => example.Features).Concat(everyday).SelectMany(vector => vector.Indexes.Distinct()))
            _rarity[feature] = _rarity.GetValueOrDefault(feature) + 1;
        foreach (var feature in _rarity.Keys)
            _rarity[feature] = MathF.Log((total + 1) / (_rarity[feature] + 0.5f));
        _unseen = MathF.Log((total + 1) / 0.8f);
        _intents = [.. examples.Select(example => example.Intent)];
        for (var example = 0; example < examples.Count; example++)
        {
            foreach (var (feature, value) in Weigh(examples[example].Features))
            {
                if (!_byFeature.TryGetValue(feature, out var entries))
                    _byFeature[feature] = entries = [];
                entries.Add((example, value));
            }
        }
    }

    /// <summary>Writes the likeness to the nearest example of each intent, 0 to 1.</summary>
    public void Nearest(FeatureVector features, Span<float> nearest)
    {
        nearest.Clear();
        var likeness = new float[_intents.Length];
        foreach (var (feature, value) in Weigh(features))
        {
            if (!_byFeature.TryGetValue(feature, out var entries))
                continue;
            foreach (var (example, other) in entries)
                likeness[example] += value * other;
        }

        for (var example = 0; example < likeness.Length; example++)
            nearest[_intents[example]] = Math.Max(nearest[_intents[example]], Math.Min(likeness[example], 1));
    }

    /// <summary>Features weighed, together of length 1. Words never seen count too: they make a text less like any example.</summary>
    private Dictionary<int, float> Weigh(FeatureVector features)
    {
        var weighed = new Dictionary<int, float>(features.Indexes.Length);
        for (var feature = 0; feature < features.Indexes.Length; feature++)
        {
            var weight = features.Values[feature] * (_rarity.TryGetValue(features.Indexes[feature], out var rarity) ? rarity : _unseen);
            weighed[features.Indexes[feature]] = weighed.GetValueOrDefault(features.Indexes[feature]) + weight;
        }

        var length = MathF.Sqrt(weighed.Values.Sum(value => value * value));
        foreach (var feature in weighed.Keys)
            weighed[feature] /= Math.Max(length, 1e-9f);
        return weighed;
    }
}
