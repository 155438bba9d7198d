using System.Text.Json;

namespace Baton.Audit;

/// <summary>The enquiries that come with Baton: enquiries.json beside this file.</summary>
public static class EnquiryList
{
    /// <summary>All of them, in all languages.</summary>
    public static IReadOnlyList<Enquiry> All { get; } = JsonSerializer.Deserialize(EmbeddedText.All("ReplyRadar.Enquiries.enquiries.json"), AuditJson.Default.EnquiryArray)!;

    /// <summary>Those that an engagement asks for.</summary>
    public static IReadOnlyList<Enquiry> Of(RadarScope scope) =>
        [.. (scope.Own.Count > 0 ? scope.Own : All).Where(enquiry => scope.Languages.Contains(enquiry.Language, StringComparer.Ordinal) && (scope.Enquiries.Count == 0 || scope.Enquiries.Contains(enquiry.Id, StringComparer.Ordinal)))];
}
