namespace Baton.Audit;

/// <summary>Asks every judge, in one order: gravest first, praise last.</summary>
internal static class Judges
{
    public static IReadOnlyList<Finding> All(Survey survey) => survey.Coverage.Read == 0 ? [Unreadable(survey)] : [.. StructureJudge.Judge(survey)
        .Concat(DutyJudge.Judge(survey)).Concat(AddressJudge.Judge(survey)).Concat(ConsistencyJudge.Judge(survey)).Concat(FormJudge.Judge(survey)).Concat(MailJudge.Judge(survey))
        .Select(Capped).DistinctBy(finding => (finding.Code, finding.Subject))
        .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Code, StringComparer.Ordinal).ThenBy(finding => finding.Subject, StringComparer.Ordinal)];

    // An opinion of the trade is worth saying and never weighs much; nor does what could not be told.
    private static Finding Capped(Finding finding) => finding.Severity switch
    {
        > Severity.Low when finding.Rule?.Kind == RuleKind.GoodPractice && finding.Verdict == Verdict.Confirmed => finding with { Severity = Severity.Low },
        Severity.High when finding.Verdict == Verdict.CouldNotTell => finding with { Severity = Severity.Low },
        _ => finding,
    };

    private static Finding Unreadable(Survey survey)
    {
        var home = survey.Pages[0];
        var problem = home.Problem ?? (home.Status > 0 ? $"HTTP {home.Status}" : "no answer");
        return new("site.unreadable", survey.OwnDomain, Verdict.CouldNotTell, Severity.Notice, "No page could be read, so nothing was judged.", $"{survey.Home}: {problem}.", [Quotes.Of(home, problem)], "Check the address, or ask the site's owner to let the audit in.");
    }
}
