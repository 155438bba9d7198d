using System.CommandLine;
using Baton.Audit;

namespace Baton;

/// <summary><c>baton audit schema</c>: the JSON Schema of report.json.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Write the JSON Schema of report.json.");
        command.SetAction((_, cancellationToken) => BatonHost.RunAsync(stop => Console.Out.WriteAsync(ReportSchema.Text.AsMemory(), stop), cancellationToken));
        return command;
    }
}
