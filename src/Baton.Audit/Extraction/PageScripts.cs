using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Jint;
using Jint.Runtime;

namespace Baton.Audit;

/// <summary>
/// Runs the small scripts of a page that put addresses together, in a sandbox without network, files or .NET, under limits of time,
/// steps, memory and depth. It is no browser: what it does not know accepts everything and shows nothing.
/// </summary>
internal sealed partial class PageScripts : IDisposable
{
    private const int LongestScript = 20_000;
    private const int MostScripts = 30;
    private const int MostHandlers = 60;
    private const int MostMissing = 12;

    // Steps decide, so that a busy machine reads the same as an idle one; the clock is for what takes long in few steps.
    private const int MostSteps = 60_000;
    private static readonly TimeSpan ScriptLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PageLimit = TimeSpan.FromSeconds(10);

    private static readonly Prepared<Acornima.Ast.Script> Sandbox = Engine.PrepareScript(EmbeddedText.All("Extraction.page.js"));

    private readonly ScriptHost _host;
    private readonly Engine _engine;
    private readonly IDocument _document;
    private readonly TimeProvider _time;
    private readonly long _started;

    private PageScripts(IDocument document, string host, TimeProvider time)
    {
        _document = document;
        _time = time;
        _started = time.GetTimestamp();
        _host = new(document, host);
        _engine = new(options =>
        {
            options.TimeoutInterval(ScriptLimit);
            options.MaxStatements(MostSteps);
            options.LimitMemory(24_000_000);
            options.LimitRecursion(120);
            options.RegexTimeoutInterval(TimeSpan.FromMilliseconds(100));
            options.MaxArraySize(20_000);
            options.CatchClrExceptions(_ => false);
        });
        _engine.SetValue("host", _host.Functions(_engine));
        _engine.Execute(in Sandbox);
    }

    /// <summary>What the page's scripts show: texts with the element they go into, if that is known.</summary>
    public static IReadOnlyList<(string Text, IElement? Element)> Run(IDocument document, string host, TimeProvider time)
    {
        var scripts = document.Scripts.Where(script => script.Source is null && IsProgram(script) && script.Text.Length is > 10 and < LongestScript && MayWriteAddress().IsMatch(script.Text))
            .Take(MostScripts).ToList();
        var handlers = Handlers(document).Where(handler => scripts.Count > 0 || MayWriteAddress().IsMatch(handler.Code)).Take(MostHandlers).ToList();
        if (scripts.Count == 0 && handlers.Count == 0) return [];
        using var page = new PageScripts(document, host, time);
        foreach (var script in scripts) page.Try(() => page._engine.Execute(script.Text), script);
        foreach (var (element, code) in handlers) page.Try(() => page._engine.Invoke("__run", page._host.IdOf(element), code), element);
        page.RunWaiting();
        return [.. page._host.Outputs, .. page._host.Kept.Where(text => AddressSyntax.Parse(text) is not null).Select(text => (text, (IElement?)null))];
    }

    public void Dispose() => _engine.Dispose();

    private void RunWaiting()
    {
        foreach (var (element, code) in _host.Late.Take(MostHandlers).ToList()) Try(() => _engine.Invoke("__run", element is null ? 0 : _host.IdOf(element), code), element);
        var actions = "";
        Try(() => actions = _engine.Invoke("__actions").AsString(), null);
        foreach (var action in actions.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MostHandlers)) Try(() => _engine.Invoke(action), null);
        Try(() => _host.Keep(_engine.Invoke("__kept").AsString()), null);
    }

    /// <summary>Runs, and runs again with what was missing.</summary>
    private void Try(Action run, IElement? place)
    {
        for (var round = 0; round < MostMissing; round++)
        {
            if (_time.GetElapsedTime(_started) > PageLimit) return;
            try
            {
                _host.StandAt(place);
                run();
                return;
            }
            catch (JavaScriptException wrong) when (NotDefined().Match(wrong.Message) is { Success: true } missing)
            {
                _engine.Invoke("__missing", missing.Groups["name"].Value);
            }
            catch (Exception wrong) when (wrong is JintException or TimeoutException or InvalidOperationException or ArgumentException or RegexMatchTimeoutException)
            {
                // A page's script that fails or never ends shows nothing more; its faults are not the audit's.
                return;
            }
        }
    }

    private static bool IsProgram(IElement script) => (script.GetAttribute("type") ?? "").Trim().ToLowerInvariant() is "" or "text/javascript" or "application/javascript" or "module" or "text/ecmascript" or "application/x-javascript";

    private const string WithHandlers = "[onclick],[onmouseover],[onload],[onfocus],[onmouseenter],[onmousedown],[ontouchstart],[href^='javascript:' i]";

    /// <summary>A link or text that a framework makes from an expression, with the data that stand around it.</summary>
    private static string Bound(IElement element, string expression) =>
        element.Closest("[x-data]")?.GetAttribute("x-data") is { Length: > 2 and < LongestScript } data && data.TrimStart().StartsWith('{') ? $"with({data}){{this.href=({expression})}}" : $"this.href=({expression})";

    private static IEnumerable<(IElement Element, string Code)> Handlers(IDocument document)
    {
        foreach (var element in document.All.Where(element => element.Attributes.Any(attribute => BoundLink().IsMatch(attribute.Name)) || element.Matches(WithHandlers)))
        {
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Value.Length > LongestScript) continue;
                if (attribute.Name.StartsWith("on", StringComparison.Ordinal)) yield return (element, attribute.Value);
                else if (BoundLink().IsMatch(attribute.Name)) yield return (element, Bound(element, attribute.Value));
                else if (attribute.Name == "href" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) yield return (element, Uri.UnescapeDataString(attribute.Value.TrimStart()[11..]));
            }
        }
    }

    [GeneratedRegex(@"mailto|lto:|znvygb|@|\\x40|\\u0040|%40|&#0*64|&#x0*40|&commat|fromCharCode|charCodeAt|fromCodePoint|atob|unescape|decodeURI|\.reverse\(|\bat\b\]|email|e-mail|64\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MayWriteAddress();

    [GeneratedRegex(@"^(:|x-bind:|v-bind:)href$|^[xv]-(text|html)$|^ng-href$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoundLink();

    [GeneratedRegex(@"^(?<name>[\p{L}_$][\p{L}\p{N}_$]*) is not defined", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotDefined();
}
