using System.Globalization;

namespace Baton.Audit;

/// <summary>Probes as a table.</summary>
internal static class RadarCsv
{
    public static string Probes(RadarResult radar) => ReportCsv.Table(
        ["probe", "address", "language", "enquiry", "outcome", "why", "sent_at", "in_working_hours", "arrived_hours", "acknowledged_hours", "replied_hours", "replied_working_hours", "reminded_hours", "complete_hours", "resolved_hours", "questions", "answered", "reference", "letters"],
        radar.Probes.Select(probe => (string?[])[probe.Key, probe.Route, probe.Language, probe.Enquiry, ReportCsv.Word(probe.Outcome), probe.Why, probe.SentAt?.ToString("O", CultureInfo.InvariantCulture), probe.InWorkingTime switch { true => "yes", false => "no", _ => "" }, Hours(probe.Arrived), Hours(probe.Acknowledged), Hours(probe.Replied), Hours(probe.RepliedWorking), Hours(probe.Reminded), Hours(probe.Complete), Hours(probe.Resolved), probe.Asked.ToString(CultureInfo.InvariantCulture), probe.Answered.ToString(CultureInfo.InvariantCulture), probe.Reference, string.Join(" | ", probe.Letters.Select(letter => letter.Kind))]));

    private static string? Hours(double? hours) => hours?.ToString("0.####", CultureInfo.InvariantCulture);
}
