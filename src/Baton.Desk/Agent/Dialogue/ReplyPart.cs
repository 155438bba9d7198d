using Baton.Journal;

namespace Baton.Desk;

/// <summary>One thing the agent says in its turn; the parts of a turn become one message.</summary>
/// <param name="Text">What.</param>
/// <param name="Choices">What the customer may tap.</param>
/// <param name="Sources">Call ids behind it.</param>
/// <param name="IsExact">True for a confirmation: its words are what the customer agrees to and are never phrased anew.</param>
internal sealed record ReplyPart(string Text, IReadOnlyList<Choice> Choices, IReadOnlyList<string> Sources, bool IsExact = false)
{
    /// <summary>True for words of a procedure, false for the agent's own.</summary>
    public bool IsProcedures { get; init; }
}
