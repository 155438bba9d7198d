using System.Text.Json;

namespace Baton.Language;

/// <summary>A sentence with its intent; null for none of the set's.</summary>
internal sealed record IntentExample(string Text, string? Intent, string Group);

/// <summary>Intent sets by others, in the form their makers publish them.</summary>
internal static class IntentSets
{
    /// <summary>CLINC150 (Larson and others 2019): <c>clinc150/data_full.json</c>; split <c>train</c>, <c>val</c>, <c>test</c>, or one with <c>oos_</c> before it.</summary>
    public static IReadOnlyList<IntentExample> Clinc(string data, string split)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "clinc150", "data_full.json")));
        return [.. document.RootElement.GetProperty(split).EnumerateArray().Select(pair => (Text: pair[0].GetString()!, Intent: pair[1].GetString()!))
            .Select((pair, number) => new IntentExample(pair.Text, pair.Intent == "oos" ? null : pair.Intent, $"{split}-{number}"))];
    }

    /// <summary>banking77 (Casanueva and others 2020): <c>banking77/train.csv</c> and <c>test.csv</c>.</summary>
    public static IReadOnlyList<IntentExample> Banking(string data, string split) =>
        [.. CsvFile.Read(Path.Combine(data, "banking77", split + ".csv")).Skip(1).Select((row, number) => new IntentExample(row[0].Trim(), row[1], $"{split}-{number}"))];

    /// <summary>MultiDoGO (Peskov and others 2019), turns with one intent; domains <c>airline</c>, <c>fastfood</c>, <c>finance</c>, <c>insurance</c>, <c>media</c>, <c>software</c>.</summary>
    public static IReadOnlyList<IntentExample> MultiDogo(string data, string domain, string split) =>
        [.. MultiDogoRows(data, domain, split).Where(row => !row.Intent.Contains("<div>", StringComparison.Ordinal)).Select(row => new IntentExample(row.Text, row.Intent, row.Conversation))];

    public static IReadOnlyList<string> MultiDogoDomains { get; } = ["airline", "fastfood", "finance", "insurance", "media", "software"];

    /// <summary>Customers' turns of MultiDoGO in order, by conversation.</summary>
    public static IEnumerable<(string Conversation, string Text, string Intent)> MultiDogoRows(string data, string domain, string split) =>
        File.ReadLines(Path.Combine(data, "multidogo", "data", "paper_splits", "splits_annotated_at_turn_level", domain, split + ".tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(cells => cells.Length >= 6 && cells[3].Length > 0 && cells[5].Length > 0 && cells[5] != "intent").Select(cells => (cells[0], cells[3], cells[5]));
}
