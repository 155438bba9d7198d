using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Baton.Journal;

/// <summary>One kind of event as it is written today.</summary>
/// <param name="Name">Its versioned name.</param>
/// <param name="Json">How its fields are written.</param>
internal sealed record EventType(string Name, JsonTypeInfo Json)
{
    /// <summary>True when it carries JSON that may live in somebody else's memory.</summary>
    public bool HoldsJson { get; init; }
}

/// <summary>Lifts the fields of an older version to a newer one; the newer one may itself be lifted further.</summary>
internal sealed record Upcast(string From, string To, Func<JsonObject, JsonObject> Change);

/// <summary>Names, forms and history of the event types.</summary>
internal sealed class EventCatalog(IReadOnlyList<EventType> types, IReadOnlyList<Upcast> upcasts)
{
    // Customers write in every script: characters stay themselves, only what JSON demands is escaped.
    internal static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly FrozenDictionary<string, EventType> _byName = types.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
    private readonly FrozenDictionary<Type, EventType> _byType = types.ToFrozenDictionary(t => t.Json.Type);
    private readonly FrozenDictionary<string, Upcast> _upcasts = upcasts.ToFrozenDictionary(u => u.From, StringComparer.Ordinal);

    [ThreadStatic] private static ArrayBufferWriter<byte>? _buffer;

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public EventType TypeOf(ConversationEvent @event) =>
        _byType.TryGetValue(@event.GetType(), out var type)
            ? type
            : throw new EventFormatException($"{@event.GetType().Name} has no name in the list of event types: add it to EventTypes and docs/events.md.");

    public byte[] Write(ConversationEvent @event)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Form)) WriteTo(writer, @event);
        var json = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > 1 << 20) _buffer = null; // one huge event must not keep its memory on every thread
        return json;
    }

    public void WriteTo(Utf8JsonWriter writer, ConversationEvent @event)
    {
        var type = TypeOf(@event);
        try
        {
            JsonSerializer.Serialize(writer, @event, type.Json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or ObjectDisposedException)
        {
            throw new EventFormatException($"The event {type.Name} cannot be written: {e.Message}", e);
        }
    }

    public ConversationEvent Read(string name, ReadOnlySpan<byte> json)
    {
        try
        {
            if (_byName.TryGetValue(name, out var type)) return As(type, JsonSerializer.Deserialize(json, type.Json));
            var (lifted, fields) = Lift(name, json);
            return As(lifted, fields.Deserialize(lifted.Json));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new EventFormatException($"The fields of {name} cannot be read: {e.Message}", e);
        }
    }

    private (EventType Type, JsonObject Fields) Lift(string name, ReadOnlySpan<byte> json)
    {
        JsonObject? fields = null;
        var at = name;
        while (true)
        {
            if (!_upcasts.TryGetValue(at, out var upcast))
                throw new EventFormatException($"Unknown event type '{name}': it was written by a newer Baton, or it is not Baton's. Known are {string.Join(", ", Names.Order(StringComparer.Ordinal))}.");
            fields = upcast.Change(fields ?? JsonNode.Parse(json) as JsonObject ?? throw new JsonException("The fields are not a JSON object."));
            at = upcast.To;
            if (_byName.TryGetValue(at, out var type)) return (type, fields);
        }
    }

    private static ConversationEvent As(EventType type, object? value) =>
        value as ConversationEvent ?? throw new JsonException($"{type.Name} is null.");
}
