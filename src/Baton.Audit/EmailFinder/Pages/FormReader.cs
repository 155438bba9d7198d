using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Finds the forms that ask for a message and what stands in the way of sending one. Nothing is ever sent.</summary>
internal static partial class FormReader
{
    public static IEnumerable<PageForm> Read(IDocument document, Uri page)
    {
        foreach (var form in document.QuerySelectorAll("form"))
        {
            var fields = form.QuerySelectorAll("input,textarea,select").Where(field => field.GetAttribute("type") is not ("hidden" or "submit" or "button" or "reset" or "image")).ToList();
            var messages = fields.Where(field => field.LocalName == "textarea" && !IsTrap(field)).ToList();
            if (messages.Count == 0 || fields.Exists(field => field.GetAttribute("type") == "password") || Remark().IsMatch(Words(form))) continue;
            var action = form.GetAttribute("action");
            if (action?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true || !Uri.TryCreate(page, string.IsNullOrWhiteSpace(action) ? page.PathAndQuery : action, out var target)) continue;
            var required = fields.Where(field => field.HasAttribute("required") || field.GetAttribute("aria-required") == "true").Select(field => Label(document, field)).ToList();
            yield return new(target, (form.GetAttribute("method") ?? "get").ToLowerInvariant(), ElementPath.Of(form))
            {
                Required = required,
                HasCaptcha = Captcha().IsMatch(form.OuterHtml),
                LongestMessage = int.TryParse(messages[0].GetAttribute("maxlength"), out var longest) ? longest : null,
                NeedsPhone = required.Exists(label => Phone().IsMatch(label)) || fields.Exists(field => field.GetAttribute("type") == "tel" && field.HasAttribute("required")),
                NeedsAccount = required.Exists(label => Account().IsMatch(label)),
                OffersCopy = fields.Exists(field => field.GetAttribute("type") == "checkbox" && Copy().IsMatch(Label(document, field))),
            };
        }
    }

    private static bool IsTrap(IElement field) => (field.GetAttribute("style") ?? "").Contains("none", StringComparison.Ordinal) || (field.GetAttribute("name") ?? "").Contains("captcha", StringComparison.OrdinalIgnoreCase);

    private static string Words(IElement form) => $"{form.GetAttribute("action")} {form.Id} {form.ClassName}";

    private static string Label(IDocument document, IElement field)
    {
        var label = field.Id is { Length: > 0 } id && !id.Contains('"', StringComparison.Ordinal) ? document.QuerySelector($"label[for=\"{id}\"]")?.TextContent : null;
        var words = label ?? field.Closest("label")?.TextContent ?? field.GetAttribute("aria-label") ?? field.GetAttribute("placeholder") ?? "";
        return Snippets.Short($"{words} ({field.GetAttribute("name")})", 80);
    }

    [GeneratedRegex("comment|search|suche|newsletter|review|bewertung", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex("captcha|turnstile|friendly-challenge|altcha|cf-challenge", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Captcha();

    [GeneratedRegex(@"\b(phone|telefon|tel|mobile|handy|téléphone|teléfono|telefono)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(customer|account|order|kunden|konto|bestell|client|contract|vertrags)[\s_-]*(number|no|nr|nummer|id|numéro)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Account();

    [GeneratedRegex("copy|kopie|copie|copia", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Copy();
}
