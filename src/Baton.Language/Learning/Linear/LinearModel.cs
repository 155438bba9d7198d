using System.Numerics.Tensors;

namespace Baton.Language;

/// <summary>
/// A linear model over hashed features: one score a class. For a yes-or-no question it has the single class "yes".
/// It is never changed and may be used from any thread.
/// </summary>
/// <param name="Classes">Their names, in the order of the scores.</param>
/// <param name="RowOf">By feature number, its row of weights, or -1.</param>
/// <param name="Weights">Row by row, one weight a class.</param>
/// <param name="Bias">One a class.</param>
internal sealed record LinearModel(IReadOnlyList<string> Classes, int[] RowOf, float[] Weights, float[] Bias)
{
    /// <summary>How many feature numbers it knows; a power of two.</summary>
    public int Buckets => RowOf.Length;

    /// <summary>The score of each class before calibration: log-odds for one class, logits for several.</summary>
    public void Score(ReadOnlySpan<int> indexes, ReadOnlySpan<float> values, Span<float> scores)
    {
        Bias.CopyTo(scores);
        var count = Bias.Length;
        for (var feature = 0; feature < indexes.Length; feature++)
        {
            var row = RowOf[indexes[feature]];
            if (row < 0)
                continue;
            var weights = Weights.AsSpan(row * count, count);
            if (count >= 16)
            {
                TensorPrimitives.MultiplyAdd(weights, values[feature], scores, scores);
                continue;
            }

            for (var @class = 0; @class < weights.Length; @class++)
                scores[@class] += values[feature] * weights[@class];
        }
    }

    /// <summary>A model that scores what both score together; they must have the same classes and feature numbers.</summary>
    public LinearModel Plus(LinearModel other)
    {
        var rowOf = new int[Buckets];
        var rows = 0;
        for (var feature = 0; feature < Buckets; feature++)
            rowOf[feature] = RowOf[feature] >= 0 || other.RowOf[feature] >= 0 ? rows++ : -1;
        var weights = new float[rows * Bias.Length];
        for (var feature = 0; feature < Buckets; feature++)
        {
            for (var @class = 0; @class < Bias.Length && rowOf[feature] >= 0; @class++)
                weights[(rowOf[feature] * Bias.Length) + @class] = Weight(feature, @class) + other.Weight(feature, @class);
        }

        return new LinearModel(Classes, rowOf, weights, [.. Bias.Zip(other.Bias, (left, right) => left + right)]);
    }

    /// <summary>One class of several as a yes-or-no question of its own.</summary>
    public LinearModel Of(int @class) => new(["yes"], RowOf, [.. Enumerable.Range(0, Weights.Length / Bias.Length).Select(row => Weights[(row * Bias.Length) + @class])], [Bias[@class]]);

    /// <summary>The same model with one class scored by another model of that class alone.</summary>
    public LinearModel With(int @class, LinearModel alone)
    {
        var rowOf = new int[Buckets];
        var rows = 0;
        for (var feature = 0; feature < Buckets; feature++)
            rowOf[feature] = RowOf[feature] >= 0 || alone.RowOf[feature] >= 0 ? rows++ : -1;
        var weights = new float[rows * Bias.Length];
        for (var feature = 0; feature < Buckets; feature++)
        {
            for (var other = 0; other < Bias.Length && rowOf[feature] >= 0; other++)
                weights[(rowOf[feature] * Bias.Length) + other] = other == @class ? alone.Weight(feature, 0) : Weight(feature, other);
        }

        return new LinearModel(Classes, rowOf, weights, [.. Bias.Select((bias, other) => other == @class ? alone.Bias[0] : bias)]);
    }

    /// <summary>The weight of a feature for a class; 0 when it has none.</summary>
    public float Weight(int index, int @class) => RowOf[index] is var row and >= 0 ? Weights[(row * Bias.Length) + @class] : 0;
}

/// <summary>Scores to probabilities.</summary>
internal static class Logistic
{
    public static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));

    /// <summary>Log-odds; the probability is kept away from 0 and 1.</summary>
    public static double Logit(double probability)
    {
        probability = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(probability / (1 - probability));
    }

    /// <summary>Turns scores into probabilities that add up to 1, in place.</summary>
    /// <param name="scores">The scores, then the probabilities.</param>
    /// <param name="temperature">Above 1 makes them less sure, below 1 surer.</param>
    public static void Softmax(Span<float> scores, float temperature = 1)
    {
        var highest = TensorPrimitives.Max<float>(scores);
        var sum = 0f;
        for (var index = 0; index < scores.Length; index++)
            sum += scores[index] = MathF.Exp((scores[index] - highest) / temperature);
        for (var index = 0; index < scores.Length; index++)
            scores[index] /= sum;
    }
}
