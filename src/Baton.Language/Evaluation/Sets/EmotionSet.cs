namespace Baton.Language;

/// <summary>GoEmotions (Demszky and others 2020), its 28 emotions joined into ten groups.</summary>
internal static class EmotionSet
{
    private static readonly Dictionary<string, string[]> _groups = new(StringComparer.Ordinal)
    {
        ["neutral"] = ["neutral", "realization"],
        ["anger"] = ["anger"],
        ["annoyance"] = ["annoyance"],
        ["disapproval"] = ["disapproval", "disgust"],
        ["sadness"] = ["disappointment", "sadness", "remorse", "grief", "embarrassment"],
        ["fear"] = ["fear", "nervousness"],
        ["gratitude"] = ["gratitude", "relief"],
        ["praise"] = ["admiration", "love"],
        ["joy"] = ["joy", "excitement", "optimism", "pride", "amusement", "approval", "caring"],
        ["question"] = ["curiosity", "confusion", "surprise", "desire"],
    };

    public static IReadOnlyList<string> Groups { get; } = [.. _groups.Keys];

    public static IReadOnlyList<string> NegativeGroups { get; } = ["anger", "annoyance", "disapproval", "sadness", "fear"];

    /// <summary>Comments with the groups of their emotions; split <c>train</c>, <c>dev</c> or <c>test</c>.</summary>
    public static IReadOnlyList<(string Text, IReadOnlyList<int> Groups)> Read(string data, string split)
    {
        var names = File.ReadAllLines(Path.Combine(data, "goemotions", "labels.txt")).Where(name => name.Length > 0).ToArray();
        var groupOf = names.Select(name => _groups.Values.ToList().FindIndex(group => group.Contains(name))).ToArray();
        return [.. File.ReadLines(Path.Combine(data, "goemotions", split + ".tsv")).Select(line => line.Split('\t')).Where(cells => cells.Length >= 2)
            .Select(cells => (cells[0], (IReadOnlyList<int>)[.. cells[1].Split(',').Select(label => groupOf[int.Parse(label, System.Globalization.CultureInfo.InvariantCulture)]).Distinct()]))];
    }
}
