namespace Baton.Audit;

/// <summary>Judges forms by what stands in the way of sending. None is ever sent.</summary>
internal static class FormJudge
{
    private const int ShortMessage = 1000;

    public static IEnumerable<Finding> Judge(Survey survey)
    {
        var rule = AuditRules.Of("open-forms", survey.Day);
        foreach (var group in survey.Pages.SelectMany(page => page.Forms.Select(form => (page, form))).GroupBy(one => one.form.Action.GetLeftPart(UriPartial.Path), StringComparer.Ordinal))
        {
            var (page, form) = group.First();
            Finding Say(string code, Severity severity, string title, string why, string advice, string quote) =>
                new(code, group.Key, Verdict.Confirmed, severity, title, why, [Quotes.Of(page, quote, form.Where)], advice) { Rule = rule };
            if (form.Action.Scheme == "http" && page.Url.Scheme == "https") yield return Say("form.not-encrypted", Severity.Low, "A form sends what people write without encryption.", "The page is encrypted, the form's target is not; browsers warn or refuse.", "Send to https.", $"action: {form.Action}");
            if (form.Method == "get") yield return Say("form.in-address", Severity.Low, "A form puts what people write into the address.", "With the method GET the message ends in browser histories and server logs, and long messages are cut.", "Use POST.", "method: get");
            if (form.HasCaptcha) yield return Say("form.captcha", Severity.Notice, "A riddle stands before the form.", "Some people cannot solve it, and without its scripts nobody can.", "Keep another way beside it.", "a captcha is part of the form");
            if (form.NeedsPhone) yield return Say("form.needs-phone", Severity.Low, "The form cannot be sent without a telephone number.", "Who cannot or does not want to be called is kept out.", "Make the field optional.", $"required: {string.Join(", ", form.Required)}");
            if (form.NeedsAccount) yield return Say("form.needs-account", Severity.Low, "The form cannot be sent without a customer or order number.", "Who is not a customer yet, or has lost the number, is kept out.", "Make the field optional.", $"required: {string.Join(", ", form.Required)}");
            if (form.LongestMessage is { } longest and < ShortMessage) yield return Say("form.short", Severity.Low, $"The form takes {longest} characters.", "A complaint or an order's story does not fit.", "Leave room for 4,000.", $"maxlength: {longest}");
            if (form.OffersCopy) yield return Say("form.copy", Severity.Praise, "The form offers the sender a copy.", "Who keeps a copy can prove and repeat what was asked.", "", "a box for a copy");
        }
    }
}
