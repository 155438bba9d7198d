using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Desk;

/// <summary>A part of a procedure file with its path. A part of the wrong form reads as empty: the schema has reported it already.</summary>
internal readonly record struct SourceNode(ProcedureSource Source, JsonNode? Json, string Path)
{
    public int Line => Source.LineOf(Path);

    public string Text => Json is JsonValue value ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : "";

    public bool Is => Json is not null;

    public SourceNode this[string name] => new(Source, (Json as JsonObject)?[name], $"{Path}.{name}");

    public IEnumerable<SourceNode> Items
    {
        get
        {
            var (source, path) = (Source, Path);
            return (Json as JsonArray ?? []).Select((item, index) => new SourceNode(source, item, $"{path}[{index}]"));
        }
    }

    public IEnumerable<(string Name, SourceNode Node)> Members
    {
        get
        {
            var (source, path) = (Source, Path);
            return (Json as JsonObject ?? []).Select(member => (member.Key, new SourceNode(source, member.Value, $"{path}.{member.Key}")));
        }
    }
}
