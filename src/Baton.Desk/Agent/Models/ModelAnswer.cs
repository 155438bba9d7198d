using System.Text.Json;
using Baton.Language;
using NJsonSchema;

namespace Baton.Desk;

/// <summary>A model's answer, strictly checked: whatever does not fit makes the whole answer invalid.</summary>
internal static class ModelAnswer
{
    /// <exception cref="InterpretationException">The answer does not fit.</exception>
    public static async Task<Reading> ReadAsync(string answer, JsonElement schema, ReadingRequest request, string model, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var faults = (await JsonSchema.FromJsonAsync(schema.GetRawText(), cancellationToken)).Validate(answer);
            if (faults.Count > 0) throw new InterpretationException($"The model's answer does not fit the schema: {string.Join("; ", faults.Take(3))}");
            var root = json.RootElement;
            var intent = Text(root, "intent");
            var probability = root.TryGetProperty("probability", out var sure) ? sure.GetDouble() : intent is null ? 0 : 1;
            return new()
            {
                Interpreter = model,
                Language = Text(root, "language")!,
                Commands = [.. root.GetProperty("commands").EnumerateArray().Select(command => Command(command, request))],
                Intent = intent,
                Probability = probability,
                Nearest = intent is null ? [] : [new(intent, probability)],
                Feeling = Enum.Parse<Feeling>(Text(root, "feeling")!, ignoreCase: true),
                FeelingProbability = 1,
                FeelingEvidence = Text(root, "feelingEvidence"),
            };
        }
        catch (Exception error) when (error is JsonException or Newtonsoft.Json.JsonException)
        {
            throw new InterpretationException("The model's answer is not JSON.", error);
        }
    }

    private static CustomerCommand Command(JsonElement json, ReadingRequest request) => Text(json, "command") switch
    {
        "startProcedure" => new StartProcedure(Text(json, "procedure") ?? throw new InterpretationException("startProcedure without procedure.")),
        "setValue" => Value(json, request),
        "confirm" => new Confirm(),
        "deny" => new Deny(),
        "stopProcedure" => new StopProcedure(),
        "askForPerson" => new AskForPerson(),
        "rejectReply" => new RejectReply(),
        "askAgain" => new AskAgain(),
        "greet" => new Greet(),
        "thank" => new Thank(),
        _ => new Leave(),
    };

    private static SetValue Value(JsonElement json, ReadingRequest request)
    {
        var name = Text(json, "name");
        var value = Text(json, "value") ?? throw new InterpretationException("setValue without value.");
        var expected = ModelSchema.Values(request).FirstOrDefault(known => known.Name == name) ?? throw new InterpretationException("setValue without a known name.");
        if (ValueForm.Of(expected.Kind, expected.Pattern, value) is null) throw new InterpretationException($"'{name}' does not have the form of {expected.Kind}.");
        if (expected.Kind == ValueKind.Choice && expected.Choices.Count > 0 && expected.Choices.All(choice => choice.Value != value)) throw new InterpretationException($"'{name}' is none of its choices.");
        return new(name!, value, value, json.TryGetProperty("correction", out var correction) && correction.GetBoolean());
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
