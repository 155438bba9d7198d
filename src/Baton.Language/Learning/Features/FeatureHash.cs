namespace Baton.Language;

/// <summary>Numbers for features. The same text gives the same number on every machine; trained artefacts depend on it.</summary>
internal static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of characters, to be joined or finished.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var character in text)
            hash = (hash ^ character) * Prime;
        return hash;
    }

    /// <summary>The hash of one thing after another; order counts.</summary>
    public static uint Join(uint first, uint second) => ((first * 2654435761u) ^ second) * Prime;

    /// <summary>The number of a feature in one of several spaces, which do not share features.</summary>
    /// <param name="space">Which space.</param>
    /// <param name="hash">What it is.</param>
    /// <param name="buckets">How many numbers there are; a power of two.</param>
    public static int Finish(char space, uint hash, int buckets)
    {
        hash ^= space * 0x9E3779B1u;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        hash ^= hash >> 16;
        return (int)(hash & (uint)(buckets - 1));
    }

    /// <summary>The number of a feature with a name, e.g. a measure of the conversation's course.</summary>
    public static int Named(string name, int buckets) => Finish('#', Of(name), buckets);
}
