namespace Baton.Language;

/// <summary>Gives every feature that enough examples have a row of weights.</summary>
internal static class FeatureRows
{
    /// <summary>By feature number, its row, or -1.</summary>
    public static int[] Of(IReadOnlyList<TrainingExample> examples, int buckets, int leastExamples, out int rows)
    {
        var seen = new int[buckets];
        var lastSeen = new int[buckets];
        for (var example = 0; example < examples.Count; example++)
        {
            foreach (var feature in examples[example].Vector.Indexes)
            {
                if (lastSeen[feature] == example + 1)
                    continue;
                lastSeen[feature] = example + 1;
                seen[feature]++;
            }
        }

        rows = 0;
        for (var feature = 0; feature < buckets; feature++)
            seen[feature] = seen[feature] >= leastExamples ? rows++ : -1;
        return seen;
    }
}
