using System.Text.Json;

namespace Baton.Desk;

/// <summary>JSON as Liquid sees it, and back.</summary>
internal static class LiquidValues
{
    public static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => FromJson(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(FromJson).ToList(),
        JsonValueKind.String => json.GetString(),
        // One numeric type only: Liquid compares a whole number with a fraction by their types otherwise.
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? number : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static JsonElement ToJson(object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Write(writer, value);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>A JSON object from named values, names in ordinal order: equal arguments have equal text.</summary>
    public static JsonElement ToObject(IEnumerable<KeyValuePair<string, object?>> members) =>
        ToJson(members.Where(member => member.Value is not null).OrderBy(member => member.Key, StringComparer.Ordinal)
            .ToDictionary(member => member.Key, member => member.Value));

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int or long or short: writer.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            case decimal number: writer.WriteNumberValue(Normal(number)); break;
            case double or float: writer.WriteNumberValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            case JsonElement json: json.WriteTo(writer); break;
            case System.Collections.IDictionary map:
                writer.WriteStartObject();
                foreach (System.Collections.DictionaryEntry entry in map)
                {
                    writer.WritePropertyName(entry.Key.ToString()!);
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            case string text: writer.WriteStringValue(text); break;
            case System.Collections.IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list) Write(writer, item);
                writer.WriteEndArray();
                break;
            default: writer.WriteStringValue(value.ToString()); break;
        }
    }

    // 50.00 and 50 are the same amount and must compare as the same argument.
    private static decimal Normal(decimal number) => number / 1.0000000000000000000000000000m;
}
