using System.Numerics.Tensors;

namespace Baton.Language;

/// <summary>
/// Features of what a message means, whatever its words: its mean vector, the reply's, where the two agree, and how near the message is
/// to what was said before. Kept a thread and used again.
/// </summary>
internal sealed class MeaningFeatures
{
    private const int MostTurns = 6;

    /// <summary>Length of a text's vector beside the length 1 of its words.</summary>
    private const float Length = 2;

    private static readonly int[] _message = Numbers("meaning"), _reply = Numbers("reply-meaning"), _agreement = Numbers("agreement"), _negated = Numbers("negated-meaning");

    private readonly TokenBuffer _tokens = new();
    private readonly float[] _own = new float[WordVectors.Dimensions];
    private readonly float[] _last = new float[WordVectors.Dimensions];
    private readonly float[] _other = new float[WordVectors.Dimensions];

    /// <summary>How near the message is to the reply before it; 0 to 1, as the following.</summary>
    public float NearReply { get; private set; }

    /// <summary>How near it is to the nearest of the customer's own turns before.</summary>
    public float NearOwn { get; private set; }

    /// <summary>How near the last reply is to the nearest reply before it.</summary>
    public float RepliesNear { get; private set; }

    /// <summary>The features of a text alone.</summary>
    public static void Add(TokenBuffer tokens, WordVectors words, FeatureBuffer features)
    {
        Span<float> mean = stackalloc float[WordVectors.Dimensions];
        if (words.Read(tokens, mean))
            Add(mean, _message, Length, features);
        if (words.ReadNegated(tokens, mean))
            Add(mean, _negated, Length, features);
    }

    /// <summary>The features of a message's course; those of the text alone are added before.</summary>
    public void AddCourse(TokenBuffer message, IReadOnlyList<Turn> before, WordVectors? words, FeatureBuffer features)
    {
        NearReply = NearOwn = RepliesNear = 0;
        if (words is null || before.Count == 0 || !words.Read(message, _own))
            return;
        var hasReply = before[^1].Speaker != "customer" && Read(words, before[^1]);
        if (hasReply)
        {
            _other.CopyTo(_last, 0);
            Add(_last, _reply, Length / 2, features);
            NearReply = Math.Max(0, TensorPrimitives.Dot<float>(_own, _last));
            TensorPrimitives.Multiply(_own, _last, _other);
            Add(_other, _agreement, Length * 3, features);
        }

        for (var turn = before.Count - (hasReply ? 2 : 1); turn >= Math.Max(0, before.Count - MostTurns); turn--)
        {
            if (!Read(words, before[turn]))
                continue;
            if (before[turn].Speaker == "customer")
                NearOwn = Math.Max(NearOwn, TensorPrimitives.Dot<float>(_own, _other));
            else if (hasReply)
                RepliesNear = Math.Max(RepliesNear, TensorPrimitives.Dot<float>(_last, _other));
        }
    }

    private bool Read(WordVectors words, Turn turn)
    {
        _tokens.Read(turn.Text);
        return words.Read(_tokens, _other);
    }

    private static void Add(ReadOnlySpan<float> vector, int[] numbers, float length, FeatureBuffer features)
    {
        for (var dimension = 0; dimension < vector.Length; dimension++)
            features.Add(numbers[dimension], vector[dimension] * length);
    }

    private static int[] Numbers(string name) => [.. Enumerable.Range(0, WordVectors.Dimensions).Select(dimension => FeatureHash.Named($"{name}.{dimension}", MessageFeatures.Buckets))];
}
