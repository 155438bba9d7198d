using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Baton.Mail;

/// <summary>
/// Writes HTML out as the plain text a person would read. Quotations become lines with <c>&gt;</c> and known signature blocks get the
/// usual <c>-- </c> line, so that folding needs to know text only.
/// </summary>
internal static class HtmlText
{
    private const int DepthAtMost = 200;
    private static readonly HtmlParser _parser = new(new HtmlParserOptions { IsScripting = false });

    private static readonly HashSet<string> _blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "table", "tr", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "pre", "address", "dl", "dt", "dd", "center", "form", "fieldset", "main", "tbody", "blockquote",
    };

    private static readonly HashSet<string> _spaced = new(StringComparer.OrdinalIgnoreCase) { "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "blockquote" };
    private static readonly HashSet<string> _hidden = new(StringComparer.OrdinalIgnoreCase) { "head", "script", "style", "title", "template", "noscript", "svg", "object", "iframe", "select", "textarea" };

    public static string Read(string html)
    {
        using var document = _parser.ParseDocument(html);
        if (document.Body is not { } body)
            return "";
        var lines = new HtmlLines();
        Write(body, lines, 0);
        return lines.ToText();
    }

    private static void Write(INode node, HtmlLines lines, int depth)
    {
        if (depth > DepthAtMost)
            return;
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                lines.Append(text.Data, Preserves(text.ParentElement));
            else if (child is IElement element && !IsHidden(element))
                WriteElement(element, lines, depth);
        }
    }

    private static void WriteElement(IElement element, HtmlLines lines, int depth)
    {
        var name = element.LocalName;
        switch (name)
        {
            case "br":
                lines.Break();
                return;
            case "hr":
                lines.EndLine();
                lines.Append("________________________________", preserve: true);
                lines.EndLine();
                return;
            case "img":
                if (element.GetAttribute("alt") is { Length: > 0 and < 60 } alt)
                    lines.Append(alt, preserve: false);
                return;
            default:
                break;
        }

        var isBlock = _blocks.Contains(name);
        var isQuote = name == "blockquote" && element.GetAttribute("style")?.Contains("margin: 0 0 0 40px", StringComparison.OrdinalIgnoreCase) != true;
        if (isBlock)
            lines.EndLine(_spaced.Contains(name));
        if (IsSignature(element))
        {
            lines.EndLine();
            lines.Append("-- ", preserve: true);
            lines.EndLine();
        }

        if (name == "li")
            lines.Append("- ", preserve: true);
        if (isQuote)
            lines.QuoteDepth++;
        Write(element, lines, depth + 1);
        if (name == "td" || name == "th")
            lines.Append(" ", preserve: false);
        if (name == "a" && element is IHtmlAnchorElement anchor)
            lines.AppendLink(anchor.GetAttribute("href"), element.TextContent);
        if (isBlock)
            lines.EndLine(_spaced.Contains(name));
        if (isQuote)
            lines.QuoteDepth--;
    }

    private static bool IsSignature(IElement element) =>
        element.ClassList.Contains("gmail_signature") || element.ClassList.Contains("moz-signature") || element.Id is "Signature" or "signature" or "ms-outlook-mobile-signature" or "AppleMailSignature";

    private static bool IsHidden(IElement element)
    {
        if (_hidden.Contains(element.LocalName) || element.HasAttribute("hidden"))
            return true;
        var style = element.GetAttribute("style");
        return style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Preserves(IElement? parent)
    {
        for (var depth = 0; parent is not null && depth < 4; depth++, parent = parent.ParentElement)
        {
            if (parent.LocalName is "pre")
                return true;
        }

        return false;
    }

    /// <summary>Lines under construction, with white space as a browser would join it.</summary>
    private sealed class HtmlLines
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _line = new();
        private bool _wantsGap;

        public int QuoteDepth { get; set; }

        public void Append(string data, bool preserve)
        {
            if (preserve)
            {
                var first = true;
                foreach (var part in data.ReplaceLineEndings("\n").Split('\n'))
                {
                    if (!first)
                        Break();
                    first = false;
                    _line.Append(part);
                }

                return;
            }

            foreach (var character in data)
            {
                var isSpace = char.IsWhiteSpace(character);
                if (!isSpace)
                    _line.Append(character);
                else if (_line.Length > 0 && _line[^1] != ' ')
                    _line.Append(' ');
            }
        }

        public void AppendLink(string? target, string shown)
        {
            if (target is null || !target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || target.Length > 200 || shown.Contains(target, StringComparison.OrdinalIgnoreCase))
                return;
            _line.Append(" <").Append(target).Append('>');
        }

        public void Break() => Flush(force: true);

        public void EndLine(bool gap = false)
        {
            Flush(force: false);
            _wantsGap |= gap;
        }

        public string ToText()
        {
            Flush(force: false);
            return _text.ToString().Trim('\n');
        }

        private void Flush(bool force)
        {
            if (_line.Length == 0 && !force)
                return;
            if (_wantsGap && _text.Length > 0)
                Mark(_text, QuoteDepth).Append('\n');
            _wantsGap = false;
            Mark(_text, QuoteDepth);
            var written = _line.ToString();
            _text.Append(written.StartsWith("-- ", StringComparison.Ordinal) && written.Length == 3 ? written : written.TrimEnd()).Append('\n');
            _line.Clear();
        }

        private static StringBuilder Mark(StringBuilder text, int depth)
        {
            for (var level = 0; level < depth; level++)
                text.Append(level == depth - 1 ? "> " : ">");
            return text;
        }
    }
}
