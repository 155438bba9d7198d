using System.Text.Encodings.Web;
using System.Text.Json;

namespace Baton.Web;

/// <summary>A tool call in words.</summary>
internal static class ToolWords
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string State(ToolItem tool) => tool.Return switch
    {
        null => "running",
        { IsError: true } => "failed",
        _ => "done",
    };

    /// <summary>What came of it, in a few words: the error, or the first plain members of the result.</summary>
    public static string Outcome(ToolItem tool)
    {
        if (tool.Return is not { } result) return "no answer yet";
        var words = Brief(result.Result);
        return result.IsError ? $"failed: {words}" : words;
    }

    // Blazor encodes it: relaxed escaping only keeps letters of all languages readable.
    public static string Json(JsonElement value) => JsonSerializer.Serialize(value, Readable);

    private static string Brief(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return Cut(value.GetString()!);
        if (value.ValueKind != JsonValueKind.Object) return Cut(EstablishedValue.Words(value));
        var plain = value.EnumerateObject()
            .Where(member => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            .Take(3).Select(member => EstablishedValue.Words(member.Value)).ToList();
        if (plain.Count > 0) return Cut(string.Join(", ", plain));
        return value.EnumerateObject().FirstOrDefault(member => member.Value.ValueKind == JsonValueKind.Array) is { Value.ValueKind: JsonValueKind.Array } list
            ? $"{list.Value.GetArrayLength()} {Labels.Humanize(list.Name).ToLowerInvariant()}"
            : "done";
    }

    private static string Cut(string text) => text.Length > 90 ? text[..89] + "…" : text;
}
