using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Baton.Journal;

/// <summary>The two kinds of line of an export: an event, or an attachment with its bytes.</summary>
internal static class TransferLine
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static void Write(IBufferWriter<byte> output, LoggedEvent logged)
    {
        using (var json = new Utf8JsonWriter(output, EventCatalog.Form))
        {
            json.WriteStartObject();
            json.WriteString("conversation", logged.Conversation.Value);
            json.WriteNumber("version", logged.Version);
            json.WriteString("at", logged.At.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture));
            json.WriteString("type", EventTypes.NameOf(logged.Event));
            json.WritePropertyName("data");
            EventTypes.WriteTo(json, logged.Event);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    public static void Write(IBufferWriter<byte> output, ConversationId conversation, AttachmentRef attachment, byte[] content)
    {
        using (var json = new Utf8JsonWriter(output, EventCatalog.Form))
        {
            json.WriteStartObject();
            json.WriteString("conversation", conversation.Value);
            json.WriteString("attachment", attachment.Id);
            json.WriteString("name", attachment.Name);
            json.WriteString("mediaType", attachment.MediaType);
            json.WriteBase64String("content", content);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="EventFormatException">It is neither an event nor an attachment; the message says why.</exception>
    public static ImportedLine Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object) throw new EventFormatException("It is not a JSON object.");
            if (!ConversationId.TryParse(Text(root, "conversation"), out var conversation)) throw new EventFormatException("\"conversation\" is not a conversation id: 32 lower-case hexadecimal digits.");
            return root.TryGetProperty("attachment", out _) ? ReadAttachment(conversation, root) : ReadEvent(conversation, root);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new EventFormatException($"It is not JSON as an export writes it: {e.Message}", e);
        }
    }

    private static ImportedEvent ReadEvent(ConversationId conversation, JsonElement root)
    {
        if (!root.TryGetProperty("version", out var v) || !v.TryGetInt32(out var version) || version < 1) throw new EventFormatException("\"version\" is not a whole number from 1.");
        if (!DateTimeOffset.TryParseExact(Text(root, "at"), TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) throw new EventFormatException("\"at\" is not a time such as 2026-11-23T09:00:00.000000Z.");
        if (!root.TryGetProperty("data", out var data)) throw new EventFormatException("\"data\" is missing.");
        var @event = EventTypes.Read(Text(root, "type"), JsonSerializer.SerializeToUtf8Bytes(data, RawJson.Default.JsonElement));
        return new(conversation, version, NewEvent.Of(@event, at));
    }

    private static ImportedAttachment ReadAttachment(ConversationId conversation, JsonElement root)
    {
        var content = root.TryGetProperty("content", out var base64) ? base64.GetBytesFromBase64() : throw new EventFormatException("\"content\" is missing.");
        return new(conversation, new(Text(root, "attachment"), Text(root, "name"), Text(root, "mediaType"), content.Length), content);
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()!
            : throw new EventFormatException($"\"{name}\" is missing or not a text.");
}

/// <summary>What a line of an export says.</summary>
internal abstract record ImportedLine(ConversationId Conversation);

/// <inheritdoc/>
internal sealed record ImportedEvent(ConversationId Conversation, int Version, NewEvent Event) : ImportedLine(Conversation);

/// <inheritdoc/>
internal sealed record ImportedAttachment(ConversationId Conversation, AttachmentRef Attachment, byte[] Content) : ImportedLine(Conversation);

/// <summary>JSON as it is.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class RawJson : System.Text.Json.Serialization.JsonSerializerContext;
