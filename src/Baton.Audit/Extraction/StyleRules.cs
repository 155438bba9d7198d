using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>
/// The few things of a page's own style sheets and attributes that decide what a person sees: hidden or shown, turned round, added text.
/// Sheets in other files are not read: what hangs on them stays untold.
/// </summary>
internal sealed partial class StyleRules
{
    private const int MostRules = 400;
    private const int MostText = 400_000;

    private static readonly HashSet<string> Interesting = new(StringComparer.Ordinal)
    {
        "display", "visibility", "content", "direction", "unicode-bidi", "font-size", "left", "right", "top", "text-indent", "opacity", "flex-direction", "position", "clip", "clip-path", "height", "width",
    };

    private static readonly HashSet<string> HidingClasses = new(StringComparer.OrdinalIgnoreCase)
    {
        "hidden", "d-none", "hide", "nospam", "no-spam", "antispam", "displaynone", "display-none", "is-hidden", "u-hidden", "honeypot", "hidethis", "dontshow", "nodisplay",
    };

    private readonly Dictionary<IElement, Dictionary<string, string>> _element = [];
    private readonly Dictionary<(IElement, string), string> _content = [];

    public StyleRules(IDocument document)
    {
        var parser = new CssSelectorParser();
        var rules = document.QuerySelectorAll("style").Select(style => style.TextContent).Where(sheet => sheet.Length < MostText).SelectMany(Read)
            .Take(MostRules).Select((rule, order) => (rule.Selector, rule.Declarations, Order: order)).ToList();
        var parsed = new List<(ISelector Selector, string Pseudo, Dictionary<string, string> Declarations, int Order)>();
        foreach (var (text, declarations, order) in rules)
        {
            var pseudo = PseudoElement().Match(text);
            if (parser.ParseSelector(PseudoElement().Replace(text, "") is { Length: > 0 } plain ? plain : "*") is { } selector)
                parsed.Add((selector, pseudo.Success ? pseudo.Groups["which"].Value : "", declarations, order));
        }
        foreach (var rule in parsed.OrderBy(rule => rule.Selector.Specificity).ThenBy(rule => rule.Order))
        {
            foreach (var element in document.All.Where(element => rule.Selector.Match(element, null))) Apply(element, rule.Pseudo, rule.Declarations);
        }
    }

    /// <summary>Whether the element itself, whatever stands around it, is not shown.</summary>
    public bool Hides(IElement element)
    {
        if (element.HasAttribute("hidden") || (element.LocalName == "dialog" && !element.HasAttribute("open"))) return true;
        var style = Of(element);
        if (style.Count == 0) return element.HasAttribute("class") && element.ClassList.Any(HidingClasses.Contains);
        return Is(style, "display", "none") || Is(style, "visibility", "hidden") || Is(style, "visibility", "collapse") || IsZero(style, "opacity") || IsZero(style, "font-size")
            || (style.ContainsKey("position") && (IsFarAway(style, "left") || IsFarAway(style, "right") || IsFarAway(style, "top") || style.ContainsKey("clip") || Value(style, "clip-path").Contains("inset(50%", StringComparison.Ordinal)))
            || IsFarAway(style, "text-indent")
            || (!style.ContainsKey("display") && element.ClassList.Any(HidingClasses.Contains));
    }

    /// <summary>Whether the element or one around it is not shown.</summary>
    public bool IsHidden(IElement? element)
    {
        for (; element is not null; element = element.ParentElement)
        {
            if (Hides(element)) return true;
        }
        return false;
    }

    /// <summary>Whether the element's text is shown from its end to its beginning.</summary>
    public bool TurnsRound(IElement element)
    {
        var style = Of(element);
        var isRightToLeft = Is(style, "direction", "rtl") || string.Equals(element.GetAttribute("dir"), "rtl", StringComparison.OrdinalIgnoreCase);
        return isRightToLeft && (element.LocalName == "bdo" || Value(style, "unicode-bidi").Contains("override", StringComparison.Ordinal));
    }

    /// <summary>Whether the element's children are shown from the last to the first.</summary>
    public bool ReversesChildren(IElement element) => Of(element) is var style && Value(style, "display").Contains("flex", StringComparison.Ordinal) && Is(style, "flex-direction", "row-reverse");

    /// <summary>Text that a style puts before or after an element's own.</summary>
    /// <param name="element">The element.</param>
    /// <param name="pseudo"><c>before</c> or <c>after</c>.</param>
    public string ContentOf(IElement element, string pseudo) => _content.TryGetValue((element, pseudo), out var value) ? Text(value, element) : "";

