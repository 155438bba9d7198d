namespace Baton.Audit;

/// <summary>Asks every judge, in one order: gravest first, praise last.</summary>
internal static class Judges
{
    public static IReadOnlyList<Finding> All(Survey survey) => [.. StructureJudge.Judge(survey)
        .Concat(DutyJudge.Judge(survey)).Concat(AddressJudge.Judge(survey)).Concat(ConsistencyJudge.Judge(survey)).Concat(FormJudge.Judge(survey)).Concat(MailJudge.Judge(survey))
        .Select(Capped).DistinctBy(finding => (finding.Code, finding.Subject))
        .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Code, StringComparer.Ordinal).ThenBy(finding => finding.Subject, StringComparer.Ordinal)];

    // An opinion of the trade is worth saying and never weighs much.
    private static Finding Capped(Finding finding) => finding is { Rule.Kind: RuleKind.GoodPractice, Severity: > Severity.Low } && finding.Verdict == Verdict.Confirmed ? finding with { Severity = Severity.Low } : finding;
}
