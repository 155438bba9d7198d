using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Baton.Audit;

/// <summary>HTML in which everything that is filled in is escaped, because what an audit quotes is somebody else's text.</summary>
/// <param name="Value">Safe HTML.</param>
internal readonly record struct Html(string Value)
{
    public static Html Of(ref HtmlHandler handler) => new(handler.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Value)));

    public static Html Nothing => new("");

    public override string ToString() => Value;
}

/// <summary>Puts HTML together: <see cref="Html"/> goes in as it is, everything else escaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler
{
    private readonly StringBuilder _text;

    public HtmlHandler(int literalLength, int formattedCount) => _text = new(literalLength + (formattedCount * 32));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Html html) => _text.Append(html.Value);

    public void AppendFormatted<T>(T value) => _text.Append(WebUtility.HtmlEncode(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)));

    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => _text.Append(WebUtility.HtmlEncode(value.ToString(format, System.Globalization.CultureInfo.InvariantCulture)));

    public override string ToString() => _text.ToString();
}
