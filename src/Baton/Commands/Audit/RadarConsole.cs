using System.Globalization;
using Baton.Audit;

namespace Baton;

/// <summary>What the Reply Radar says on the console.</summary>
internal sealed class RadarConsole : IProgress<RadarProgress>
{
    private (int Sent, int Replied, string? Held) _last = (-1, -1, null);

    public void Report(RadarProgress value)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{value.Now:yyyy-MM-dd HH:mm} {value.Sent} of {value.Planned} enquiries sent, {value.Replied} with a reply; {value.Held ?? $"next at {value.Next:yyyy-MM-dd HH:mm} UTC"}");
        if (!Console.IsOutputRedirected) Console.Write($"\r{line}   ");
        else if (_last != (value.Sent, value.Replied, value.Held)) Console.WriteLine(line);
        _last = (value.Sent, value.Replied, value.Held);
    }

    public static async Task PlanAsync(Engagement engagement)
    {
        await using var services = AuditServices.Create();
        var plan = services.GetRequiredService<ReplyRadar>().Plan(engagement);
        foreach (var probe in plan.Probes) await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{probe.SendAt:ddd yyyy-MM-dd HH:mm} UTC  {probe.Route}  {probe.Enquiry.Id} ({probe.Enquiry.Language})"));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{plan.Probes.Count} enquiries, watched until {plan.Until:yyyy-MM-dd HH:mm} UTC. The same seed gives the same order and hours when the run begins at the same time. Nothing was sent."));
        foreach (var enquiry in plan.Probes.Select(probe => probe.Enquiry).DistinctBy(enquiry => (enquiry.Id, enquiry.Language)))
        {
            await Console.Out.WriteLineAsync($"{Environment.NewLine}{enquiry.Id} ({enquiry.Language}): {enquiry.Subject}{Environment.NewLine}  {enquiry.Opening}");
            for (var number = 0; number < enquiry.Questions.Count; number++) await Console.Out.WriteLineAsync($"  {number + 1}. {enquiry.Questions[number].Ask}");
        }
    }

    public static async Task SummaryAsync(AuditReport report, DirectoryInfo folder)
    {
        var radar = report.Radar!;
        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(radar.Validity);
        foreach (var finding in report.Findings.Where(finding => finding.Severity > Severity.Notice)) await Console.Out.WriteLineAsync($"  {finding.Severity.ToString().ToLowerInvariant(),-7} {finding.Title}");
        foreach (var not in report.NotTested.Where(not => not.What.Contains('@', StringComparison.Ordinal))) await Console.Out.WriteLineAsync($"  not tested: {not.What}: {not.Why}");
        var sent = radar.Probes.Where(probe => probe.SentAt is not null).ToList();
        await Console.Out.WriteLineAsync($"{sent.Count} enquiries sent, {sent.Count(probe => probe.Replied is not null)} with a reply, {sent.Count(probe => probe.Complete is not null)} with all questions answered.");
        await Console.Out.WriteLineAsync($"Report: {Path.Combine(folder.FullName, ReportWriter.HtmlFile)}");
    }
}
