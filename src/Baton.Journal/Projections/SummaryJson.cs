using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Journal;

/// <summary>The JSON form of a summary in the projections' tables. Never leaves them: a change of it needs a new version of the fold.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ConversationSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext
{
    public static string Write(ConversationSummary summary) => JsonSerializer.Serialize(summary, Default.ConversationSummary);

    public static ConversationSummary Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.ConversationSummary) ?? throw new JsonException("A row of the projections is null.");
}
