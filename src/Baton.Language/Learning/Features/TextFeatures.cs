namespace Baton.Language;

/// <summary>Which features are taken of a text. Part of every artefact: a model reads only what it was trained on.</summary>
/// <param name="Space">Texts of different spaces (the message, the reply before it) share no features.</param>
/// <param name="WordOrder">Words are taken alone and in rows of up to so many; 1 to 4.</param>
/// <param name="ShortestLetters">Letters inside words are taken in rows from so many on.</param>
/// <param name="LongestLetters">Up to so many; 0 for none.</param>
/// <param name="WordWeight">Length of the vector of words.</param>
/// <param name="LetterWeight">Length of the vector of letters.</param>
/// <param name="Window">Words are also taken in pairs, in any order, up to so many words apart; 0 for none.</param>
internal sealed record TextFeatureOptions(char Space, int WordOrder = 3, int ShortestLetters = 3, int LongestLetters = 5, float WordWeight = 1, float LetterWeight = 0.8f, int Window = 0);

/// <summary>Hashed features of a text: words, rows of words, and rows of letters inside words, so that typos and endings cost little.</summary>
internal static class TextFeatures
{
    private const int LongestWord = 40;

    /// <summary>Adds the features of tokens to a buffer. Nothing is allocated once the buffer is large enough.</summary>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="options">What is taken.</param>
    /// <param name="buckets">How many feature numbers there are; a power of two.</param>
    /// <param name="features">Where they go.</param>
    /// <param name="hasPlaces">Whether each keeps the tokens it was taken from; false for texts beside the message.</param>
    public static void Add(TokenBuffer tokens, TextFeatureOptions options, int buckets, FeatureBuffer features, bool hasPlaces = true)
    {
        var from = features.Count;
        AddWords(tokens, options, buckets, features, hasPlaces);
        if (options.Window > 0)
            AddPairs(tokens, options, buckets, features);
        features.Normalise(from, options.WordWeight);
        if (options.LongestLetters == 0)
            return;
        from = features.Count;
        for (var token = 0; token < tokens.Count; token++)
        {
            if (tokens[token].Kind == TokenKind.Word)
                AddLetters(tokens.Form(token), token, options, buckets, features);
        }

        features.Normalise(from, options.LetterWeight);
    }

    /// <summary>Rows of words; the text's ends count as words, since what opens a message says more than what stands inside.</summary>
    private static void AddWords(TokenBuffer tokens, TextFeatureOptions options, int buckets, FeatureBuffer features, bool hasPlaces)
    {
        const uint edge = 7919;
        for (var first = -1; first <= tokens.Count; first++)
        {
            var hash = first < 0 || first == tokens.Count ? edge : tokens[first].Hash;
            if (first >= 0 && first < tokens.Count)
                features.Add(FeatureHash.Finish(options.Space, hash, buckets), 1, hasPlaces ? first : -1, 1);
            for (var last = first + 1; last < first + options.WordOrder && last <= tokens.Count; last++)
            {
                hash = FeatureHash.Join(hash, last == tokens.Count ? edge : tokens[last].Hash);
                var begin = Math.Max(first, 0);
                var count = Math.Min(last, tokens.Count - 1) - begin + 1;
                if (count > 0)
                    features.Add(FeatureHash.Finish(options.Space, hash, buckets), 1, hasPlaces ? begin : -1, count);
            }
        }
    }

    /// <summary>Pairs of words that stand near each other, in either order: "card … blocked" and "blocked … card".</summary>
    private static void AddPairs(TokenBuffer tokens, TextFeatureOptions options, int buckets, FeatureBuffer features)
    {
        var space = (char)(options.Space + 0x200);
        for (var first = 0; first < tokens.Count; first++)
        {
            for (var second = first + 2; second <= first + options.Window && second < tokens.Count; second++)
            {
                var (low, high) = tokens[first].Hash < tokens[second].Hash ? (tokens[first].Hash, tokens[second].Hash) : (tokens[second].Hash, tokens[first].Hash);
                features.Add(FeatureHash.Finish(space, FeatureHash.Join(low, high), buckets), 0.7f, first, second - first + 1);
            }
        }
    }

    private static void AddLetters(ReadOnlySpan<char> word, int token, TextFeatureOptions options, int buckets, FeatureBuffer features)
    {
        Span<char> padded = stackalloc char[LongestWord + 2];
        var length = Math.Min(word.Length, LongestWord);
        padded[0] = '<';
        word[..length].CopyTo(padded[1..]);
        padded[length + 1] = '>';
        padded = padded[..(length + 2)];
        var space = (char)(options.Space + 0x100);
        for (var size = options.ShortestLetters; size <= options.LongestLetters && size <= padded.Length; size++)
        {
            for (var start = 0; start + size <= padded.Length; start++)
                features.Add(FeatureHash.Finish(space, FeatureHash.Of(padded.Slice(start, size)), buckets), 1, token, 1);
        }
    }
}
