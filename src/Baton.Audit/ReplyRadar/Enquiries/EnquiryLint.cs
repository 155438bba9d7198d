namespace Baton.Audit;

/// <summary>Refuses enquiries that waste or press people: too long, not answerable by number, or with words no ordinary person would use.</summary>
public static class EnquiryLint
{
    private const int LongestText = 1600;
    private static readonly string[] Residue = ["{{", "}}", "${", "<%", "[NAME]", "lorem ipsum"];

    /// <summary>What is wrong with an enquiry, in words; empty when nothing is.</summary>
    public static IEnumerable<string> Check(Enquiry enquiry)
    {
        var text = string.Join('\n', enquiry.Questions.Select(question => question.Ask).Prepend(enquiry.Opening).Prepend(enquiry.Subject));
        foreach (var pressing in TemplateLint.Check(text)) yield return $"{enquiry.Id} ({enquiry.Language}): {pressing}";
        if (enquiry.Questions.Count is < 2 or > 5) yield return $"{enquiry.Id} ({enquiry.Language}): it has {enquiry.Questions.Count} questions; two to five can be told apart and answered.";
        foreach (var question in enquiry.Questions.Where(question => !question.Ask.TrimEnd().EndsWith('?') && !question.Ask.TrimEnd().EndsWith('？')))
            yield return $"{enquiry.Id} ({enquiry.Language}): \"{question.Ask}\" is not a question.";
        if (text.Length > LongestText) yield return $"{enquiry.Id} ({enquiry.Language}): {text.Length} characters are too much to ask anybody to read; {LongestText} at most.";
        if (enquiry.Subject.AsSpan().ContainsAny('\r', '\n')) yield return $"{enquiry.Id} ({enquiry.Language}): the subject has several lines.";
        foreach (var residue in Residue.Where(residue => text.Contains(residue, StringComparison.OrdinalIgnoreCase))) yield return $"{enquiry.Id} ({enquiry.Language}): \"{residue}\" is left of a template.";
    }
}
