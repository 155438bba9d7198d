using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Journal;

/// <summary>Names one conversation: 32 lower-case hexadecimal digits, ordered by the time of opening.</summary>
/// <exception cref="FormatException">The value is not 32 lower-case hexadecimal digits.</exception>
[GenerateSerializer, Immutable, JsonConverter(typeof(ConversationIdJson))]
public readonly record struct ConversationId
{
    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789abcdef");

    /// <summary>Wraps a value that is already in the right form.</summary>
    public ConversationId(string value)
    {
        if (!IsValid(value)) throw new FormatException("A conversation id is 32 lower-case hexadecimal digits.");
        Value = value;
    }

    /// <summary>The 32 digits.</summary>
    [Id(0)] public string Value { get; }

    /// <summary>A new id; ids made later sort later (UUID version 7, RFC 9562 section 5.7).</summary>
    public static ConversationId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));

    /// <summary>Reads an id from outside; false, and the default id, when it has another form.</summary>
    public static bool TryParse(string? text, out ConversationId id)
    {
        id = IsValid(text) ? new ConversationId(text!) : default;
        return id.Value is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    private static bool IsValid(string? text) =>
        text is { Length: 32 } && !text.AsSpan().ContainsAnyExcept(Digits);
}

/// <summary>Names a worker: the key of the worker's account, 1 to 64 characters without white space.</summary>
/// <exception cref="FormatException">The value is empty, longer, or has white space.</exception>
[GenerateSerializer, Immutable, JsonConverter(typeof(WorkerIdJson))]
public readonly record struct WorkerId
{
    /// <summary>Wraps an account's key.</summary>
    public WorkerId(string value)
    {
        if (value is not { Length: > 0 and <= 64 } || value.Any(char.IsWhiteSpace))
            throw new FormatException("A worker id has 1 to 64 characters and no white space.");
        Value = value;
    }

    /// <summary>The account's key.</summary>
    [Id(0)] public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>A conversation id in JSON: its 32 digits as a string.</summary>
internal sealed class ConversationIdJson : JsonConverter<ConversationId>
{
    public override ConversationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConversationId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A conversation id is 32 lower-case hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, ConversationId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>A worker id in JSON: a string.</summary>
internal sealed class WorkerIdJson : JsonConverter<WorkerId>
{
    public override WorkerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new WorkerId(reader.GetString() ?? "");
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, WorkerId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
