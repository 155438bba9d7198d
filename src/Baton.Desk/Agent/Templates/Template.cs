using System.Globalization;
using DotLiquid;
using DotLiquid.Exceptions;
using Liquid = DotLiquid.Template;

namespace Baton.Desk;

/// <summary>A text with <c>{{ values }}</c> in Liquid. Parsed once, rendered by many at a time.</summary>
internal sealed class Template
{
    private readonly Liquid _parsed;
    private readonly Liquid? _expression;

    private Template(string source, Liquid parsed, Liquid? expression) => (Source, _parsed, _expression) = (source, parsed, expression);

    public string Source { get; }

    /// <summary>Parses a template.</summary>
    /// <exception cref="TemplateException">It is not valid Liquid.</exception>
    public static Template Parse(string source)
    {
        try
        {
            var single = SingleExpression(source);
            return new(source, ParseSafe(source), single is null ? null : ParseSafe($"{{% assign __value = {single} %}}"));
        }
        catch (Exception error) when (error is SyntaxException or System.FormatException)
        {
            throw new TemplateException(error.Message, error);
        }
    }

    /// <summary>Parses a condition such as <c>order.canCancel and amount &lt; 50</c>.</summary>
    /// <exception cref="TemplateException">It is not a valid condition.</exception>
    public static Template ParseCondition(string condition) => Parse($"{{% if {condition} %}}1{{% endif %}}");

    public string Render(IReadOnlyDictionary<string, object?> values, CultureInfo culture)
    {
        try
        {
            return _parsed.Render(new RenderParameters(culture) { Context = ContextOf(values, culture) }).Trim();
        }
        catch (LiquidException error)
        {
            throw new TemplateException(error.Message, error);
        }
    }

    public bool Holds(IReadOnlyDictionary<string, object?> values) => Render(values, CultureInfo.InvariantCulture) == "1";

    /// <summary>A value with its type when the template is one <c>{{ expression }}</c>, otherwise the rendered text.</summary>
    public object? Evaluate(IReadOnlyDictionary<string, object?> values)
    {
        if (_expression is null) return Render(values, CultureInfo.InvariantCulture);
        var context = ContextOf(values, CultureInfo.InvariantCulture);
        _expression.Render(new RenderParameters(CultureInfo.InvariantCulture) { Context = context });
        return context["__value", false];
    }

    private static Context ContextOf(IReadOnlyDictionary<string, object?> values, CultureInfo culture)
    {
        var hash = new Hash();
        foreach (var (name, value) in values) hash[name] = value;
        var context = new Context([hash], [], [], ErrorsOutputMode.Rethrow, 10_000, culture, CancellationToken.None);
        context.AddFilters(typeof(TemplateFilters));
        return context;
    }

    private static Liquid ParseSafe(string source)
    {
        var parsed = Liquid.Parse(source);
        parsed.MakeThreadSafe();
        return parsed;
    }

    private static string? SingleExpression(string source)
    {
        var trimmed = source.Trim();
        return trimmed.StartsWith("{{", StringComparison.Ordinal) && trimmed.IndexOf("}}", StringComparison.Ordinal) == trimmed.Length - 2 ? trimmed[2..^2] : null;
    }
}

/// <summary>A template that cannot be parsed or rendered.</summary>
internal sealed class TemplateException(string message, Exception inner) : Exception(message, inner);
