using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Language;

/// <summary>
/// Reads messages given as JSON Lines and writes what is understood of each as JSON Lines, so that the models can be measured and used
/// on anybody's data. A line in is an object with <c>text</c>, and if wanted <c>before</c> (turns with <c>from</c> and <c>text</c>, oldest
/// first), <c>locale</c>, <c>now</c> (ISO 8601) and <c>id</c>, which is given back.
/// </summary>
/// <param name="interpreter">What reads.</param>
/// <param name="intents">What can be wanted; may be empty.</param>
/// <param name="findsValues">Whether values of every kind are looked for.</param>
/// <param name="time">Now, for messages without <c>now</c>.</param>
public sealed class MessageLines(EmbeddedInterpreter interpreter, IReadOnlyList<IntentDefinition> intents, bool findsValues, TimeProvider time)
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ExpectedValue[] _values =
        [.. new[] { ValueKind.Date, ValueKind.Time, ValueKind.Money, ValueKind.Email, ValueKind.Phone, ValueKind.Address }.Select(kind => new ExpectedValue(Name(kind), kind, []))];

    /// <summary>Examples as JSON Lines, each with <c>intent</c> and <c>text</c>, as definitions in the order the intents first occur.</summary>
    /// <exception cref="InvalidDataException">A line is not such an object.</exception>
    public static IReadOnlyList<IntentDefinition> ReadIntents(TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. JsonLines.Read(Lines(source), "intents").Select((line, number) => (Intent: Required(line, "intent", number), Text: Required(line, "text", number)))
            .GroupBy(example => example.Intent, StringComparer.Ordinal).Select(group => new IntentDefinition(group.Key, group.Key, [.. group.Select(example => example.Text)]))];
    }

    /// <summary>Reads line after line.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object or has no text; the message names the line.</exception>
    public async IAsyncEnumerable<string> ReadAsync(TextReader source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var number = 0;
        while (await source.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var json = JsonLines.Read([line], $"message {number}").Single();
            var reading = await interpreter.ReadAsync(Request(json, number), cancellationToken);
            yield return Write(json, reading).ToJsonString(_plain);
        }
    }

    private ReadingRequest Request(JsonElement line, int number) => new()
    {
        Text = Required(line, "text", number - 1),
        Locale = line.TryGetProperty("locale", out var locale) || line.TryGetProperty("lang", out locale) ? locale.GetString() ?? "en" : "en",
        Now = line.TryGetProperty("now", out var now) && now.TryGetDateTimeOffset(out var given) ? given : time.GetUtcNow(),
        Course = MessageJson.Before(line),
        Intents = intents,
        CurrentProcedure = findsValues ? "values" : null,
        Open = findsValues ? _values : [],
    };

    private static JsonObject Write(JsonElement line, Reading reading)
    {
        var written = new JsonObject();
        if (line.TryGetProperty("id", out var id))
            written["id"] = JsonNode.Parse(id.GetRawText());
        written["language"] = reading.Language;
        written["intent"] = reading.Intent;
        written["intents"] = new JsonArray([.. reading.Nearest.Select(score => (JsonNode)new JsonObject { ["intent"] = score.Intent, ["probability"] = Round(score.Probability) })]);
        written["feeling"] = Lower(reading.Feeling.ToString());
        written["feelings"] = new JsonObject(Enum.GetValues<Feeling>().Select(feeling => KeyValuePair.Create(Lower(feeling.ToString()), (JsonNode?)Round(reading.FeelingProbabilities[(int)feeling]))));
        written["evidence"] = reading.FeelingEvidence;
        written["dissatisfaction"] = Round(reading.Dissatisfaction ?? 0);
        written["satisfaction"] = Round(reading.Satisfaction ?? 0);
        written["asksForPerson"] = reading.AsksForPerson;
        written["person"] = Round(reading.PersonProbability ?? 0);
        written["values"] = new JsonArray([.. reading.Commands.OfType<SetValue>().Select(set => (JsonNode)new JsonObject { ["name"] = set.Name, ["value"] = set.Value, ["text"] = set.Text })]);
        return written;
    }

    private static IEnumerable<string> Lines(TextReader source)
    {
        while (source.ReadLine() is { } line)
            yield return line;
    }

    private static string Required(JsonElement line, string name, int index) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new InvalidDataException($"Line {index + 1} has no '{name}' that is a text.");

    private static double Round(double value) => Math.Round(value, 4);

    private static string Name(ValueKind kind) => Lower(kind.ToString());

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
