using System.Text.Json;

namespace Baton.Language.Tests;

/// <summary>A line of the corpus with the place it stands, so that a failed test says where to look.</summary>
internal sealed record CorpusLine(string Place, string Part, JsonElement Json)
{
    public string Id => Text("id");

    public string Text(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public JsonElement[] Items(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    public override string ToString() => $"{Place} {Id}";
}

/// <summary>The corpus of the repository the tests run in.</summary>
internal static class CorpusFiles
{
    private static readonly Lazy<CorpusLine[]> Scenario = new(() => Read("scenarios"));
    private static readonly Lazy<CorpusLine[]> Message = new(() => Read("messages"));
    private static readonly Lazy<CorpusLine[]> Conversation = new(() => Read("conversations"));
    private static readonly Lazy<CorpusLine[]> Reply = new(() => Read("replies"));

    public static CorpusLine[] Scenarios => Scenario.Value;
    public static CorpusLine[] Messages => Message.Value;
    public static CorpusLine[] Conversations => Conversation.Value;
    public static CorpusLine[] Replies => Reply.Value;

    /// <summary>Messages, conversations and replies: every line that belongs to a scenario.</summary>
    public static IEnumerable<CorpusLine> Entries => [.. Messages, .. Conversations, .. Replies];

    /// <summary>Fails with every fault in full: the writer of the corpus mends them all at once.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }

    private static CorpusLine[] Read(string part)
    {
        var folder = Path.Combine(Root(), part);
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(file => Lines(folder, part, file))];
    }

    private static IEnumerable<CorpusLine> Lines(string folder, string part, string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
            yield return Parsed($"{part}/{Path.GetRelativePath(folder, file)}:{++number}", part, line);
    }

    private static CorpusLine Parsed(string place, string part, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return new CorpusLine(place, part, document.RootElement.Clone());
        }
        catch (JsonException error)
        {
            throw new FormatException($"{place} is not JSON: {error.Message}", error);
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "corpus", "README.md")))
                return Path.Combine(folder.FullName, "corpus");
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds corpus/README.md.");
    }
}
