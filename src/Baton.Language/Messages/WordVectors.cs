using System.Collections.Frozen;
using System.Numerics.Tensors;

namespace Baton.Language;

/// <summary>
/// Meanings of English words as vectors (GloVe: Pennington, Socher, Manning 2014), kept as a linear model with one class a dimension, one that
/// counts the word's weight and one for how good or bad it is (VADER: Hutto, Gilbert 2014): adding up the rows of a text's words gives its mean, the frequent words counting less
/// (Arora, Liang, Ma 2017). Words said in other words than those the models learned from are read by it.
/// </summary>
/// <param name="table">The rows; what a word's row is multiplied with is already in it.</param>
internal sealed class WordVectors(LinearModel table)
{
    /// <summary>How many dimensions a vector has.</summary>
    public const int Dimensions = 100;

    /// <summary>How many numbers words may have; few enough words share one that the noise does not count.</summary>
    public const int Buckets = 1 << 20;

    private const int Scope = 4;

    private static readonly FrozenSet<uint> _negations = new[]
    {
        "not", "no", "never", "nothing", "none", "without", "hardly", "barely", "scarcely", "cannot", "cant", "dont", "doesnt", "didnt", "isnt", "arent", "aint", "wasnt", "werent",
        "wont", "wouldnt", "couldnt", "shouldnt", "havent", "hasnt", "hadnt", "nobody",
    }.Select(word => FeatureHash.Of(word)).ToFrozenSet();

    private static readonly float[] _ones = [.. Enumerable.Repeat(1f, TokenBuffer.MaximumTokens)];

    [ThreadStatic]
    private static int[]? _numbers;

    /// <summary>The number of a word, by the hash of its folded form.</summary>
    public static int Number(uint hash) => FeatureHash.Finish('v', hash, Buckets);

    /// <summary>Writes the mean of a text's words as a vector of length 1; all 0 when it has none that is known.</summary>
    /// <returns>Whether a word was known.</returns>
    public bool Read(TokenBuffer tokens, Span<float> mean)
    {
        var numbers = _numbers ??= new int[TokenBuffer.MaximumTokens];
        for (var token = 0; token < tokens.Count; token++)
            numbers[token] = Number(tokens[token].Hash);
        return Read(numbers.AsSpan(0, tokens.Count), mean);
    }

    /// <summary>The same of the words that a negation before them turns round ("not very helpful"): up to four, to the next mark.</summary>
    public bool ReadNegated(TokenBuffer tokens, Span<float> mean)
    {
        var numbers = _numbers ??= new int[TokenBuffer.MaximumTokens];
        int count = 0, left = 0;
        for (var token = 0; token < tokens.Count; token++)
        {
            if (_negations.Contains(tokens[token].Hash))
                left = Scope;
            else if (tokens[token].Kind == TokenKind.Mark)
                left = 0;
            else if (left-- > 0)
                numbers[count++] = Number(tokens[token].Hash);
        }

        return Read(numbers.AsSpan(0, count), mean);
    }

    /// <summary>
    /// How good and how bad the words are, each a sum of what VADER's list says (0 to 4 a word, bad as a positive number too); a word that a
    /// negation turns round counts to the other side, three quarters of it (Hutto, Gilbert 2014).
    /// </summary>
    public (float Good, float Bad, float Worst) Valence(TokenBuffer tokens)
    {
        float good = 0, bad = 0, worst = 0;
        var left = 0;
        for (var token = 0; token < tokens.Count; token++)
        {
            if (tokens[token].Kind == TokenKind.Mark)
                left = 0;
            var valence = table.Weight(Number(tokens[token].Hash), Dimensions + 1) * (left-- > 0 ? -0.75f : 1);
            good += Math.Max(0, valence);
            bad += Math.Max(0, -valence);
            worst = Math.Max(worst, -valence);
            if (_negations.Contains(tokens[token].Hash))
                left = Scope;
        }

        return (good, bad, worst);
    }

    private bool Read(ReadOnlySpan<int> numbers, Span<float> mean)
    {
        Span<float> sums = stackalloc float[Dimensions + 2];
        table.Score(numbers, _ones.AsSpan(0, numbers.Length), sums);
        var length = TensorPrimitives.Norm<float>(sums[..Dimensions]);
        if (sums[Dimensions] <= 0 || length <= 0)
        {
            mean.Clear();
            return false;
        }

        TensorPrimitives.Divide(sums[..Dimensions], length, mean);
        return true;
    }
}
