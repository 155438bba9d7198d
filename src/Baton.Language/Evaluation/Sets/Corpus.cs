using System.Text.Json;

namespace Baton.Language;

/// <summary>Reads the Baton corpus: messages, and the customers' turns of conversations, by the splits of their scenarios.</summary>
internal sealed class Corpus
{
    private readonly Dictionary<string, string> _splitOf = new(StringComparer.Ordinal);
    private readonly string _folder;

    /// <param name="folder">The corpus's folder.</param>
    /// <exception cref="InvalidDataException">The folder is not the corpus, or a line of it cannot be read.</exception>
    public Corpus(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(Path.Combine(folder, "scenarios")))
            throw new InvalidDataException($"{folder} is not the Baton corpus: it has no folder scenarios.");
        foreach (var scenario in Lines("scenarios"))
            _splitOf[Text(scenario, "id")] = Text(scenario, "split");
    }

    /// <summary>The messages of a split: <c>train</c>, <c>dev</c> or <c>test</c>.</summary>
    public IReadOnlyList<LabelledMessage> Messages(string split) =>
        [.. Lines("messages").Where(line => IsIn(line, split)).Select(MessageJson.Read)];

    /// <summary>The customers' turns of the conversations of a split, each with the turns before it.</summary>
    public IReadOnlyList<LabelledMessage> ConversationTurns(string split) =>
        [.. Lines("conversations").Where(line => IsIn(line, split)).SelectMany(MessageJson.ReadTurns)];

    /// <summary>The conversations of a split, as they stand in the corpus.</summary>
    public IEnumerable<JsonElement> Conversations(string split) => Lines("conversations").Where(line => IsIn(line, split));

    /// <summary>The replies of a split.</summary>
    public IReadOnlyList<LabelledReply> Replies(string split) =>
        [.. Lines("replies").Where(line => IsIn(line, split)).Select(LabelledReply.Read)];

    private bool IsIn(JsonElement line, string split) => _splitOf.GetValueOrDefault(Text(line, "scenario")) == split;

    private IEnumerable<JsonElement> Lines(string part)
    {
        var folder = Path.Combine(_folder, part);
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var line in JsonLines.Read(file))
                yield return line;
        }
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;
}
