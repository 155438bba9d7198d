using System.Text.Json;

namespace Baton.Journal;

/// <summary>A tool is about to be called. In the log before the call, so that a crash between call and result is visible.</summary>
/// <param name="CallId">Also the idempotency key the tool sees: calling again with it does not act twice.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">JSON object.</param>
/// <param name="Procedure">The procedure that called it.</param>
/// <param name="IsIrreversible">True when the tool changes something.</param>
public sealed record ToolCalled(string CallId, string Tool, JsonElement Arguments, string Procedure, bool IsIrreversible) : ConversationEvent;

/// <summary>A tool answered, or failed.</summary>
/// <param name="CallId">The call.</param>
/// <param name="IsError">True when it failed or refused.</param>
/// <param name="Result">What it answered, JSON.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record ToolReturned(string CallId, bool IsError, JsonElement Result, long Milliseconds) : ConversationEvent;

/// <summary>Where the agent is in its procedures after a turn: a stack, the current one last.</summary>
public sealed record DialogueAdvanced(IReadOnlyList<ProcedureFrame> Frames) : ConversationEvent
{
    /// <summary>What the agent remembers of the conversation beside its procedures.</summary>
    public DialogueMemory Memory { get; init => field = value ?? DialogueMemory.Empty; } = DialogueMemory.Empty; // null: an older line without it
}

/// <summary>What the agent remembers of the conversation beside its procedures.</summary>
public sealed record DialogueMemory
{
    /// <summary>Nothing yet.</summary>
    public static readonly DialogueMemory Empty = new();

    /// <summary>How many procedures were begun; the next one's number.</summary>
    public int Begun { get; init; }

    /// <summary>How often in a row nothing was understood.</summary>
    public int NotUnderstood { get; init; }

    /// <summary>How often in a row the customer said that a reply was no answer.</summary>
    public int Rejected { get; init; }

    /// <summary>Values the customer named that may serve a later procedure, by name: "cancel it" after asking where it is.</summary>
    public IReadOnlyDictionary<string, JsonElement> Mentioned { get; init => field = value ?? new Dictionary<string, JsonElement>(); } = new Dictionary<string, JsonElement>();
}

/// <summary>One procedure under way.</summary>
/// <param name="Procedure">Its name.</param>
/// <param name="Step">Index path of the step to do next, e.g. <c>2</c> or <c>2/then/0</c>.</param>
/// <param name="Values">What is established so far, by name.</param>
/// <param name="Asked">The value the customer was asked for and has not given, <c>confirm</c> for a confirmation; null when none.</param>
/// <param name="TimesAsked">How often in a row it was asked for.</param>
public sealed record ProcedureFrame(string Procedure, string Step, IReadOnlyDictionary<string, JsonElement> Values, string? Asked, int TimesAsked)
{
    /// <summary>Which procedure of the conversation it is, from 1; part of the ids of its calls.</summary>
    public int Number { get; init; }

    /// <summary>Call ids of the tool results it uses, by the name the procedure gives them.</summary>
    public IReadOnlyDictionary<string, string> Results { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>How often each step called its tool, by step; a repeated turn makes the same calls again.</summary>
    public IReadOnlyDictionary<string, int> Calls { get; init => field = value ?? new Dictionary<string, int>(); } = new Dictionary<string, int>();

    /// <summary>The confirmation that was asked for or given; null when none.</summary>
    public PendingConfirmation? Confirmation { get; init; }
}

/// <summary>A confirmation: it holds for one call with exactly these arguments.</summary>
/// <param name="Step">Index path of the call.</param>
/// <param name="Arguments">JSON object.</param>
/// <param name="IsGiven">True when the customer said yes.</param>
public sealed record PendingConfirmation(string Step, JsonElement Arguments, bool IsGiven);

/// <summary>A procedure ended.</summary>
/// <param name="Procedure">Its name.</param>
/// <param name="Outcome"><c>done</c>, <c>cancelled</c>, <c>escalated</c> or <c>failed</c>.</param>
public sealed record ProcedureEnded(string Procedure, string Outcome) : ConversationEvent;
