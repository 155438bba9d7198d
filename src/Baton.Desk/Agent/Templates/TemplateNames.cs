using System.Text.RegularExpressions;
using DotLiquid;

namespace Baton.Desk;

/// <summary>What a template speaks of: the names it reads and the filters it uses, so that a slip is found at start and not by a customer.</summary>
internal sealed partial class TemplateNames
{
    private static readonly HashSet<string> Words = ["and", "or", "contains", "true", "false", "nil", "null", "empty", "blank", "in", "reversed", "limit", "offset", "forloop"];

    private static readonly HashSet<string> KnownFilters =
        [.. typeof(StandardFilters).GetMethods().Concat(typeof(TemplateFilters).GetMethods()).Where(method => method.IsStatic).Select(method => Snake().Replace(method.Name, "_${upper}").ToLowerInvariant())];

    private readonly HashSet<string> _locals = [];

    /// <summary>Names read, e.g. <c>order</c> for <c>{{ order.total }}</c>; those a template makes itself are left out.</summary>
    public HashSet<string> Roots { get; } = [];

    /// <summary>Members of <c>labels</c> read: <c>item</c> for <c>{{ labels.item }}</c>.</summary>
    public HashSet<string> Labels { get; } = [];

    /// <summary>Filters that nobody knows.</summary>
    public HashSet<string> UnknownFilters { get; } = [];

    public static TemplateNames Of(string source)
    {
        var names = new TemplateNames();
        foreach (Match part in Part().Matches(source)) names.Read(part.Groups["inner"].Value, part.Value[1] == '%');
        names.Roots.ExceptWith(names._locals);
        return names;
    }

    private void Read(string inner, bool isTag)
    {
        inner = Quoted().Replace(inner, "''");
        if (isTag)
        {
            var tag = Word().Match(inner).Value;
            inner = inner[(inner.IndexOf(tag, StringComparison.Ordinal) + tag.Length)..];
            if (tag is "for" or "assign" or "capture")
            {
                var local = Word().Match(inner).Value;
                _locals.Add(local);
                inner = inner[(inner.IndexOf(local, StringComparison.Ordinal) + local.Length)..];
            }
        }
        var pieces = inner.Split('|');
        ReadExpression(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            var filter = Word().Match(piece).Value;
            if (!KnownFilters.Contains(filter)) UnknownFilters.Add(filter);
            ReadExpression(piece[(piece.IndexOf(filter, StringComparison.Ordinal) + filter.Length)..]);
        }
    }

    private void ReadExpression(string expression)
    {
        foreach (Match path in Path().Matches(expression))
        {
            var members = path.Value.Split('.');
            if (Words.Contains(members[0])) continue;
            Roots.Add(members[0]);
            if (members is ["labels", var label, ..]) Labels.Add(label);
        }
    }

    [GeneratedRegex(@"\{\{(?<inner>.*?)\}\}|\{%(?<inner>.*?)%\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Part();

    [GeneratedRegex("""'[^']*'|"[^"]*\u0022""", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_]\w*", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\w.'])[A-Za-z_]\w*(\.\w+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();

    [GeneratedRegex("(?<!^)(?<upper>[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Snake();
}
