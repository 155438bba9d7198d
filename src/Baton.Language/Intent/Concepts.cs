using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>Words of service talk that mean the same, in five languages: ten English examples then also serve a German message.</summary>
internal static class Concepts
{
    private static readonly FrozenDictionary<string, int> _concepts = Load();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan = _concepts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of the concept a folded word stands for; null for most words.</summary>
    public static int? Of(string word) => _concepts.TryGetValue(word, out var concept) ? concept : null;

    /// <summary>The same for a word that is no string yet.</summary>
    public static int? Of(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var concept) ? concept : null;

    private static FrozenDictionary<string, int> Load()
    {
        var concepts = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in EmbeddedText.Lines("Intent.concepts.txt"))
        {
            number++;
            foreach (var word in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                concepts.TryAdd(Folding.Fold(word), number);
        }

        return concepts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
