namespace Baton.Language;

/// <summary>Finds the words that speak most for a feeling and against a neutral message.</summary>
internal static class FeelingEvidence
{
    private const int MostWords = 8;
    private const float Enough = 0.25f;

    /// <summary>The words as written; null when no words speak plainly for it, as when the course alone shows it.</summary>
    public static string? Find(MessageFeatures features, LinearModel model, Feeling feeling, string text)
    {
        if (features.Tokens.Count == 0)
            return null;
        Span<float> shares = stackalloc float[TokenBuffer.MaximumTokens];
        shares = shares[..features.Tokens.Count];
        for (var feature = 0; feature < features.Buffer.Count; feature++)
        {
            var (first, count) = features.Buffer.TokensOf(feature);
            if (first < 0)
                continue;
            var index = features.Buffer.Indexes[feature];
            var share = features.Buffer.Values[feature] * (model.Weight(index, (int)feeling) - model.Weight(index, (int)Feeling.Neutral)) / count;
            for (var token = first; token < first + count; token++)
                shares[token] += share;
        }

        var (start, end, sum) = Best(shares);
        return sum < Enough ? null : text[features.Tokens[start].Start..features.Tokens[end].End];
    }

    /// <summary>The row of words with the largest sum.</summary>
    private static (int Start, int End, float Sum) Best(ReadOnlySpan<float> shares)
    {
        var best = (Start: 0, End: 0, Sum: float.MinValue);
        for (var start = 0; start < shares.Length; start++)
        {
            var sum = 0f;
            for (var end = start; end < Math.Min(start + MostWords, shares.Length); end++)
            {
                sum += shares[end];
                if (sum > best.Sum)
                    best = (start, end, sum);
            }
        }

        return best;
    }
}
