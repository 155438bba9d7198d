namespace Baton.Language;

/// <summary>Splits by group (conversation, scenario, author), never by message: what belongs together is learned from or measured on, not both.</summary>
internal static class GroupSplit
{
    /// <summary>The fold of a group, 0 to before <paramref name="folds"/>; it depends on the group's name and the seed alone.</summary>
    public static int Fold(string group, int folds, ulong seed = 1) =>
        (int)(new TrainingRandom(seed ^ (FeatureHash.Of(group) * 0x9E3779B97F4A7C15)).Next() % (ulong)folds);

    /// <summary>For each fold: the items outside it, to learn from, and those inside, to measure on.</summary>
    public static IEnumerable<(IReadOnlyList<T> Train, IReadOnlyList<T> Test)> Folds<T>(IReadOnlyList<T> items, Func<T, string> groupOf, int folds, ulong seed = 1)
    {
        var foldOf = items.Select(item => Fold(groupOf(item), folds, seed)).ToArray();
        for (var fold = 0; fold < folds; fold++)
        {
            var test = new List<T>();
            var train = new List<T>();
            for (var item = 0; item < foldOf.Length; item++)
                (foldOf[item] == fold ? test : train).Add(items[item]);
            if (test.Count > 0 && train.Count > 0)
                yield return (train, test);
        }
    }
}
