using System.Text.Json;

namespace Baton.Language;

/// <summary>Reads messages and conversations in the corpus's format.</summary>
internal static class MessageJson
{
    public static LabelledMessage Read(JsonElement line) => new(
        Optional(line, "scenario") ?? Optional(line, "id") ?? "",
        Optional(line, "lang") ?? "en",
        line.GetProperty("text").GetString()!,
        Before(line),
        Feeling(line),
        line.TryGetProperty("person", out var person) ? person.GetBoolean() : null,
        Dissatisfied: line.TryGetProperty("dissatisfied", out var dissatisfied) ? dissatisfied.GetBoolean() : null);

    /// <summary>The customers' turns of a conversation that have a feeling.</summary>
    public static IEnumerable<LabelledMessage> ReadTurns(JsonElement line)
    {
        var before = new List<Turn>();
        foreach (var turn in line.GetProperty("turns").EnumerateArray())
        {
            var said = ReadTurn(turn);
            if (said.Speaker == "customer" && Feeling(turn) is { } feeling)
                yield return new LabelledMessage(Optional(line, "scenario") ?? "", Optional(line, "lang") ?? "en", said.Text, [.. before], feeling, null);
            before.Add(said);
        }
    }

    public static IReadOnlyList<Turn> Before(JsonElement line) =>
        line.TryGetProperty("before", out var before) && before.ValueKind == JsonValueKind.Array ? [.. before.EnumerateArray().Select(ReadTurn)] : [];

    private static Turn ReadTurn(JsonElement turn) => new(Optional(turn, "from") ?? "customer", Optional(turn, "text") ?? "");

    private static Feeling? Feeling(JsonElement line) =>
        Optional(line, "feeling") is { } name && Enum.TryParse<Feeling>(name, ignoreCase: true, out var feeling) ? feeling : null;

    private static string? Optional(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
