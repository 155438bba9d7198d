using System.Numerics.Tensors;

namespace Baton.Language;

/// <summary>
/// Turns a sentence's features into a short dense vector in which sentences that want the same lie near each other. Each feature has
/// a vector (a row of the linear model); their weighed sum, bent at 0, is the sentence's.
/// </summary>
internal sealed record SentenceEncoder(LinearModel Linear)
{
    /// <summary>Numbers a vector has.</summary>
    public int Width => Linear.Bias.Length;

    /// <summary>Writes the sentence's vector to <paramref name="hidden"/>, which has <see cref="Width"/> numbers.</summary>
    public void Encode(ReadOnlySpan<int> indexes, ReadOnlySpan<float> values, Span<float> hidden)
    {
        Linear.Score(indexes, values, hidden);
        TensorPrimitives.Max<float>(hidden, 0, hidden);
    }
}

/// <summary>An encoder with a layer that names classes from its vectors.</summary>
/// <param name="Encoder">The encoder.</param>
/// <param name="Weights">One row of the encoder's width a class.</param>
/// <param name="ClassBias">One a class.</param>
internal sealed record EncoderClassifier(SentenceEncoder Encoder, float[] Weights, float[] ClassBias)
{
    /// <summary>The score of each class before softmax.</summary>
    public void Score(ReadOnlySpan<int> indexes, ReadOnlySpan<float> values, Span<float> scores)
    {
        Span<float> hidden = stackalloc float[Encoder.Width];
        Encoder.Encode(indexes, values, hidden);
        for (var @class = 0; @class < scores.Length; @class++)
            scores[@class] = ClassBias[@class] + TensorPrimitives.Dot(Weights.AsSpan(@class * Encoder.Width, Encoder.Width), hidden);
    }
}
