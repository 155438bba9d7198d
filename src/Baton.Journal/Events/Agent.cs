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
public sealed record DialogueAdvanced(IReadOnlyList<ProcedureFrame> Frames) : ConversationEvent;

/// <summary>One procedure under way.</summary>
/// <param name="Procedure">Its name.</param>
/// <param name="Step">Index path of the step to do next, e.g. <c>2</c> or <c>2/then/0</c>.</param>
/// <param name="Values">What is established so far, by name.</param>
/// <param name="Asked">The value or confirmation the customer was asked for and has not given; null when none.</param>
/// <param name="TimesAsked">How often in a row it was asked for.</param>
public sealed record ProcedureFrame(string Procedure, string Step, IReadOnlyDictionary<string, JsonElement> Values, string? Asked, int TimesAsked);

/// <summary>A procedure ended.</summary>
/// <param name="Procedure">Its name.</param>
/// <param name="Outcome"><c>done</c>, <c>cancelled</c>, <c>escalated</c> or <c>failed</c>.</param>
public sealed record ProcedureEnded(string Procedure, string Outcome) : ConversationEvent;
