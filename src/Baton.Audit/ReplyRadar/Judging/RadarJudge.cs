namespace Baton.Audit;

/// <summary>Findings of a run. Silence is never held against anybody whose mail may not have arrived, or whose letter nobody has placed.</summary>
internal static class RadarJudge
{
    private const double SlowWorkingDays = 5;
    private const double Significant = 0.05;

    /// <summary>All findings, gravest first, praise last.</summary>
    public static IReadOnlyList<Finding> All(Engagement engagement, IReadOnlyList<ProbeReading> probes, RadarResult result)
    {
        var context = new RadarContext(engagement, result);
        var findings = Run(context).Concat(probes.Where(probe => probe.Course.Opening is not null).SelectMany(probe => DeliveryFindings.Of(probe, context).Concat(ReplyFindings.Of(probe, context)))).Concat(Parity(context));

        // Several probes of one address that tell the same are one finding, with all their evidence.
        return [.. findings.GroupBy(finding => (finding.Code, finding.Subject)).Select(Merge).OrderBy(finding => finding.Severity == Severity.Praise ? 1 : 0).ThenByDescending(finding => finding.Severity).ThenBy(finding => finding.Code, StringComparer.Ordinal).ThenBy(finding => finding.Subject, StringComparer.Ordinal)];
    }

    internal static bool IsSlow(ProbeResult probe, double day) => probe.RepliedWorking > SlowWorkingDays * day;

    private static Finding Merge(IGrouping<(string, string), Finding> same) => same.First() with { Evidence = [.. same.SelectMany(finding => finding.Evidence).Distinct()] };

    private static IEnumerable<Finding> Run(RadarContext context)
    {
        if (context.Result.IsValid || context.Result.Probes.All(probe => probe.SentAt is null)) yield break;
        yield return new("radar.invalid", "run", Verdict.CouldNotTell, Severity.Notice, "The run is invalid: control mails did not arrive.", context.Result.Validity, [], "Mend the sending side (SPF, DKIM, DMARC, reputation) or choose other control mailboxes, and run again.");
    }

    private static IEnumerable<Finding> Parity(RadarContext context)
    {
        foreach (var comparison in context.Result.Comparisons.Where(comparison => comparison.By == "language" && context.Result.IsValid && !comparison.IsTooFewToTell && comparison.PValue < Significant))
        {
            var behind = comparison.Groups.MinBy(group => group.Replied / group.Expected)!;
            yield return new("radar.language-parity", behind.Name, Verdict.Confirmed, Severity.Medium, $"Enquiries in {behind.Name} are answered less often or later than others.",
                $"{behind.Replied} of {behind.Count} had a reply; if no language differed, {behind.Expected:0.0} would have been expected by then (log-rank test, p = {comparison.PValue:0.0000}). Languages were drawn by chance.", [], "See who reads mail in this language, and when.");
        }
    }
}

/// <summary>What findings are judged with.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Result">The measures.</param>
internal sealed record RadarContext(Engagement Engagement, RadarResult Result)
{
    /// <summary>The day of the judgement.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Result.Until.UtcDateTime);

    /// <summary>The working day's length in hours.</summary>
    public double WorkingDay => Result.ByWorkingTime.Shares[2].Hours;

    /// <summary>A letter as evidence.</summary>
    public static Evidence Quote(LetterNote letter, string? quote = null) => new(Snippets.Short(quote ?? letter.Quote), null, letter.At) { Where = $"{ProbeResults.Words(letter.Outcome.Kind)} from {letter.House}, found by {letter.By}", Sha256 = letter.Sha256 };

    /// <summary>Our own mail as evidence.</summary>
    public static Evidence Ours(ProbeReading probe) => new(Snippets.Short(probe.Course.Plan.Enquiry.Questions[0].Ask), null, probe.Course.Opening!.At) { Where = $"our enquiry \"{probe.Course.Plan.Enquiry.Subject}\" to {probe.Course.Plan.Route}" };

    /// <summary>Our twin as evidence that mail like ours arrives.</summary>
    public static Evidence Twin(ProbeReading probe) => probe.Course.TwinsFound.Where(twin => !twin.IsSpam).MinBy(twin => twin.At) is { } twin
        ? new($"its twin arrived at {twin.Control}", null, twin.At) { Where = "control mailbox" } : new("no twin arrived", null, probe.Course.Opening!.At) { Where = "control mailbox" };
}
