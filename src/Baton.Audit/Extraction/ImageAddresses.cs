using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Pictures that stand where an address should: their alternative text is read, their pixels are not.</summary>
internal static partial class ImageAddresses
{
    public static IEnumerable<(string Address, IElement Element, string Snippet)> Alternatives(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[alt],[title],[aria-label]"))
        {
            if (element.LocalName is "input" or "textarea" or "meta" or "form" or "link") continue;
            foreach (var name in (string[])["alt", "title", "aria-label"])
            {
                if (element.GetAttribute(name) is not { Length: > 5 and < 400 } text) continue;
                foreach (var match in TextAddresses.Find(PageText.Clean(Ciphers.Unescape(text)))) yield return (match.Address, element, $"{name}=\"{text}\"");
            }
        }
    }

    public static IEnumerable<AddressImage> Unreadable(IDocument document)
    {
        foreach (var image in document.QuerySelectorAll("img,object[type^='image/']"))
        {
            var source = image.GetAttribute("src") ?? image.GetAttribute("data-src") ?? image.GetAttribute("data") ?? "";
            var alt = image.GetAttribute("alt") ?? image.GetAttribute("title") ?? "";
            if (TextAddresses.Find(PageText.Clean(alt)).Any() || image.Closest("a[href^='mailto:' i]") is not null) continue;
            var isNamed = Named().IsMatch(Path.GetFileNameWithoutExtension(source.StartsWith("data:", StringComparison.Ordinal) ? "" : source.Split('?', '#')[0]));
            var isIcon = Icon().IsMatch(source) || IsSmallSquare(image);
            if (Script().IsMatch(source)) yield return new(Shortened(source), ElementPath.Of(image), "made by a script that draws addresses");
            else if (Described().IsMatch(alt) && !isIcon) yield return new(Shortened(source), ElementPath.Of(image), $"its alternative text is \"{Snippets.Short(alt, 60)}\"");
            else if (isNamed && !isIcon && image.Closest("a[href]") is null) yield return new(Shortened(source), ElementPath.Of(image), "its file is named like an address");
        }
    }

    private static string Shortened(string source) => Snippets.Short(source, 120);

    private static bool IsSmallSquare(IElement image) => int.TryParse(image.GetAttribute("width"), out var width) && int.TryParse(image.GetAttribute("height"), out var height) && width == height && width <= 64;

    [GeneratedRegex(@"(^|[-_.])(e-?mail|mailadresse|mail-?address|email-?address|kontakt-?mail|contact-?e?mail|correo|courriel|e?mail-?(adresse|info|text|img|image|bild))([-_.]|$)|-at-|_at_", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*(e-?mail|mail|unsere|our|notre)?[-\s]*(e-?mail)?[-\s]*(adresse|address|dirección de correo|adresse électronique|indirizzo)\b|^\s*(e-?mail|courriel|correo electrónico)\s*:?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Described();

    [GeneratedRegex(@"(text2image|email2image|emailimage|email_image|mailimg|email-?img|textimage|mail2pic|emailtoimage)\b|\.php\?(e?mail|text|addr)=", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();

    [GeneratedRegex(@"icon|symbol|envelope|brief|ico[-_.]|\.ico|logo|banner|badge|button|btn|newsletter|marketing", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Icon();
}
