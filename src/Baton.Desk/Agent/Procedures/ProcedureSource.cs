using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Baton.Desk;

/// <summary>One procedure file as JSON, with the line of every part: what the schema checks and what messages point to.</summary>
internal sealed class ProcedureSource
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private ProcedureSource(string file) => File = file;

    public string File { get; }

    public JsonNode? Root { get; private set; }

    /// <summary>Reads YAML; a syntax error is a mistake like any other.</summary>
    public static ProcedureSource Read(string file, string yaml, ICollection<Mistake> mistakes)
    {
        var source = new ProcedureSource(file);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count != 1) mistakes.Add(new(file, 1, $"A file holds one procedure; this one holds {stream.Documents.Count}."));
            else source.Root = source.Convert(stream.Documents[0].RootNode, "#");
        }
        catch (InvalidOperationException error)
        {
            // The parser's own way of saying that a bracket is never closed; it does not know where.
            mistakes.Add(new(file, 1, $"Not valid YAML, perhaps a bracket that is never closed: {error.Message}"));
        }
        catch (YamlException error)
        {
            mistakes.Add(new(file, (int)error.Start.Line, $"Not valid YAML: {error.Message}"));
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

    private JsonNode? Convert(YamlNode node, string path)
    {
        _lines.TryAdd(path, (int)node.Start.Line);
        switch (node)
        {
            case YamlMappingNode map:
                var members = new JsonObject();
                foreach (var (key, value) in map.Children)
                {
                    var name = ((YamlScalarNode)key).Value ?? "";
                    _lines[$"{path}.{name}"] = (int)key.Start.Line;
                    members[name] = Convert(value, $"{path}.{name}");
                }
                return members;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select((item, index) => Convert(item, $"{path}[{index}]"))]);
            case YamlScalarNode { Style: ScalarStyle.Plain } plain:
                return Plain(plain.Value ?? "");
            default:
                return JsonValue.Create(((YamlScalarNode)node).Value);
        }
    }

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when decimal.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
