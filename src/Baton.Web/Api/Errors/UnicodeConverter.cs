using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Web;

/// <summary>Reads strings and tells text that is not Unicode apart from a value that is no string.</summary>
internal sealed class UnicodeConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(null, new NotUnicodeException(exception));
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

internal sealed class NotUnicodeException(Exception cause) : Exception("The text is not valid Unicode.", cause);
