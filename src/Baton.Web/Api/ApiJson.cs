using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Baton.Insight;

namespace Baton.Web;

/// <summary>The API's JSON: camelCase, nothing null, strict about what it reads.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 16,
    Converters = [typeof(UnicodeConverter)])]
[JsonSerializable(typeof(OpenRequest))]
[JsonSerializable(typeof(OpenAnswer))]
[JsonSerializable(typeof(FormRequest))]
[JsonSerializable(typeof(FormAnswer))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(RatingRequest))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(AnswersAnswer))]
[JsonSerializable(typeof(TypingRequest))]
[JsonSerializable(typeof(EventsAnswer))]
[JsonSerializable(typeof(CustomerItem))]
[JsonSerializable(typeof(AttachmentItem))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(KeyItem))]
[JsonSerializable(typeof(KeysAnswer))]
[JsonSerializable(typeof(MarkSignalRequest))]
[JsonSerializable(typeof(WhisperRequest))]
[JsonSerializable(typeof(GiveBackRequest))]
[JsonSerializable(typeof(ReleaseRequest))]
[JsonSerializable(typeof(CloseRequest))]
[JsonSerializable(typeof(ActAnswer))]
[JsonSerializable(typeof(ConversationRow))]
[JsonSerializable(typeof(ConversationsAnswer))]
[JsonSerializable(typeof(LogAnswer))]
[JsonSerializable(typeof(ServiceMeasures))]
[JsonSerializable(typeof(WebhookRequest))]
[JsonSerializable(typeof(WebhookItem))]
[JsonSerializable(typeof(WebhooksAnswer))]
[JsonSerializable(typeof(DeliveriesAnswer))]
[JsonSerializable(typeof(WebhookBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static JsonTypeInfo<T> For<T>() => (JsonTypeInfo<T>)Default.GetTypeInfo(typeof(T))!;
}
