using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Journal;

/// <summary>
/// The JSON form of events: camelCase, enums as words, every field present. A field that is missing or null where it must
/// not be is an error when reading, so that a damaged line is never taken for an event.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(TextJson),
        typeof(WordJson<EscalationKind>),
        typeof(WordJson<EscalationTrigger>),
        typeof(WordJson<RiskLevel>),
        typeof(WordJson<SignalMark>),
    ])]
[JsonSerializable(typeof(ConversationOpened))]
[JsonSerializable(typeof(EligibilityDecided))]
[JsonSerializable(typeof(CustomerWrote))]
[JsonSerializable(typeof(MessageInterpreted))]
[JsonSerializable(typeof(AgentReplied))]
[JsonSerializable(typeof(AgentReplyWithheld))]
[JsonSerializable(typeof(WorkerReplied))]
[JsonSerializable(typeof(CustomerNotified))]
[JsonSerializable(typeof(ToolCalled))]
[JsonSerializable(typeof(ToolReturned))]
[JsonSerializable(typeof(DialogueAdvanced))]
[JsonSerializable(typeof(ProcedureEnded))]
[JsonSerializable(typeof(SignalRaised))]
[JsonSerializable(typeof(SignalMarked))]
[JsonSerializable(typeof(RiskAssessed))]
[JsonSerializable(typeof(Escalated))]
[JsonSerializable(typeof(SupervisorAssigned))]
[JsonSerializable(typeof(WorkerTookOver))]
[JsonSerializable(typeof(HelpBegan))]
[JsonSerializable(typeof(WorkerWhispered))]
[JsonSerializable(typeof(EffortMeasured))]
[JsonSerializable(typeof(GivenBack))]
[JsonSerializable(typeof(WorkerReleased))]
[JsonSerializable(typeof(AnswerArranged))]
[JsonSerializable(typeof(ConversationClosed))]
[JsonSerializable(typeof(ConversationReopened))]
[JsonSerializable(typeof(ConversationRated))]
[JsonSerializable(typeof(MessageShielded))]
[JsonSerializable(typeof(ShieldLifted))]
[JsonSerializable(typeof(CustomerWarned))]
[JsonSerializable(typeof(ContactEndAsked))]
[JsonSerializable(typeof(ContactEndDecided))]
[JsonSerializable(typeof(HelpAsked))]
[JsonSerializable(typeof(HelpSettled))]
[JsonSerializable(typeof(ColleagueWhispered))]
[JsonSerializable(typeof(WorkerJoined))]
[JsonSerializable(typeof(WorkerLeft))]
[JsonSerializable(typeof(GoodwillGranted))]
[JsonSerializable(typeof(CustomerReturned))]
[JsonSerializable(typeof(IntakeSlowed))]
[JsonSerializable(typeof(IntakeResumed))]
[JsonSerializable(typeof(LetterArrived))]
[JsonSerializable(typeof(LetterQueued))]
[JsonSerializable(typeof(LetterTracked))]
internal sealed partial class EventJson : JsonSerializerContext;

/// <summary>An enum as its name in camelCase; numbers are refused.</summary>
internal sealed class WordJson<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>
/// Text that is what it was. The serializer would replace half a surrogate pair by U+FFFD without a word; the log refuses it
/// instead, so that what is read is always what was written.
/// </summary>
internal sealed class TextJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => GetText(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Whole(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => GetText(ref reader) ?? "";

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(Whole(value));

    private static string? GetText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    private static string Whole(string text) =>
        WholeText.Is(text) ? text : throw new JsonException("The text has half of a surrogate pair, which is not a character.");
}
