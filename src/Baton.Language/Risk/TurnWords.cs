namespace Baton.Language;

/// <summary>A turn's distinct words and numbers as sorted hashes, with the kinds of phrases in it: what turns are compared by.</summary>
internal sealed class TurnWords
{
    private const int MostWords = 160;

    // Shorter numbers (a size, a day) come again without meaning the same.
    private const int FewestDigits = 4;

    [ThreadStatic]
    private static TokenBuffer? _tokens;

    private readonly uint[] _hashes;
    private readonly float[] _weights;
    private readonly uint[] _numbers;
    private readonly float _total;

    private TurnWords(uint[] hashes, float[] weights, uint[] numbers, PhraseKinds kinds, bool asks)
    {
        (_hashes, _weights, _numbers, Kinds, Asks) = (hashes, weights, numbers, kinds, asks);
        _total = weights.Sum();
    }

    /// <summary>How many distinct words.</summary>
    public int Count => _hashes.Length;

    public PhraseKinds Kinds { get; }

    /// <summary>Ends with a question.</summary>
    public bool Asks { get; }

    public static TurnWords Of(string text)
    {
        var tokens = _tokens ??= new TokenBuffer();
        tokens.Read(text);
        var words = new List<(uint Hash, float Weight)>(Math.Min(tokens.Count, MostWords));
        for (var token = 0; token < tokens.Count && words.Count < MostWords; token++)
        {
            if (tokens[token].Kind != TokenKind.Mark)
                words.Add((tokens[token].Hash, Weight(tokens[token])));
        }

        words.Sort(static (left, right) => left.Hash.CompareTo(right.Hash));
        var kept = 0;
        for (var word = 0; word < words.Count; word++)
        {
            if (kept == 0 || words[kept - 1].Hash != words[word].Hash)
                words[kept++] = words[word];
        }

        var hashes = new uint[kept];
        var weights = new float[kept];
        for (var word = 0; word < kept; word++)
            (hashes[word], weights[word]) = words[word];
        return new TurnWords(hashes, weights, Numbers(text), PhraseFinder.Shipped.Find(tokens), text.AsSpan().TrimEnd() is [.., '?' or '？']);
    }

    /// <summary>Shared weight by all weight (weighed Jaccard), 0 to 1; 0 when both are empty.</summary>
    public float Likeness(TurnWords other)
    {
        var shared = Shared(other);
        var all = _total + other._total - shared;
        return all <= 0 ? 0 : shared / all;
    }

    /// <summary>Share of this turn's weight that the other has too.</summary>
    public float ShareIn(TurnWords other) => _total <= 0 ? 0 : Shared(other) / _total;

    /// <summary>Whether a number of this turn is in the other.</summary>
    public bool SharesNumber(TurnWords other) => _numbers.AsSpan().ContainsAny(other._numbers);

    public bool Has(PhraseKinds kinds) => (Kinds & kinds) != PhraseKinds.None;

    /// <summary>Adds the words as features, after the places of the measures.</summary>
    public void AddTo(FeatureBuffer buffer, char space, float weight)
    {
        for (var word = 0; word < _hashes.Length; word++)
            buffer.Add(RiskModels.WordsFrom + FeatureHash.Finish(space, _hashes[word], RiskModels.Buckets / 2), weight * _weights[word]);
    }

    private float Shared(TurnWords other)
    {
        var shared = 0f;
        for (int left = 0, right = 0; left < _hashes.Length && right < other._hashes.Length;)
        {
            if (_hashes[left] == other._hashes[right])
            {
                shared += _weights[left++];
                right++;
            }
            else if (_hashes[left] < other._hashes[right])
            {
                left++;
            }
            else
            {
                right++;
            }
        }

        return shared;
    }

    /// <summary>Longer words say more; a Han or kana character is a token of its own.</summary>
    private static float Weight(Token token) => token.Kind == TokenKind.Sign ? 0.6f : token.FoldedLength switch
    {
        <= 2 => 0.1f,
        3 => 0.3f,
        _ => 1,
    };

    private static uint[] Numbers(string text)
    {
        List<uint>? numbers = null;
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            if (at - start >= FewestDigits)
                (numbers ??= []).Add(FeatureHash.Of(text.AsSpan(start, at - start)));
        }

        return numbers is null ? [] : [.. numbers];
    }
}
