using System.CommandLine;

namespace Baton;

/// <summary><c>baton audit</c>: tests from outside whether somebody who reaches out to an organisation is met.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var command = new Command("audit", "Test from outside whether somebody who reaches out to an organisation is met.")
        {
            EmailFinderCommand.Create(),
            ReplyRadarCommand.Create(),
            CheckCommand.Create(),
            ExtractCommand.Create(),
            DiffCommand.Create(),
            SchemaCommand.Create(),
        };
        foreach (var inner in LedgerCommands.All()) command.Add(inner);
        return command;
    }
}
