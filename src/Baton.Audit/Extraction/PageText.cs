using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Baton.Audit;

/// <summary>A page's text as one kind of reader gets it.</summary>
internal sealed class TextStream(Exposure exposure)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _seams = [];
    private readonly List<(int Start, IElement Element, bool IsStyle, bool IsTurned)> _sources = [];
    private string? _finished;

    public Exposure Exposure { get; } = exposure;

    public string Text => _finished ??= _text.ToString();

    public IReadOnlyList<int> Seams => _seams;

    public void Add(string text, IElement element, bool isStyle = false, bool isTurned = false)
    {
        if (text.Length == 0) return;
        if (_text.Length > 0) _seams.Add(_text.Length);
        _sources.Add((_text.Length, element, isStyle, isTurned));
        _text.Append(text);
    }

    public void Break()
    {
        if (_text.Length > 0 && _text[^1] != '\n') _text.Append('\n');
    }

    /// <summary>The elements that a part of the text comes from, and what was done to it.</summary>
    public (IElement? Element, int Pieces, bool IsStyle, bool IsTurned) SourceOf(int start, int end)
    {
        var (first, last) = (IndexOf(start), IndexOf(end - 1));
        if (first < 0) return (null, 0, false, false);
        var pieces = _sources[first..(last + 1)];
        return (pieces[0].Element, pieces.Count, pieces.Exists(piece => piece.IsStyle), pieces.Exists(piece => piece.IsTurned));
    }

    public string Around(int start, int end)
    {
        return Snippets.Around(Text, start, end);
    }

    private int IndexOf(int place)
    {
        var (low, high) = (0, _sources.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_sources[middle].Start <= place) low = middle;
            else high = middle - 1;
        }
        return _sources.Count == 0 ? -1 : low;
    }
}

/// <summary>What a page says to a person: the text that is shown, what is there but hidden, and what only those without scripts get.</summary>
internal sealed class PageText
{
    private const int Deepest = 300;

    // Everything that Clean leaves out, turns or makes a space.
    private static readonly SearchValues<char> Unclean = SearchValues.Create("\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u180E\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u00A0\u202F\u2009\u3000\t\r\n");

    private readonly StyleRules _styles;

    public PageText(IDocument document, StyleRules styles)
    {
        _styles = styles;
        if (document.Body is { } body) Walk(body, Shown, 0);
    }

    public TextStream Shown { get; } = new(Exposure.Everybody);

    public TextStream Hidden { get; } = new(Exposure.Hidden);

    public TextStream WithoutScripts { get; } = new(new(true, false, false));

    public IEnumerable<TextStream> Streams => [Shown, WithoutScripts, Hidden];

    private void Walk(IElement element, TextStream stream, int depth)
    {
        if (depth > Deepest || IsSkipped(element)) return;
        if (stream != Hidden && _styles.Hides(element)) stream = Hidden;
        // What lies in a template shows when a script takes it out; a shadow root shows at once.
        if (element.LocalName == "template" && !element.HasAttribute("shadowrootmode")) stream = Hidden;
        if (element.LocalName == "noscript") stream = stream == Hidden ? Hidden : WithoutScripts;
        if (element.LocalName == "br" || IsBlock(element)) stream.Break();
        if (_styles.TurnsRound(element))
        {
            stream.Add(Ciphers.Reverse(Clean(element.TextContent)), element, isTurned: true);
            return;
        }
        Added(element, "before", stream);
        if (StandIn(element) is { Length: > 0 } text) stream.Add(text, element);
        var children = element is IHtmlTemplateElement template ? template.Content.ChildNodes : element.ShadowRoot?.ChildNodes ?? element.ChildNodes;
        foreach (var child in _styles.ReversesChildren(element) ? children.Reverse() : children)
        {
            if (child is IText node) stream.Add(Clean(node.Data), element);
            else if (child is IElement inner) Walk(inner, stream, depth + 1);
        }
        Added(element, "after", stream);
        if (IsBlock(element)) stream.Break();
    }

