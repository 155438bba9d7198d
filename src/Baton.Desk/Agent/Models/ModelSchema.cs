using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Language;

namespace Baton.Desk;

/// <summary>The JSON schema of a model's answer: only procedures and values that exist can be named.</summary>
internal static class ModelSchema
{
    public static readonly IReadOnlyList<string> Commands =
        ["startProcedure", "setValue", "confirm", "deny", "stopProcedure", "askForPerson", "rejectReply", "askAgain", "greet", "thank", "leave"];

    public static JsonElement Of(ReadingRequest request)
    {
        var command = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("command"),
            ["properties"] = new JsonObject
            {
                ["command"] = Enum(Commands),
                ["procedure"] = Enum(request.Intents.Select(intent => intent.Name)),
                ["name"] = Enum(Values(request).Select(value => value.Name)),
                ["value"] = new JsonObject { ["type"] = "string", ["maxLength"] = 2000 },
                ["correction"] = new JsonObject { ["type"] = "boolean" },
            },
        };
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("language", "commands", "feeling"),
            ["properties"] = new JsonObject
            {
                ["language"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z]{2}$" },
                ["commands"] = new JsonObject { ["type"] = "array", ["maxItems"] = 8, ["items"] = command },
                ["intent"] = Enum(request.Intents.Select(intent => intent.Name)),
                ["probability"] = new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
                ["feeling"] = Enum(System.Enum.GetNames<Feeling>().Select(name => name.ToLowerInvariant())),
                ["feelingEvidence"] = new JsonObject { ["type"] = "string", ["maxLength"] = 200 },
            },
        };
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>The values a message may give: the asked one and the open ones.</summary>
    public static IEnumerable<ExpectedValue> Values(ReadingRequest request) =>
        request.Open.Concat(request.Expected is { Name: not ConfirmStepRule.Asked } expected ? [expected] : []);

    private static JsonObject Enum(IEnumerable<string> names) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. names.DefaultIfEmpty("").Select(name => JsonValue.Create(name))]) };
}
