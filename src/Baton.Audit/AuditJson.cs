using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>The room's JSON: camel case, enumerations as words with hyphens, letters of every script as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SavedAddress))]
[JsonSerializable(typeof(PageFacts))]
[JsonSerializable(typeof(RunHead))]
[JsonSerializable(typeof(AuditRule[]))]
[JsonSerializable(typeof(AuditReport))]
[JsonSerializable(typeof(Engagement))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(ReportDiff))]
[JsonSerializable(typeof(SideReply))]
[JsonSerializable(typeof(ReplyLink))]
[JsonSerializable(typeof(RunProgress))]
[JsonSerializable(typeof(Enquiry[]))]
[JsonSerializable(typeof(RadarEvent))]
public sealed partial class AuditJson : JsonSerializerContext
{
    /// <summary>For lines: no indentation.</summary>
    public static AuditJson Lines { get; } = new(Written(isIndented: false));

    /// <summary>For files that people also read.</summary>
    public static AuditJson Files { get; } = new(Written(isIndented: true));

    private static JsonSerializerOptions Written(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = isIndented,
    };
}

/// <summary>Enumerations as words: <c>MailtoLink</c> is <c>mailto-link</c>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;