    private void Added(IElement element, string pseudo, TextStream stream)
    {
        if (_styles.HasContent && _styles.ContentOf(element, pseudo) is { Length: > 0 } text) stream.Add(text, element, isStyle: true);
    }

    private static bool IsSkipped(IElement element) => element.LocalName switch
    {
        "script" or "style" or "head" or "iframe" or "canvas" or "datalist" or "audio" or "video" => true,
        _ => false,
    };

    /// <summary>What an element without text of its own says: a picture or an icon of an at sign, a field that cannot be changed.</summary>
    private static string StandIn(IElement element)
    {
        switch (element.LocalName)
        {
            case "img":
                var alt = element.GetAttribute("alt")?.Trim() ?? "";
                // A picture whose description is the word for a sign stands between two parts of an address.
                if (SpokenSigns.IsWord(alt)) return $"[{alt}]";
                if (alt.Length is > 0 and < 14) return alt;
                var file = Path.GetFileNameWithoutExtension((element.GetAttribute("src") ?? "").Split('?')[0]).ToLowerInvariant();
                return file is "at" or "@" or "at-sign" or "atsign" or "at_sign" or "arroba" or "arobase" or "klammeraffe" or "chiocciola" ? "@" : file is "dot" or "punkt" ? "." : "";
            case "i" or "span" when element.HasAttribute("class") && element.ClassList.Any(name => name is "fa-at" or "bi-at" or "icon-at" or "glyphicon-at" or "ti-at" or "la-at" or "mdi-at"):
                return "@";
            case "input" when element.GetAttribute("type")?.ToLowerInvariant() is "button" or "submit" or "reset":
                return "\n" + (element.GetAttribute("value") ?? "") + "\n";
            case "input" when (element.HasAttribute("readonly") || element.HasAttribute("disabled")) && element.GetAttribute("type") is null or "text" or "email":
                return "\n" + (element.GetAttribute("value") ?? "") + "\n";
            default:
                return "";
        }
    }

    private static bool IsBlock(IElement element) => element.LocalName switch
    {
        "address" or "article" or "aside" or "blockquote" or "body" or "dd" or "details" or "dialog" or "div" or "dl" or "dt" or "fieldset" or "figcaption" or "figure" or "footer" or "form" or "h1" or "h2"
            or "h3" or "h4" or "h5" or "h6" or "header" or "hr" or "legend" or "li" or "main" or "nav" or "ol" or "optgroup" or "option" or "p" or "pre" or "section" or "select" or "summary" or "table" or "tbody" or "td"
            or "textarea" or "tfoot" or "th" or "thead" or "tr" or "ul" or "noscript" or "button" or "center" or "caption" => true,
        _ => false,
    };

    /// <summary>Without what the eye does not see, with direction marks obeyed and compatibility letters as they are meant.</summary>
    internal static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Unclean)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u180E' or '\u202A' or '\u202B' or '\u2066' or '\u2067' or '\u2068' or '\u2069':
                    break;
                case '\u00A0' or '\u202F' or '\u2009' or '\u3000' or '\t' or '\r' or '\n':
                    clean.Append(' ');
                    break;
                default:
                    clean.Append(letter);
                    break;
            }
        }
        var result = clean.ToString();
        if (result.Contains('\u202E', StringComparison.Ordinal)) result = TurnMarked(result);
        return result.Replace("\u202C", "", StringComparison.Ordinal).Replace("\u202D", "", StringComparison.Ordinal);
    }

    private static string TurnMarked(string text)
    {
        while (text.IndexOf('\u202E', StringComparison.Ordinal) is var start and >= 0)
        {
            var end = text.IndexOf('\u202C', start);
            if (end < 0) end = text.Length;
            text = text[..start] + Ciphers.Reverse(text[(start + 1)..end]) + text[end..].TrimStart('\u202C');
        }
        return text;
    }
}
