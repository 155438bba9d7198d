using System.Text.Json;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>What the log knows of a conversation's procedures since it was opened (again).</summary>
internal sealed class ProcedurePast
{
    private readonly Dictionary<string, JsonElement> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tools = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>The procedure to go on with; null when there is none.</summary>
    public ProcedureFrame? Frame { get; private set; }

    public static ProcedurePast Of(IReadOnlyList<LoggedEvent> log)
    {
        var past = new ProcedurePast();
        foreach (var logged in log) past.Add(logged.Event);
        return past;
    }

    /// <summary>A successful result by its call's id; null when there is none.</summary>
    public JsonElement? Result(string call) => _results.TryGetValue(call, out var json) ? json : null;

    /// <summary>Whether a tool did what it should.</summary>
    public bool HasDone(string tool) => _done.Contains(tool);

    private void Add(ConversationEvent happened)
    {
        switch (happened)
        {
            case DialogueAdvanced { Frames: [.., var last] } advanced:
                Frame = last with { Values = Together(advanced.Memory.Mentioned, last.Values) };
                break;
            case MessageInterpreted { Intent: { } intent } when Frame is null:
                Frame = Beginning(intent);
                break;
            case ProcedureEnded { Outcome: "done" or "cancelled" } ended when Frame?.Procedure == ended.Procedure:
                Frame = null;
                break;
            case ProcedureEnded { Outcome: "escalated" or "failed" } ended when Frame?.Procedure != ended.Procedure:
                Frame = Beginning(ended.Procedure);
                break;
            case ToolCalled call:
                _tools[call.CallId] = call.Tool;
                break;
            case ToolReturned { IsError: false } returned:
                _results[returned.CallId] = returned.Result;
                if (_tools.TryGetValue(returned.CallId, out var tool)) _done.Add(tool);
                break;
            case ConversationReopened:
                Frame = null;
                _results.Clear();
                _done.Clear();
                break;
            default:
                break;
        }
    }

    /// <summary>Understood, or ended in the turn in which it began.</summary>
    private static ProcedureFrame Beginning(string procedure) => new(procedure, StepPath.First, new Dictionary<string, JsonElement>(), null, 0);

    private static Dictionary<string, JsonElement> Together(IReadOnlyDictionary<string, JsonElement> mentioned, IReadOnlyDictionary<string, JsonElement> values)
    {
        Dictionary<string, JsonElement> all = new(mentioned);
        foreach (var (name, value) in values) all[name] = value;
        return all;
    }
}
