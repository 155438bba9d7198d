using System.Numerics.Tensors;

namespace Baton.Language;

/// <summary>How an encoder is trained.</summary>
/// <param name="Buckets">How many feature numbers there are; a power of two.</param>
/// <param name="Width">Numbers a sentence's vector has.</param>
/// <param name="Epochs">How often all examples are seen.</param>
/// <param name="Rate">Length of the first steps.</param>
/// <param name="Dropout">Share of an example's features left out each time.</param>
/// <param name="LeastExamples">A feature of fewer examples is left out.</param>
/// <param name="Seed">First weights, order and dropout.</param>
internal sealed record EncoderOptions(int Buckets, int Width = 96, int Epochs = 20, float Rate = 0.1f, float Dropout = 0.3f, int LeastExamples = 2, ulong Seed = 1);

/// <summary>
/// Learns an encoder together with the naming of classes, by stochastic gradients (AdaGrad a row). Labels of several sets may be mixed:
/// an example is only told apart from classes of its own set.
/// </summary>
internal sealed class EncoderTrainer
{
    private readonly EncoderOptions _options;
    private readonly IReadOnlyList<(TrainingExample Example, int FirstClass, int EndClass)> _examples;
    private readonly TrainingRandom _random;
    private readonly int _width;
    private readonly int[] _rowOf;
    private readonly float[] _rows, _rowSquares, _bias, _hidden, _gradient;
    private readonly float[] _weights, _classBias, _scores, _classSquares;
    private readonly List<int> _kept = [];
    private float _biasSquares = 1e-3f;

    private EncoderTrainer(IReadOnlyList<(TrainingExample Example, int FirstClass, int EndClass)> examples, int classes, EncoderOptions options)
    {
        _options = options;
        _examples = examples;
        _random = new TrainingRandom(options.Seed);
        _width = options.Width;
        _rowOf = FeatureRows.Of([.. examples.Select(one => one.Example)], options.Buckets, options.LeastExamples, out var rows);
        _rows = new float[rows * _width];
        _rowSquares = new float[rows];
        (_bias, _hidden, _gradient) = (new float[_width], new float[_width], new float[_width]);
        (_weights, _classBias, _scores, _classSquares) = (new float[classes * _width], new float[classes], new float[classes], new float[classes]);
        Scatter(_rows, 0.5f);
        Scatter(_weights, MathF.Sqrt(3f / _width));
        Array.Fill(_rowSquares, 1e-4f);
        Array.Fill(_classSquares, 1e-3f);
    }

    /// <param name="examples">Examples; each with the range of classes it is told apart in.</param>
    /// <param name="classes">How many classes all sets have together.</param>
    /// <param name="options">How.</param>
    public static EncoderClassifier Train(IReadOnlyList<(TrainingExample Example, int FirstClass, int EndClass)> examples, int classes, EncoderOptions options)
    {
        var trainer = new EncoderTrainer(examples, classes, options);
        trainer.Learn();
        return new EncoderClassifier(new SentenceEncoder(new LinearModel([.. Enumerable.Range(0, trainer._width).Select(unit => $"{unit}")], trainer._rowOf, trainer._rows, trainer._bias)), trainer._weights, trainer._classBias);
    }

    private void Scatter(float[] values, float spread)
    {
        for (var index = 0; index < values.Length; index++)
            values[index] = (float)((_random.NextDouble() * 2) - 1) * spread;
    }

    private void Learn()
    {
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var rate = _options.Rate * (1 - (0.9f * epoch / _options.Epochs));
            foreach (var example in order)
                Step(_examples[example].Example, _examples[example].FirstClass, _examples[example].EndClass, rate);
        }
    }

    private void Step(TrainingExample example, int first, int end, float rate)
    {
        var (indexes, values) = example.Vector;
        var louder = 1 / (1 - _options.Dropout);
        _kept.Clear();
        _bias.CopyTo(_hidden, 0);
        for (var feature = 0; feature < indexes.Length; feature++)
        {
            if (_rowOf[indexes[feature]] < 0 || _random.NextDouble() < _options.Dropout)
                continue;
            _kept.Add(feature);
            TensorPrimitives.MultiplyAdd(Row(indexes[feature]), values[feature] * louder, _hidden, _hidden);
        }

        TensorPrimitives.Max(_hidden, 0f, _hidden);
        NameClasses(example.Label, first, end, rate * example.Weight);

        // What was bent to 0 learns nothing.
        for (var unit = 0; unit < _width; unit++)
            _gradient[unit] = _hidden[unit] > 0 ? _gradient[unit] * example.Weight : 0;
        var square = TensorPrimitives.SumOfSquares<float>(_gradient) / _width;
        if (square < 1e-12f)
            return;
        foreach (var feature in _kept)
        {
            var value = values[feature] * louder;
            ref var squares = ref _rowSquares[_rowOf[indexes[feature]]];
            squares += square * value * value;
            TensorPrimitives.MultiplyAdd(_gradient, rate * value / MathF.Sqrt(squares), Row(indexes[feature]), Row(indexes[feature]));
        }

        _biasSquares += square;
        TensorPrimitives.MultiplyAdd(_gradient, rate / MathF.Sqrt(_biasSquares), _bias, _bias);
    }

    /// <summary>Scores the classes of the example's set, corrects their layer, and leaves in the gradient what the encoder must change.</summary>
    private void NameClasses(int label, int first, int end, float rate)
    {
        var scores = _scores.AsSpan(first, end - first);
        for (var @class = first; @class < end; @class++)
            _scores[@class] = _classBias[@class] + TensorPrimitives.Dot<float>(ClassRow(@class), _hidden);
        Logistic.Softmax(scores);
        Array.Clear(_gradient);
        var length = TensorPrimitives.SumOfSquares<float>(_hidden) / _width;
        for (var @class = first; @class < end; @class++)
        {
            var error = (@class == label ? 1 : 0) - _scores[@class];
            if (Math.Abs(error) < 1e-5f)
                continue;
            TensorPrimitives.MultiplyAdd(ClassRow(@class), error, _gradient, _gradient);
            _classSquares[@class] += error * error * length;
            var step = rate * error / MathF.Sqrt(_classSquares[@class]);
            TensorPrimitives.MultiplyAdd(_hidden, step, ClassRow(@class), ClassRow(@class));
            _classBias[@class] += step;
        }
    }

    private Span<float> Row(int feature) => _rows.AsSpan(_rowOf[feature] * _width, _width);

    private Span<float> ClassRow(int @class) => _weights.AsSpan(@class * _width, _width);
}
