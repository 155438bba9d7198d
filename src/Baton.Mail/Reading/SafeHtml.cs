using Ganss.Xss;

namespace Baton.Mail;

/// <summary>A letter's HTML, fit to be shown inside a page.</summary>
/// <param name="Html">Without scripts, forms, frames, styles that reach out, and without anything that is loaded from elsewhere.</param>
/// <param name="BlockedImages">How many remote pictures and backgrounds were taken out: loading one would tell the sender that the letter was read.</param>
public sealed record SafeHtml(string Html, int BlockedImages)
{
    /// <summary>Cleans the HTML of a stranger. Pictures that came with the letter (<c>cid:</c>) stay; links open outside and pass no referrer.</summary>
    public static SafeHtml Clean(string html)
    {
        var blocked = 0;
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in new[] { "input", "button", "textarea", "select", "option", "optgroup", "meter", "progress", "style", "html", "head", "body", "dialog", "menu", "menuitem", "keygen", "datalist", "output" })
            sanitizer.AllowedTags.Remove(tag);
        foreach (var attribute in new[] { "action", "name", "id", "class", "background", "usemap", "ismap", "contenteditable", "draggable", "dropzone", "accesskey", "tabindex", "srcset", "poster" })
            sanitizer.AllowedAttributes.Remove(attribute);
        sanitizer.AllowedSchemes.Clear();
        foreach (var scheme in new[] { "http", "https", "mailto", "tel", "cid" })
            sanitizer.AllowedSchemes.Add(scheme);
        foreach (var style in sanitizer.AllowedCssProperties.Where(property => property.StartsWith("background", StringComparison.Ordinal) && property != "background-color").ToList())
            sanitizer.AllowedCssProperties.Remove(style);
        foreach (var style in new[] { "position", "z-index", "list-style", "list-style-image", "border-image", "border-image-source", "content", "cursor", "filter", "mask", "top", "left", "right", "bottom" })
            sanitizer.AllowedCssProperties.Remove(style);
        sanitizer.AllowedAtRules.Clear();
        sanitizer.RemovingAttribute += (_, removed) => blocked += removed.Attribute.Name is "background" or "srcset" or "poster" ? 1 : 0;
        sanitizer.RemovingStyle += (_, removed) => blocked += removed.Style.Value.Contains("url(", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        sanitizer.PostProcessNode += (_, processed) =>
        {
            if (processed.Node is not AngleSharp.Dom.IElement element)
                return;
            if (element.LocalName is "img" && element.GetAttribute("src") is { } source && !source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
            {
                blocked++;
                element.RemoveAttribute("src");
                element.SetAttribute("alt", element.GetAttribute("alt") is { Length: > 0 } alt ? alt : "picture not loaded");
            }
            else if (element.LocalName is "a" && element.HasAttribute("href"))
            {
                element.SetAttribute("target", "_blank");
                element.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        };
        sanitizer.PostProcessDom += (_, processed) => UnwrapForms(processed.Document);
        var clean = sanitizer.Sanitize(html);
        return new SafeHtml(clean, blocked);
    }

    /// <summary>Some programs put a whole letter into a form: its text stays, the form goes.</summary>
    private static void UnwrapForms(AngleSharp.Dom.IDocument document)
    {
        foreach (var form in document.QuerySelectorAll("form, fieldset, legend, label").ToList())
        {
            var plain = document.CreateElement("div");
            while (form.FirstChild is { } child)
                plain.AppendChild(child);
            form.Parent?.ReplaceChild(plain, form);
        }
    }
}
