using System.Numerics.Tensors;

namespace Baton.Language;

/// <summary>One labelled example.</summary>
/// <param name="Vector">Its features.</param>
/// <param name="Label">The number of its class; for one class 1 is yes and 0 no.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct TrainingExample(FeatureVector Vector, int Label, float Weight = 1);

/// <summary>How a model is trained.</summary>
/// <param name="Buckets">How many feature numbers there are; a power of two.</param>
/// <param name="Epochs">How often all examples are seen; the weights of the last half of the epochs are averaged.</param>
/// <param name="Rate">Length of the first steps.</param>
/// <param name="Decay">Pull of every used weight towards 0 (L2).</param>
/// <param name="LeastExamples">A feature of fewer examples is left out.</param>
/// <param name="Seed">Order of the examples; the same seed gives the same model.</param>
/// <param name="Dropout">
/// Share of an example's features that are left out anew each time it is seen, 0 to below 1, the others counting more: no feature is
/// then relied on alone (Wager, Wang, Liang 2013).
/// </param>
internal sealed record LogisticOptions(int Buckets, int Epochs = 20, float Rate = 0.5f, float Decay = 1e-4f, int LeastExamples = 1, ulong Seed = 1, float Dropout = 0);

/// <summary>
/// Learns a logistic regression (multinomial, or binary for a single class) by stochastic gradients with a rate that shrinks per feature
/// (AdaGrad: Duchi, Hazan, Singer 2011) and averaging of the weights. One thread, no clock, no chance but the seed: the same examples give the same model.
/// </summary>
internal sealed class LogisticTrainer
{
    private readonly LogisticOptions _options;
    private readonly IReadOnlyList<TrainingExample> _examples;
    private readonly int _classes;
    private readonly int[] _rowOf;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _bias;
    private readonly float[] _errors;
    private readonly TrainingRandom _random;
    private readonly List<int> _thinIndexes = [];
    private readonly List<float> _thinValues = [];
    private float _biasSquares = 1e-6f;

    private readonly float[]? _startScores;

    private LogisticTrainer(int classes, IReadOnlyList<TrainingExample> examples, LogisticOptions options, LinearModel? start, IReadOnlySet<int>? only)
    {
        _options = options;
        _random = new TrainingRandom(options.Seed);
        _examples = examples;
        _classes = classes;
        _rowOf = FeatureRows.Of(examples, options.Buckets, options.LeastExamples, out var rows);
        for (var feature = 0; feature < _rowOf.Length && only is not null; feature++)
            _rowOf[feature] = only.Contains(feature) ? _rowOf[feature] : -1;
        _weights = new float[rows * classes];
        _squares = new float[rows];
        _bias = new float[classes];
        _errors = new float[classes];
        _startScores = start is null ? null : ScoreAll(start, examples);
    }

    /// <summary>Learns a model.</summary>
    /// <param name="classes">Names of the classes; one for a yes-or-no question.</param>
    /// <param name="examples">What to learn from; at least one.</param>
    /// <param name="options">How.</param>
    /// <param name="start">A model to begin from: what is learned are corrections to it, and what the examples do not touch stays as it was.</param>
    /// <param name="only">The features that may get a weight; null for all.</param>
    public static LinearModel Train(IReadOnlyList<string> classes, IReadOnlyList<TrainingExample> examples, LogisticOptions options, LinearModel? start = null, IReadOnlySet<int>? only = null)
    {
        var trainer = new LogisticTrainer(classes.Count, examples, options, start, only);
        var (weights, bias) = trainer.Learn();
        var learned = new LinearModel(classes, trainer._rowOf, weights, bias);
        return start is null ? learned : learned.Plus(start);
    }

    private static float[] ScoreAll(LinearModel start, IReadOnlyList<TrainingExample> examples)
    {
        var classes = start.Bias.Length;
        var scores = new float[examples.Count * classes];
        for (var example = 0; example < examples.Count; example++)
            start.Score(examples[example].Vector.Indexes, examples[example].Vector.Values, scores.AsSpan(example * classes, classes));
        return scores;
    }

    private (float[] Weights, float[] Bias) Learn()
    {
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        var weights = new float[_weights.Length];
        var bias = new float[_classes];
        var averaged = 0;
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            foreach (var example in order)
                Step(Thin(_examples[example]), example);
            if (epoch < _options.Epochs / 2)
                continue;
            averaged++;
            TensorPrimitives.Add(weights, _weights, weights);
            TensorPrimitives.Add(bias, _bias, bias);
        }

        TensorPrimitives.Divide(weights, averaged, weights);
        TensorPrimitives.Divide(bias, averaged, bias);
        return (weights, bias);
    }

    private TrainingExample Thin(TrainingExample example)
    {
        if (_options.Dropout <= 0)
            return example;
        var (indexes, values) = example.Vector;
        _thinIndexes.Clear();
        _thinValues.Clear();
        for (var feature = 0; feature < indexes.Length; feature++)
        {
            if (_random.NextDouble() < _options.Dropout)
                continue;
            _thinIndexes.Add(indexes[feature]);
            _thinValues.Add(values[feature] / (1 - _options.Dropout));
        }

        return example with { Vector = new FeatureVector([.. _thinIndexes], [.. _thinValues]) };
    }

    private void Step(TrainingExample example, int number)
    {
        FindErrors(example, number);
        var square = TensorPrimitives.SumOfSquares<float>(_errors);
        if (square < 1e-10f)
            return;
        var (indexes, values) = example.Vector;
        for (var feature = 0; feature < indexes.Length; feature++)
        {
            var row = _rowOf[indexes[feature]];
            if (row < 0)
                continue;
            _squares[row] += square * values[feature] * values[feature];
            var rate = _options.Rate / (1e-4f + MathF.Sqrt(_squares[row]));
            var weights = _weights.AsSpan(row * _classes, _classes);
            if (_options.Decay > 0)
                TensorPrimitives.Multiply(weights, 1 - Math.Min(rate * _options.Decay, 0.5f), weights);
            TensorPrimitives.MultiplyAdd(_errors, rate * values[feature], weights, weights);
        }

        _biasSquares += square;
        TensorPrimitives.MultiplyAdd(_errors, _options.Rate / MathF.Sqrt(_biasSquares), _bias, _bias);
    }

    /// <summary>The gradient by class: what the label says less what the model says, times the example's weight.</summary>
    private void FindErrors(TrainingExample example, int number)
    {
        _bias.CopyTo(_errors, 0);
        if (_startScores is not null)
            TensorPrimitives.Add(_errors, _startScores.AsSpan(number * _classes, _classes), _errors);
        var (indexes, values) = example.Vector;
        for (var feature = 0; feature < indexes.Length; feature++)
        {
            var row = _rowOf[indexes[feature]];
            if (row >= 0)
                TensorPrimitives.MultiplyAdd(_weights.AsSpan(row * _classes, _classes), values[feature], _errors, _errors);
        }

        if (_classes == 1)
        {
            _errors[0] = (example.Label - (float)Logistic.Sigmoid(_errors[0])) * example.Weight;
            return;
        }

        Logistic.Softmax(_errors);
        for (var @class = 0; @class < _classes; @class++)
            _errors[@class] = ((@class == example.Label ? 1 : 0) - _errors[@class]) * example.Weight;
    }
}
