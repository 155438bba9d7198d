using System.Text.Json.Serialization;

namespace Baton;

internal sealed record SimulatedOpen(string Locale, string? Identity, bool Simulated);

internal sealed record SimulatedOpened(string Conversation, string Token);

internal sealed record SimulatedMessage(string Id, string Text);

internal sealed record SimulatedTyping(bool On);

internal sealed record SimulatedRating(int Score, string Comment);

internal sealed record SimulatedChoice(string Label, string Value);

/// <summary>What the service tells a customer.</summary>
internal sealed record SimulatedItem(
    string Type,
    string? From = null,
    string? Text = null,
    IReadOnlyList<SimulatedChoice>? Choices = null,
    string? Notice = null,
    string? Holder = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SimulatedOpen))]
[JsonSerializable(typeof(SimulatedOpened))]
[JsonSerializable(typeof(SimulatedMessage))]
[JsonSerializable(typeof(SimulatedTyping))]
[JsonSerializable(typeof(SimulatedRating))]
[JsonSerializable(typeof(SimulatedItem))]
internal sealed partial class SimulatedJson : JsonSerializerContext;
