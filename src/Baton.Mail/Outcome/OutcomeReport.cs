using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Mail;

/// <summary>What a letter is, as one line of JSON for other programs. Names and values are stable; new ones may be added.</summary>
public static class OutcomeReport
{
    /// <summary>One line of JSON, described in <c>docs/mail.md</c>.</summary>
    /// <param name="name">What to call the letter, e.g. its file.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="outcome">What was read of it.</param>
    public static string ToJson(string name, Letter letter, Outcome outcome) => JsonSerializer.Serialize(
        new OutcomeLine(
            name, outcome.Kind, outcome.Confidence, outcome.Author, outcome.MayBeAnsweredAutomatically, letter.Subject, letter.From.Count > 0 ? letter.From[0].Address : "", outcome.Evidence,
            outcome.Failure, outcome.Promise, outcome.Return, outcome.Reference, outcome.IsUnreadMailbox, letter.Original?.MessageId),
        _json.OutcomeLine);

    /// <summary>Letters of every script as they are.</summary>
    private static readonly OutcomeJson _json = new(new JsonSerializerOptions(OutcomeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed record OutcomeLine(
    string File, OutcomeKind Kind, double Confidence, LetterAuthor Author, bool MayBeAnsweredAutomatically, string Subject, string From, IReadOnlyList<Evidence> Evidence,
    DeliveryFailure? Failure, Promise? Promise, ReturnDate? Return, string? Reference, bool IsUnreadMailbox, string? OriginalMessageId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(KindConverter), typeof(AuthorConverter), typeof(ReasonConverter), typeof(UnitConverter)], DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutcomeLine))]
internal sealed partial class OutcomeJson : JsonSerializerContext;

internal sealed class KindConverter() : JsonStringEnumConverter<OutcomeKind>(JsonNamingPolicy.KebabCaseLower);

internal sealed class AuthorConverter() : JsonStringEnumConverter<LetterAuthor>(JsonNamingPolicy.KebabCaseLower);

internal sealed class ReasonConverter() : JsonStringEnumConverter<FailureReason>(JsonNamingPolicy.KebabCaseLower);

internal sealed class UnitConverter() : JsonStringEnumConverter<PromiseUnit>(JsonNamingPolicy.KebabCaseLower);
