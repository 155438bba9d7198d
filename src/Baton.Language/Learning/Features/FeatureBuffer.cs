namespace Baton.Language;

/// <summary>
/// The sparse features of one message, collected into arrays that are used again for the next message. A feature may stand in it more
/// than once; its values then add up. One buffer serves one thread at a time.
/// </summary>
internal sealed class FeatureBuffer
{
    private int[] _indexes = new int[1024];
    private float[] _values = new float[1024];
    private int[] _tokens = new int[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Indexes => _indexes.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds one feature.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="value">Its value.</param>
    /// <param name="firstToken">The first token it was taken from, or -1 when it was taken from none.</param>
    /// <param name="tokenCount">From how many tokens, at most 255.</param>
    public void Add(int index, float value, int firstToken = -1, int tokenCount = 0)
    {
        if (Count == _indexes.Length)
        {
            Array.Resize(ref _indexes, Count * 2);
            Array.Resize(ref _values, Count * 2);
            Array.Resize(ref _tokens, Count * 2);
        }

        _indexes[Count] = index;
        _values[Count] = value;
        _tokens[Count++] = firstToken < 0 ? -1 : (firstToken << 8) | tokenCount;
    }

    /// <summary>The tokens a feature was taken from; First is -1 when from none.</summary>
    public (int First, int Count) TokensOf(int feature) =>
        _tokens[feature] < 0 ? (-1, 0) : (_tokens[feature] >> 8, _tokens[feature] & 255);

    /// <summary>Scales the features from a position on to a Euclidean length; features of length 0 stay as they are.</summary>
    public void Normalise(int from, float length)
    {
        var square = 0f;
        for (var feature = from; feature < Count; feature++)
            square += _values[feature] * _values[feature];
        if (square == 0)
            return;
        var factor = length / MathF.Sqrt(square);
        for (var feature = from; feature < Count; feature++)
            _values[feature] *= factor;
    }

    /// <summary>A copy to keep, e.g. for training.</summary>
    public FeatureVector ToVector() => new(Indexes.ToArray(), Values.ToArray());
}
