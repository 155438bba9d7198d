using System.Text.Json;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>A value changed: everything that was built on it is built again.</summary>
internal static class Correction
{
    /// <summary>Sets the new value, forgets what depends on the old one and goes back to the first step concerned.</summary>
    public static ProcedureFrame Apply(Procedure procedure, ProcedureFrame frame, string value, JsonElement to)
    {
        var stale = Dependents(procedure, value);
        var first = StepPath.All(procedure.Steps).FirstOrDefault(found => Touches(found.Step, stale, value)).Path ?? StepPath.First;
        stale.Remove(value);
        return frame.Without(stale).WithValue(value, to).At(EntryOf(first));
    }

    /// <summary>Forgets a value that turned out to be of no use, and what depends on it, and goes back to where it is collected.</summary>
    public static ProcedureFrame Forget(Procedure procedure, ProcedureFrame frame, string value)
    {
        var first = StepPath.All(procedure.Steps).FirstOrDefault(found => found.Step is CollectStep collect && collect.Value == value).Path ?? StepPath.First;
        return frame.Without(Dependents(procedure, value)).At(first);
    }

    /// <summary>The value and every value and result that is made from it, directly or not.</summary>
    public static HashSet<string> Dependents(Procedure procedure, string value)
    {
        var all = new HashSet<string> { value };
        int before;
        do
        {
            before = all.Count;
            foreach (var other in procedure.Values.Values.Where(other => Reads(other).Overlaps(all))) all.Add(other.Name);
            foreach (var call in StepPath.All(procedure.Steps).Select(found => found.Step).OfType<CallStep>().Where(call => call.As is not null && Roots(call.With).Overlaps(all))) all.Add(call.As!);
        }
        while (all.Count > before);
        return all;
    }

    // A step inside a branch is reached again through the branch's condition, which may hold differently now.
    private static string EntryOf(string path) => path.Split('/')[0];

    private static bool Touches(Step step, HashSet<string> stale, string value) => step switch
    {
        CollectStep collect => stale.Contains(collect.Value) || collect.Value == value,
        CallStep call => Roots(call.With).Overlaps(stale),
        WhenStep branch => TemplateNames.Of(branch.Condition.Source).Roots.Overlaps(stale),
        _ => false,
    };

    private static HashSet<string> Reads(ValueDefinition value)
    {
        var names = value.Choices is { } choices ? Roots(choices.With) : [];
        if (value.Choices is { Tool: null, From.Length: > 0 } from) names.Add(from.From.Split('.')[0]);
        return names;
    }

    private static HashSet<string> Roots(IEnumerable<Argument> with) => [.. with.SelectMany(argument => TemplateNames.Of(argument.Value.Source).Roots)];
}
