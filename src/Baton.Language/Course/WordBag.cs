namespace Baton.Language;

/// <summary>The distinct words of a turn as sorted hashes with a weight (longer words say more), to compare turns without garbage.</summary>
internal sealed class WordBag
{
    private readonly uint[] _hashes = new uint[TokenBuffer.MaximumTokens];
    private readonly float[] _weights = new float[TokenBuffer.MaximumTokens];
    private float _total;

    /// <summary>How many distinct words.</summary>
    public int Count { get; private set; }

    public void Fill(TokenBuffer tokens)
    {
        Count = 0;
        for (var token = 0; token < tokens.Count; token++)
        {
            if (tokens[token].Kind == TokenKind.Mark)
                continue;
            _hashes[Count] = tokens[token].Hash;
            _weights[Count++] = Weight(tokens[token]);
        }

        Array.Sort(_hashes, _weights, 0, Count);
        var kept = 0;
        _total = 0;
        for (var word = 0; word < Count; word++)
        {
            if (kept > 0 && _hashes[kept - 1] == _hashes[word])
                continue;
            _hashes[kept] = _hashes[word];
            _weights[kept++] = _weights[word];
            _total += _weights[word];
        }

        Count = kept;
    }

    /// <summary>Shared weight by all weight (weighed Jaccard), 0 to 1; 0 when both are empty.</summary>
    public float Likeness(WordBag other)
    {
        var shared = Shared(other);
        var all = _total + other._total - shared;
        return all <= 0 ? 0 : shared / all;
    }

    /// <summary>Share of this bag's weight that the other has too.</summary>
    public float ShareIn(WordBag other) => _total <= 0 ? 0 : Shared(other) / _total;

    private static float Weight(Token token) => token.Kind == TokenKind.Sign ? 0.6f : token.FoldedLength switch
    {
        <= 2 => 0.1f,
        3 => 0.3f,
        _ => 1,
    };

    private float Shared(WordBag other)
    {
        var shared = 0f;
        for (int left = 0, right = 0; left < Count && right < other.Count;)
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
}
