using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Baton.Audit;

/// <summary>The schema of report.json; docs/schemas/audit-report.schema.json holds the same text.</summary>
public static class ReportSchema
{
    /// <summary>JSON Schema, draft 2020-12, indented, with a line break at its end.</summary>
    public static string Text { get; } = Write();

    // What is null is left out when it is written: only what is never null is required.
    private static void LetLeaveOut(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) LetLeaveOut(item);
        }
        if (node is not JsonObject map) return;
        if (map["required"] is JsonArray required && map["properties"] is JsonObject properties)
        {
            var always = required.Select(name => name!.GetValue<string>()).Where(name => properties[name]?["type"] is not JsonArray).ToList();
            map["required"] = new JsonArray([.. always.Select(name => (JsonNode)name)]);
        }
        foreach (var (_, value) in map) LetLeaveOut(value);
    }

    private static string Write()
    {
        var schema = AuditJson.Files.AuditReport.Options.GetJsonSchemaAsNode(typeof(AuditReport), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject();
        LetLeaveOut(schema);
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "https://baton.example/schemas/audit-report.schema.json",
            ["title"] = "Report of an audit",
        };
        foreach (var (name, value) in schema) whole[name] = value?.DeepClone();
        return whole.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }
}
