namespace Baton.Language;

/// <summary>A message as a sparse vector: sorted feature numbers and their weights.</summary>
internal readonly record struct FeatureVector(int[] Indexes, float[] Values)
{
    /// <summary>Inner product; for vectors of length 1 the cosine similarity.</summary>
    public float Similarity(FeatureVector other)
    {
        var sum = 0f;
        for (int left = 0, right = 0; left < Indexes.Length && right < other.Indexes.Length;)
        {
            if (Indexes[left] == other.Indexes[right])
                sum += Values[left++] * other.Values[right++];
            else if (Indexes[left] < other.Indexes[right])
                left++;
            else
                right++;
        }

        return sum;
    }
}

/// <summary>
/// Takes the features of words: the words and their neighbours, their letters in threes and fours (so that typos cost little) and
/// the concepts they stand for, which "parcel", "package" and "Paket" share.
/// </summary>
internal static class Features
{
    /// <summary>Features are hashed into so many numbers.</summary>
    public const int Count = 1 << 17;

    private const float WordWeight = 1f;
    private const float PairWeight = 0.6f;
    private const float LetterWeight = 0.32f;
    private const float ConceptWeight = 1.6f;
    private const float ConceptPairWeight = 0.7f;

    /// <summary>Raw weights by feature, not yet weighed by rarity.</summary>
    public static Dictionary<int, float> Take(IReadOnlyList<string> words)
    {
        var features = new Dictionary<int, float>();
        var previous = "^";
        int? previousConcept = null;
        foreach (var word in words)
        {
            var form = IsNumber(word) ? "0" : word;
            var concept = Concepts.Of(form);

            // What is known by its meaning need not be known by its letters, which differ between languages.
            var share = concept is null ? 1 : 0.5f;
            Add(features, Hash('w', form), WordWeight * share);
            Add(features, Hash('p', previous, form), PairWeight * share);
            AddLetters(features, form, LetterWeight * share);
            if (concept is { } meaning)
            {
                Add(features, Hash('c', meaning), ConceptWeight);
                if (previousConcept is { } before && before != meaning)
                    Add(features, Hash('d', Math.Min(before, meaning), Math.Max(before, meaning)), ConceptPairWeight);
                previousConcept = meaning;
            }

            previous = form;
        }

        return features;
    }

    private static bool IsNumber(string word) => word.Any(char.IsAsciiDigit);

    private static void Add(Dictionary<int, float> features, int feature, float weight)
    {
        // Saying a word twice says little more than saying it once.
        features[feature] = features.TryGetValue(feature, out var present) ? Math.Min(present + (weight * 0.3f), weight * 1.6f) : weight;
    }

    private static void AddLetters(Dictionary<int, float> features, string word, float weight)
    {
        if (word.Length < 4)
            return;
        Span<char> padded = stackalloc char[Math.Min(word.Length, 30) + 2];
        padded[0] = '<';
        word.AsSpan(0, padded.Length - 2).CopyTo(padded[1..]);
        padded[^1] = '>';
        for (var size = 3; size <= 4; size++)
        {
            for (var start = 0; start + size <= padded.Length; start++)
                Add(features, Hash((char)('0' + size), padded.Slice(start, size)), weight);
        }
    }

    private static int Hash(char space, ReadOnlySpan<char> text) => Finish(Hash(2166136261u ^ space, text));

    private static int Hash(char space, string first, string second) =>
        Finish(Hash(Hash(2166136261u ^ space, first) * 31, second));

    private static int Hash(char space, int first, int second = 0) =>
        Finish((((2166136261u ^ space) * 16777619) ^ (uint)first) * 16777619 ^ ((uint)second * 2654435761u));

    private static uint Hash(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * 16777619;
        return hash;
    }

    private static int Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 2246822519u;
        hash ^= hash >> 13;
        return (int)(hash & (Count - 1));
    }
}
