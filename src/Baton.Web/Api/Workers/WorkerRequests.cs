using Baton.Desk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web;

/// <summary>Something the agent shall know and the customer does not see.</summary>
internal sealed record WhisperRequest : IRequestBody
{
    public required string Text { get; init; }

    public ProblemHttpResult? Check() => string.IsNullOrWhiteSpace(Text)
        ? Problems.Invalid("message-empty", "A whisper needs a text.")
        : TextRules.Check("text", Text, Limits.TextLength);
}

/// <summary>Gives a conversation back to the agent.</summary>
internal sealed record GiveBackRequest : IOptionalBody
{
    /// <summary>What was agreed with the customer, at most 2,000 characters.</summary>
    public string Agreed { get; set; } = "";

    public ProblemHttpResult? Check() => TextRules.Check("agreed", Agreed, 2_000);
}

/// <summary>Puts a conversation back into the queue.</summary>
internal sealed record ReleaseRequest : IOptionalBody
{
    /// <summary>Why, for the worker who takes it next, at most 2,000 characters.</summary>
    public string Why { get; set; } = "";

    public ProblemHttpResult? Check() => TextRules.Check("why", Why, 2_000);
}

internal sealed record CloseRequest : IRequestBody
{
    /// <summary><c>resolved</c> or <c>unresolved</c>.</summary>
    public required string Outcome { get; init; }

    public ProblemHttpResult? Check() => Outcome is "resolved" or "unresolved" ? null : Problems.Invalid("outcome-invalid", "\"outcome\" is resolved or unresolved.");
}

/// <summary>Says that a signal is wrong, or was missed.</summary>
internal sealed record MarkSignalRequest : IRequestBody
{
    /// <summary>Sequence number of the customer's message.</summary>
    public required int Message { get; init; }

    /// <summary>The signal's code, e.g. <c>frustrated</c>.</summary>
    public required string Code { get; init; }

    /// <summary><c>wrong</c> or <c>missed</c>.</summary>
    public required string Mark { get; init; }

    public ProblemHttpResult? Check() => Mark is "wrong" or "missed" ? TextRules.Check("code", Code, 100) : Problems.Invalid("mark-invalid", "\"mark\" is wrong or missed.");
}

/// <summary>What an act led to.</summary>
/// <param name="Seq">Version of the last event it led to.</param>
/// <param name="At">When.</param>
internal sealed record ActAnswer(int Seq, DateTimeOffset At);
