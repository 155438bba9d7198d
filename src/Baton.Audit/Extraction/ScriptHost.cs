using System.Text;
using AngleSharp.Dom;
using Jint;
using Jint.Native;

namespace Baton.Audit;

/// <summary>The page as its scripts see it: elements by number, and a place for what they show.</summary>
internal sealed class ScriptHost(IDocument document, string name)
{
    private const int MostOutputs = 400;
    private const int LongestOutput = 20_000;

    private readonly List<IElement> _elements = [];
    private readonly Dictionary<IElement, int> _ids = [];
    private readonly StringBuilder _written = new();
    private IElement? _place;
    private IElement? _writtenAt;
    private readonly List<(string Text, IElement? Element)> _outputs = [];

    /// <summary>What was shown, in order; pieces that one script wrote one after another are one text.</summary>
    public IReadOnlyList<(string Text, IElement? Element)> Outputs
    {
        get
        {
            Flush();
            return _outputs;
        }
    }

    /// <summary>Code that scripts set as handlers.</summary>
    public List<(IElement? Element, string Code)> Late { get; } = [];

    public void StandAt(IElement? place)
    {
        Flush();
        _place = place;
    }

    public int IdOf(IElement element)
    {
        if (_ids.TryGetValue(element, out var id)) return id;
        _elements.Add(element);
        return _ids[element] = _elements.Count;
    }

    /// <summary>Texts that scripts kept in variables: only whole addresses count, which the reader decides.</summary>
    public void Keep(string texts)
    {
        foreach (var text in texts.Split('\n')) Kept.Add(text);
    }

    public List<string> Kept { get; } = [];

    public JsObject Functions(Engine engine)
    {
        var functions = new JsObject(engine);
        void Set(string key, Delegate function) => functions.Set(key, JsValue.FromObject(engine, function));
        functions.Set("name", name);
        Set("out", (double id, string text) => Show(Element(id) ?? _place, text));
        Set("write", (string text) =>
        {
            _writtenAt ??= _place;
            if (_written.Length < LongestOutput) _written.Append(text);
        });
        Set("query", (string selector, double root) => Query(selector, Element(root)));
        Set("attribute", (double id, string key) => Element(id)?.GetAttribute(key));
        Set("read", (double id, string key) => Read(Element(id), key));
        Set("near", (double id, string key) => Near(Element(id), key) is { } near ? IdOf(near) : 0);
        Set("handler", (double id, string code) => Late.Add((Element(id), code)));
        Set("atob", (string text) => Encoding.Latin1.GetString(Decode(text)));
        Set("btoa", (string text) => Convert.ToBase64String(Encoding.Latin1.GetBytes(text)));
        return functions;
    }

    private void Flush()
    {
        if (_written.Length == 0) return;
        Show(_writtenAt, _written.ToString());
        _written.Clear();
        _writtenAt = null;
    }

    private void Show(IElement? element, string text)
    {
        if (_outputs.Count < MostOutputs && text.Length is > 3 and < LongestOutput) _outputs.Add((text, element));
    }

    private IElement? Element(double id) => id >= 1 && id <= _elements.Count ? _elements[(int)id - 1] : null;

    private string Query(string selector, IElement? root)
    {
        try
        {
            var found = root is null ? document.QuerySelectorAll(selector) : root.QuerySelectorAll(selector);
            return string.Join(',', found.Take(100).Select(IdOf));
        }
        catch (DomException)
        {
            // A selector that this parser does not know finds nothing.
            return "";
        }
    }

    private static string Read(IElement? element, string key) => element is null ? "" : key switch
    {
        "innerHTML" => element.InnerHtml,
        "outerHTML" => element.OuterHtml,
        "tagName" or "nodeName" => element.TagName,
        _ => element.TextContent,
    };

    private static IElement? Near(IElement? element, string key) => key switch
    {
        "parent" => element?.ParentElement,
        "next" => element?.NextElementSibling,
        "previous" => element?.PreviousElementSibling,
        "first" => element?.FirstElementChild,
        _ => element?.LastElementChild,
    };

    private static byte[] Decode(string text)
    {
        text = new string([.. text.Where(letter => !char.IsWhiteSpace(letter))]).TrimEnd('=');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : [];
    }
}
