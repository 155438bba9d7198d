namespace Baton.Desk;

/// <summary>Compares the procedures with what the tool servers really offer.</summary>
internal static class ToolChecks
{
    /// <param name="procedures">The procedures.</param>
    /// <param name="offered">What the servers that were reached offer.</param>
    /// <param name="isComplete">False when a server was not reached: a tool that is missing may be there.</param>
    public static IEnumerable<Mistake> Run(ProcedureSet procedures, IReadOnlyList<OfferedTool> offered, bool isComplete)
    {
        foreach (var procedure in procedures.All)
        {
            foreach (var use in procedure.Tools)
            {
                var tool = offered.FirstOrDefault(tool => tool.Name == use.Name);
                if (tool is null && isComplete) yield return new(procedure.File, use.Line, $"No tool server offers '{use.Name}'. Offered: {string.Join(", ", offered.Select(known => known.Name).Order(StringComparer.Ordinal))}.");
                if (tool is { IsDestructive: true } && use.Effect == ToolEffect.Acts) yield return new(procedure.File, use.Line, $"'{use.Name}' is listed under 'acts', but the server does not say that it is not destructive.");
                if (tool is { IsReadOnly: false } && use.Effect == ToolEffect.Reads) yield return new(procedure.File, use.Line, $"'{use.Name}' is listed under 'reads', but the server does not say that it only reads.");
            }
            foreach (var (name, with, line) in Calls(procedure))
            {
                if (offered.FirstOrDefault(tool => tool.Name == name) is not { Arguments: { } known }) continue;
                foreach (var argument in with.Where(argument => !known.Contains(argument.Name))) yield return new(procedure.File, line, $"'{name}' takes no argument '{argument.Name}'. It takes: {string.Join(", ", known)}.");
            }
        }
    }

    private static IEnumerable<(string Tool, IReadOnlyList<Argument> With, int Line)> Calls(Procedure procedure) =>
        StepPath.All(procedure.Steps).Select(found => found.Step).OfType<CallStep>().Select(call => (call.Tool, call.With, call.Line))
            .Concat(procedure.Values.Values.Where(value => value.Choices?.Tool is not null).Select(value => (value.Choices!.Tool!, value.Choices.With, value.Line)));
}
