using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Baton.Audit;

/// <summary>A YAML text as JSON, with the line of every part.</summary>
internal sealed class YamlSource
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public JsonNode? Root { get; private set; }

    /// <summary>Reads a text; a syntax error is a mistake like any other.</summary>
    public static YamlSource Read(string yaml, List<(int Line, string What)> mistakes)
    {
        var source = new YamlSource();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count != 1) mistakes.Add((1, $"A file holds one engagement; this one holds {stream.Documents.Count}."));
            else source.Root = source.Convert(stream.Documents[0].RootNode, "#");
        }
        catch (YamlException error)
        {
            mistakes.Add(((int)error.Start.Line, $"Not valid YAML: {error.Message}"));
        }
        catch (InvalidOperationException error)
        {
            // The parser's own way of saying that a bracket is never closed; it does not know where.
            mistakes.Add((1, $"Not valid YAML, perhaps a bracket that is never closed: {error.Message}"));
        }
        return source;
    }

    /// <summary>The line of a part, or of the nearest part around it.</summary>
    public int LineOf(string path)
    {
        while (path.Length > 0)
        {
            if (_lines.TryGetValue(path, out var line)) return line;
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }
        return 1;
    }

    /// <summary>The text at a path of names.</summary>
    public string? TextAt(string path)
    {
        var node = Root;
        foreach (var name in path.Split('.')) node = (node as JsonObject)?[name];
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    private JsonNode? Convert(YamlNode node, string path)
    {
        _lines.TryAdd(path, (int)node.Start.Line);
        switch (node)
        {
            case YamlMappingNode map:
                var members = new JsonObject();
                foreach (var (key, value) in map.Children)
                {
                    var name = (key as YamlScalarNode)?.Value ?? "";
                    _lines[$"{path}.{name}"] = (int)key.Start.Line;
                    members[name] = Convert(value, $"{path}.{name}");
                }
                return members;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select((item, index) => Convert(item, $"{path}[{index}]"))]);
            case YamlScalarNode { Style: ScalarStyle.Plain } plain:
                return Plain(plain.Value ?? "");
            default:
                return JsonValue.Create((node as YamlScalarNode)?.Value);
        }
    }

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
