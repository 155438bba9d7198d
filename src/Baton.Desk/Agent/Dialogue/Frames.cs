using System.Text.Json;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>Small changes to a procedure under way.</summary>
internal static class Frames
{
    /// <summary>The procedure goes on at another step; what was asked is answered or void.</summary>
    public static ProcedureFrame At(this ProcedureFrame frame, string step) => frame with { Step = step, Asked = null, TimesAsked = 0 };

    public static ProcedureFrame WithValue(this ProcedureFrame frame, string name, JsonElement value) =>
        frame with { Values = new Dictionary<string, JsonElement>(frame.Values) { [name] = value } };

    public static ProcedureFrame WithResult(this ProcedureFrame frame, string name, string callId) =>
        frame with { Results = new Dictionary<string, string>(frame.Results) { [name] = callId } };

    public static ProcedureFrame WithCalls(this ProcedureFrame frame, string step, int calls) =>
        frame with { Calls = new Dictionary<string, int>(frame.Calls) { [step] = calls } };

    /// <summary>Forgets values and results; a confirmation is void then, for it was given for something else.</summary>
    public static ProcedureFrame Without(this ProcedureFrame frame, IReadOnlySet<string> names) => frame with
    {
        Values = frame.Values.Where(value => !names.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value),
        Results = frame.Results.Where(result => !names.Contains(result.Key.TrimStart('@'))).ToDictionary(result => result.Key, result => result.Value),
        Confirmation = null,
    };
}