    public bool HasContent => _content.Count > 0;

    private void Apply(IElement element, string pseudo, Dictionary<string, string> declarations)
    {
        if (pseudo.Length > 0)
        {
            if (declarations.TryGetValue("content", out var content)) _content[(element, pseudo)] = content;
            return;
        }
        if (!_element.TryGetValue(element, out var style)) _element[element] = style = new(StringComparer.Ordinal);
        foreach (var (name, value) in declarations) style[name] = value;
    }

    private Dictionary<string, string> Of(IElement element)
    {
        var inline = element.GetAttribute("style");
        var sheet = _element.GetValueOrDefault(element);
        if (inline is null) return sheet ?? Empty;
        var both = sheet is null ? new(StringComparer.Ordinal) : new Dictionary<string, string>(sheet, StringComparer.Ordinal);
        foreach (var (name, value) in Declarations(inline)) both[name] = value;
        return both;
    }

    private static readonly Dictionary<string, string> Empty = [];

    private static string Value(Dictionary<string, string> style, string name) => style.GetValueOrDefault(name, "");

    private static bool Is(Dictionary<string, string> style, string name, string value) => string.Equals(Value(style, name), value, StringComparison.OrdinalIgnoreCase);

    private static bool IsZero(Dictionary<string, string> style, string name) => Zero().IsMatch(Value(style, name));

    private static bool IsFarAway(Dictionary<string, string> style, string name) => FarAway().IsMatch(Value(style, name));

    private static IEnumerable<(string Selector, Dictionary<string, string> Declarations)> Read(string sheet)
    {
        sheet = Comment().Replace(sheet, "");
        var place = 0;
        while (place < sheet.Length && sheet.IndexOf('{', place) is var open and >= 0)
        {
            var head = sheet[place..open].Trim().TrimStart('}').Trim();
            var close = End(sheet, open);
            var body = sheet[(open + 1)..Math.Max(open + 1, close)];
            place = close + 1;
            if (head.StartsWith('@'))
            {
                // What holds only for some screens or on paper is not what everybody sees.
                if (Always().IsMatch(head))
                {
                    foreach (var rule in Read(body)) yield return rule;
                }
                continue;
            }
            var declarations = Declarations(body).GroupBy(one => one.Name, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Last().Value, StringComparer.Ordinal);
            if (declarations.Count == 0) continue;
            foreach (var selector in head.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return (selector, declarations);
        }
    }

    private static int End(string sheet, int open)
    {
        var depth = 0;
        for (var place = open; place < sheet.Length; place++)
        {
            if (sheet[place] == '{') depth++;
            else if (sheet[place] == '}' && --depth == 0) return place;
        }
        return sheet.Length;
    }

    private static IEnumerable<(string Name, string Value)> Declarations(string body)
    {
        foreach (Match match in Declaration().Matches(body))
        {
            var name = match.Groups["name"].Value.ToLowerInvariant();
            if (Interesting.Contains(name)) yield return (name, match.Groups["value"].Value.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim());
        }
    }

    private static string Text(string content, IElement element) => string.Concat(ContentPart().Matches(content).Select(part =>
        part.Groups["attribute"].Success ? element.GetAttribute(part.Groups["attribute"].Value) ?? "" : CssEscape().Replace(part.Groups["text"].Value, Unescaped)));

    private static string Unescaped(Match escape)
    {
        if (!escape.Groups["code"].Success) return escape.Groups["letter"].Value;
        var code = Convert.ToInt32(escape.Groups["code"].Value, 16);
        return code is > 0 and < 0xD800 or > 0xDFFF and < 0x110000 ? char.ConvertFromUtf32(code) : "";
    }

    [GeneratedRegex(@"::?(?<which>before|after)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PseudoElement();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@(supports|layer|container|media\s+(screen|all)\s*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Always();

    [GeneratedRegex(@"(?<name>[\w-]+)\s*:\s*(?<value>(?:""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'|[^;""'])+)", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"""(?<text>(?:[^""\\]|\\.)*)""|'(?<text>(?:[^'\\]|\\.)*)'|attr\(\s*(?<attribute>[\w-]+)[^)]*\)", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentPart();

    [GeneratedRegex(@"\\((?<code>[0-9a-fA-F]{1,6})\s?|(?<letter>.))", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CssEscape();

    [GeneratedRegex(@"^0*(\.0+)?(px|em|rem|pt|%)?$(?<=0.*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Zero();

    [GeneratedRegex(@"^-\d{3,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FarAway();
}
