using System.Globalization;
using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What a turn has come to so far. Lives for one turn; what must last goes into its events.</summary>
internal sealed class TurnState
{
    private readonly AgentTexts _texts;
    private readonly Dictionary<string, JsonElement> _results;
    private readonly Dictionary<string, string> _tools;

    public TurnState(AgentContext context, Reading reading, ProcedureSet procedures, AgentTexts texts)
    {
        (Context, Reading, Procedures, _texts) = (context, reading, procedures, texts);
        Language = texts.Choose(reading.Language, context.Locale);
        Frames = [.. context.Frames.Where(frame => procedures.Find(frame.Procedure) is not null)];
        Memory = Course.MemoryOf(context);
        AskedAtStart = Current?.Asked;
        _results = context.History.Select(logged => logged.Event).OfType<ToolReturned>().Where(returned => !returned.IsError).GroupBy(returned => returned.CallId).ToDictionary(group => group.Key, group => group.Last().Result);
        _tools = context.History.Select(logged => logged.Event).OfType<ToolCalled>().GroupBy(called => called.CallId).ToDictionary(group => group.Key, group => group.Last().Tool);
    }

    public AgentContext Context { get; }
    public required ReplyJudge Judge { get; init; }
    public Reading Reading { get; }
    public ProcedureSet Procedures { get; }
    public string Language { get; }
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);
    public List<ProcedureFrame> Frames { get; }
    public DialogueMemory Memory { get; set; }
    public List<ReplyPart> Parts { get; } = [];
    public List<SignalRaised> Signals { get; } = [];
    public List<ProcedureEnded> Ended { get; } = [];
    public EscalationRequest? Escalation { get; private set; }
    public bool IsResolved { get; set; }

    /// <summary>True when something in the message was used, so that it was no failed answer to what was asked.</summary>
    public bool IsUsed { get; set; }

    /// <summary>What was asked for before this turn.</summary>
    public string? AskedAtStart { get; }

    /// <summary>Numbers of the procedures that began in this turn.</summary>
    public HashSet<int> BegunNow { get; } = [];

    /// <summary>What to say about a value that could not be used.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>Values that a tool refused in this turn; they are asked for, not guessed again.</summary>
    public HashSet<string> Refused { get; } = [];

    public ProcedureFrame? Current
    {
        get => Frames.Count == 0 ? null : Frames[^1];
        set => Frames[^1] = value!;
    }

    public Procedure ProcedureOf(ProcedureFrame frame) => Procedures.Find(frame.Procedure)!;

    public FrameData DataOf(ProcedureFrame frame) =>
        new(ProcedureOf(frame), frame, call => _results.TryGetValue(call, out var json) ? json : null, Context.Customer, Context.Now, Language);

    /// <summary>What tools answered, earlier and in this turn.</summary>
    public IEnumerable<(string Tool, JsonElement Result)> Results => _results.Select(result => (_tools.GetValueOrDefault(result.Key, ""), result.Value));

    /// <summary>True when a tool that does something has answered, earlier or in this turn: what it did may be told in any words.</summary>
    public bool HasChanged => _results.Keys.Any(call => _tools.TryGetValue(call, out var tool) && Procedures.All.Any(procedure => procedure.Tools.Any(use => use.Name == tool && use.Effect != ToolEffect.Reads)));

    public void Learn(string callId, JsonElement result, string tool = "") => (_results[callId], _tools[callId]) = (result, tool);

    public string Text(string key, params (string Name, object? Value)[] values) =>
        _texts.Say(Language, key, values.ToDictionary(value => value.Name, value => value.Value), text => Course.LastReply(Context)?.Contains(text, StringComparison.Ordinal) == true);

    public IEnumerable<string> Wordings(string key) => _texts.Wordings(Language, key).Select(wording => wording.Source);

    public void Say(string text, IReadOnlyList<Choice>? choices = null, IReadOnlyList<string>? sources = null, bool isExact = false, bool isProcedures = false)
    {
        if (text.Length > 0) Parts.Add(new(text, choices ?? [], sources ?? [], isExact) { IsProcedures = isProcedures });
    }

    public Choice PersonChoice => new(Text("person"), Text("person"));

    public void Signal(string code, EscalationKind kind, string words, double weight) =>
        Signals.Add(new(code, kind, Context.MessageVersion, words, weight));

    /// <summary>Asks for a person; the first reason counts.</summary>
    public void Escalate(EscalationKind kind, string reason) => Escalation ??= new(kind, reason);

    /// <summary>Puts a procedure on the stack.</summary>
    /// <param name="procedure">Which.</param>
    /// <param name="below">How many procedures stay above it.</param>
    public ProcedureFrame Begin(Procedure procedure, int below = 0)
    {
        var frame = new ProcedureFrame(procedure.Name, StepPath.First, new Dictionary<string, JsonElement>(), null, 0) { Number = Memory.Begun + 1 };
        Memory = Memory with { Begun = frame.Number };
        Frames.Insert(Frames.Count - below, frame);
        BegunNow.Add(frame.Number);
        return frame;
    }

    /// <summary>Takes the current procedure off the stack and remembers what it was about.</summary>
    public void End(string outcome)
    {
        var frame = Current!;
        Ended.Add(new(frame.Procedure, outcome));
        var mentioned = new Dictionary<string, JsonElement>(Memory.Mentioned);
        foreach (var value in ProcedureOf(frame).Values.Values.Where(value => value.Kind == ValueKind.Code && frame.Values.ContainsKey(value.Name))) mentioned[value.Name] = frame.Values[value.Name];
        Memory = Memory with { Mentioned = mentioned };
        Frames.RemoveAt(Frames.Count - 1);
    }
}
