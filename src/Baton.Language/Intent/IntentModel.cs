namespace Baton.Language;

/// <summary>
/// Tells intents apart from few examples: a logistic regression over hashed words, letters and concepts, with "none of these" as a
/// class of its own learned from everyday sentences, and the nearest example as a second opinion.
/// </summary>
internal sealed class IntentModel
{
    private const int Rounds = 40;
    private const float LearningRate = 2.2f;
    private const float Decay = 0.0004f;
    private const float NoneWeight = 0.5f;
    private const float TooClose = 0.5f;

    private readonly string[] _names;
    private readonly Rarity _rarity;
    private readonly Dictionary<int, int> _rows = [];
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly (FeatureVector Vector, int Intent)[] _examples;
    private readonly int _classes;

    public IntentModel(IReadOnlyList<IntentDefinition> intents)
    {
        _names = [.. intents.Select(intent => intent.Name)];
        _classes = _names.Length + 1;
        var raw = new List<(Dictionary<int, float> Features, int Intent)>();
        for (var intent = 0; intent < intents.Count; intent++)
        {
            foreach (var example in intents[intent].Examples.Append(intents[intent].Name.Replace('-', ' ').Replace('_', ' ')))
            {
                var features = Features.Take(WordsOf(example));
                if (features.Count > 0)
                    raw.Add((features, intent));
            }
        }

        _rarity = new Rarity(Background.Sentences.Concat(raw.Select(example => example.Features)));
        _examples = [.. raw.Select(example => (_rarity.Weigh(example.Features), example.Intent))];
        var none = Background.Sentences.Select(_rarity.Weigh).Where(sentence => !_examples.Any(example => example.Vector.Similarity(sentence) > TooClose));
        var training = _examples.Concat(none.Select(vector => (Vector: vector, Intent: _classes - 1))).ToArray();
        foreach (var feature in training.SelectMany(example => example.Vector.Indexes))
            _rows.TryAdd(feature, _rows.Count);
        _weights = new float[_rows.Count * _classes];
        _bias = new float[_classes];
        Learn(training);
    }

    /// <summary>Intents by probability, best first; what is missing to 1 is the probability that it is none of them.</summary>
    public IReadOnlyList<IntentScore> Score(IReadOnlyList<string> words) =>
        [.. Judge(words).Select(opinion => new IntentScore(opinion.Intent, Calibration.Probability(opinion))).OrderByDescending(score => score.Probability)];

    /// <summary>What the model and the nearest examples say about each intent; empty when there is nothing to go by.</summary>
    public List<IntentOpinion> Judge(IReadOnlyList<string> words)
    {
        if (_names.Length == 0 || words.Count == 0)
            return [];
        var vector = _rarity.Weigh(Features.Take(words));
        var scores = new float[_classes];
        Predict(vector, scores);
        var nearest = new float[_names.Length];
        foreach (var (example, intent) in _examples)
            nearest[intent] = Math.Max(nearest[intent], vector.Similarity(example));
        return [.. _names.Select((name, intent) => new IntentOpinion(name, scores[intent], nearest[intent], HighestOther(nearest, intent)))];
    }

    private static float HighestOther(float[] nearest, int intent)
    {
        var highest = 0f;
        for (var other = 0; other < nearest.Length; other++)
        {
            if (other != intent)
                highest = Math.Max(highest, nearest[other]);
        }

        return highest;
    }

    private static List<string> WordsOf(string example)
    {
        var message = new MessageText(example);
        return IntentWords.Of(message, 0, message.Words.Count, null);
    }

    private void Learn((FeatureVector Vector, int Intent)[] training)
    {
        var scores = new float[_classes];
        var order = Enumerable.Range(0, training.Length).ToArray();
        var seed = 12345u;
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = order.Length - 1; index > 0; index--)
            {
                seed = (seed * 1664525u) + 1013904223u;
                var other = (int)(seed % (uint)(index + 1));
                (order[index], order[other]) = (order[other], order[index]);
            }

            var rate = LearningRate / (1 + (round * 0.1f));
            foreach (var index in order)
                Step(training[index].Vector, training[index].Intent, rate, scores);
        }
    }

    private void Step(FeatureVector vector, int intent, float rate, float[] scores)
    {
        Predict(vector, scores);
        rate *= intent == _classes - 1 ? NoneWeight : 1;
        for (var @class = 0; @class < _classes; @class++)
        {
            var error = (@class == intent ? 1 : 0) - scores[@class];
            scores[@class] = rate * error;
            _bias[@class] += 0.1f * rate * error;
        }

        for (var index = 0; index < vector.Indexes.Length; index++)
        {
            var row = _rows[vector.Indexes[index]] * _classes;
            for (var @class = 0; @class < _classes; @class++)
            {
                ref var weight = ref _weights[row + @class];
                weight += (scores[@class] * vector.Values[index]) - (rate * Decay * weight);
            }
        }
    }

    private void Predict(FeatureVector vector, Span<float> scores)
    {
        _bias.CopyTo(scores);
        for (var index = 0; index < vector.Indexes.Length; index++)
        {
            if (!_rows.TryGetValue(vector.Indexes[index], out var row))
                continue;
            var weights = _weights.AsSpan(row * _classes, _classes);
            for (var @class = 0; @class < weights.Length; @class++)
                scores[@class] += vector.Values[index] * weights[@class];
        }

        var highest = float.MinValue;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        var sum = 0f;
        for (var @class = 0; @class < scores.Length; @class++)
            sum += scores[@class] = MathF.Exp(scores[@class] - highest);
        for (var @class = 0; @class < scores.Length; @class++)
            scores[@class] /= sum;
    }
}
