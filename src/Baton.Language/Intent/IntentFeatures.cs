namespace Baton.Language;

/// <summary>
/// What the intent models look at: words, pairs of neighbours and of words that stand near each other, letters inside words, and the
/// concepts that words stand for, which "parcel", "package" and "Paket" share.
/// </summary>
internal sealed class IntentFeatures
{
    /// <summary>How many feature numbers there are.</summary>
    public const int Buckets = 1 << 18;

    private const float ConceptWeight = 0.8f;
    private const int MostConcepts = 64;
    private static readonly TextFeatureOptions _options = new('i', WordOrder: 2, ShortestLetters: 2, LongestLetters: 4, LetterWeight: 1, Window: 4);

    [ThreadStatic]
    private static IntentFeatures? _ofThread;

    private readonly TokenBuffer _tokens = new();
    private readonly int[] _concepts = new int[MostConcepts];

    /// <summary>The calling thread's own; what it holds lasts until the next text.</summary>
    public static IntentFeatures OfThread => _ofThread ??= new IntentFeatures();

    public FeatureBuffer Buffer { get; } = new();

    /// <summary>Collects the features of a text; a text of marks alone has none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isForeign">True for a text in a language that no example has: only its concepts say something then.</param>
    public void Collect(ReadOnlySpan<char> text, bool isForeign = false)
    {
        Buffer.Clear();
        _tokens.Read(text);
        if (!isForeign)
            TextFeatures.Add(_tokens, _options, Buckets, Buffer);
        AddConcepts();
    }

    /// <summary>A copy of a text's features.</summary>
    public FeatureVector Vector(ReadOnlySpan<char> text, bool isForeign = false)
    {
        Collect(text, isForeign);
        return Buffer.ToVector();
    }

    private void AddConcepts()
    {
        var count = FindConcepts();
        var from = Buffer.Count;
        for (var first = 0; first < count; first++)
        {
            Buffer.Add(FeatureHash.Finish('c', (uint)_concepts[first], Buckets), 1);
            if (first + 1 < count && _concepts[first] != _concepts[first + 1])
            {
                var (low, high) = (Math.Min(_concepts[first], _concepts[first + 1]), Math.Max(_concepts[first], _concepts[first + 1]));
                Buffer.Add(FeatureHash.Finish('d', FeatureHash.Join((uint)low, (uint)high), Buckets), 0.7f);
            }
        }

        Buffer.Normalise(from, ConceptWeight);
    }

    /// <summary>The concepts in order. A Chinese word has two characters, or one where no two of them mean something.</summary>
    private int FindConcepts()
    {
        Span<char> pair = stackalloc char[4];
        var count = 0;
        for (var token = 0; token < _tokens.Count && count < MostConcepts; token++)
        {
            var form = _tokens.Form(token);
            var concept = 0;
            if (_tokens[token].Kind == TokenKind.Word)
            {
                concept = Concepts.Of(form) ?? 0;
            }
            else if (_tokens[token].Kind == TokenKind.Sign && form.Length == 1)
            {
                if (token + 1 < _tokens.Count && _tokens.Form(token + 1).Length == 1)
                {
                    pair[0] = form[0];
                    pair[1] = _tokens.Form(token + 1)[0];
                    concept = Concepts.Of(pair[..2]) ?? 0;
                }

                concept = concept > 0 ? concept : Concepts.Of(form) ?? 0;
            }

            if (concept > 0 && (count == 0 || _concepts[count - 1] != concept))
                _concepts[count++] = concept;
        }

        return count;
    }
}
