namespace Baton.Language;

/// <summary>
/// Few-shot episodes as a team meets them: some intents drawn from a set, ten sentences of each to learn from, then messages that want
/// one of them and messages that want none.
/// </summary>
/// <param name="train">Where the ten sentences come from.</param>
/// <param name="test">Where the messages come from.</param>
/// <param name="none">Further messages that want none of the set's intents.</param>
internal sealed class IntentEpisodes(IReadOnlyList<IntentExample> train, IReadOnlyList<IntentExample> test, IReadOnlyList<string> none)
{
    private const int Examples = 10;
    private const int MessagesAnIntent = 6;
    private const int OutOfScope = 40;

    public IEnumerable<IntentOutcome> Run(int episodes, ulong seed) =>
        RunWith(episodes, seed, definitions => Judge(new IntentModel(definitions))).Select(one => new IntentOutcome(one.Wanted, one.Said));

    /// <summary>The same episodes for any way to learn: it gets the definitions and gives what reads a message.</summary>
    public IEnumerable<(string? Wanted, T Said)> RunWith<T>(int episodes, ulong seed, Func<IReadOnlyList<IntentDefinition>, Func<string, T>> learn)
    {
        var random = new TrainingRandom(seed);
        var byIntent = train.Where(example => example.Intent is not null).GroupBy(example => example.Intent!).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var testByIntent = test.Where(example => example.Intent is not null).GroupBy(example => example.Intent!).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        for (var episode = 0; episode < episodes; episode++)
        {
            var names = byIntent.Keys.Where(testByIntent.ContainsKey).Order(StringComparer.Ordinal).ToList();
            random.Shuffle(names);
            var count = Math.Min(5 + random.Next(11), (names.Count + 1) / 2);
            var chosen = names.Take(count).ToList();
            var definitions = chosen.Select(name => new IntentDefinition(name, name, [.. Draw(byIntent[name], Examples, random).Select(example => example.Text)])).ToList();
            var read = learn(definitions);
            foreach (var message in chosen.SelectMany(name => Draw(testByIntent[name], MessagesAnIntent, random)))
                yield return (message.Intent, read(message.Text));
            var others = names.Skip(count).SelectMany(name => testByIntent[name]).Select(example => example.Text).ToList();
            foreach (var text in Draw(others, OutOfScope / 2, random).Concat(Draw(none, OutOfScope / 2, random)))
                yield return (null, read(text));
        }
    }

    private static Func<string, IReadOnlyList<IntentOpinion>> Judge(IntentModel model) => text => model.Judge(IntentWords.Of(text));

    private static List<T> Draw<T>(IReadOnlyList<T> items, int count, TrainingRandom random)
    {
        var drawn = items.ToList();
        random.Shuffle(drawn);
        return [.. drawn.Take(count)];
    }
}
