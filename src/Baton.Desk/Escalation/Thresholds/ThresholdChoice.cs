using System.Text.Json.Serialization;

namespace Baton.Desk;

/// <summary>A lead's decision about a team's threshold.</summary>
/// <param name="Escalate">From which probability of failure a person is called, 0 to 1; null: what follows from the team's costs.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record ThresholdChoice(double? Escalate, string By, DateTimeOffset At);

/// <summary>Decisions about one team, the latest first.</summary>
internal sealed record KeptChoices(IReadOnlyList<ThresholdChoice> Choices);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptChoices))]
internal sealed partial class ThresholdJson : JsonSerializerContext;
