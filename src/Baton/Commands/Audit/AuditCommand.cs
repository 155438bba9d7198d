using System.CommandLine;

namespace Baton;

/// <summary><c>baton audit</c>: tests from outside whether somebody who reaches out to an organisation is met.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "Test from outside whether somebody who reaches out to an organisation is met.")
    {
        EmailFinderCommand.Create(),
        CheckCommand.Create(),
        ExtractCommand.Create(),
        DiffCommand.Create(),
        SchemaCommand.Create(),
    };
}
