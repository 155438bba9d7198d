namespace Baton.Language;

/// <summary>How a conversation ends when nobody steps in.</summary>
internal enum ConversationEnd
{
    Resolved,
    Technical,
    Emotional,
}

/// <summary>A conversation whose end is known.</summary>
/// <param name="Group">What it belongs to: conversations of one group are learned from or measured on, never both.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Turns">Customer's turns with opinions; versions are their places, from 0.</param>
/// <param name="End">How it ends.</param>
/// <param name="StepIn">Place of the customer's turn after which a good worker would have stepped in; null when none was needed or nobody labelled it.</param>
/// <param name="StepInKind"><c>technical</c>, <c>emotional</c>, <c>requested</c> or <c>policy</c>; null without a step-in.</param>
/// <param name="Complaint">Place of the first turn that says outright that the service is not good enough, or asks for a person; null for none.</param>
/// <param name="Weight">How much it counts in learning.</param>
internal sealed record RiskConversation(string Group, string Language, IReadOnlyList<RiskTurn> Turns, ConversationEnd End, int? StepIn = null, string? StepInKind = null, int? Complaint = null, float Weight = 1)
{
    /// <summary>Places of the customer's turns.</summary>
    public IReadOnlyList<int> CustomerTurns { get; } = [.. Enumerable.Range(0, Turns.Count).Where(at => Turns[at].IsCustomer)];

    /// <summary>How many messages of any kind, calls of tools among them.</summary>
    public int Messages { get; init; } = Turns.Count;

    public bool Failed => End != ConversationEnd.Resolved;

    /// <summary>The round, from 0, of a customer's turn by its place.</summary>
    public int RoundOf(int place) => CustomerTurns.Count(at => at < place);

    /// <summary>The conversation up to and including a customer's turn.</summary>
    public IReadOnlyList<RiskTurn> Until(int place) => [.. Turns.Take(place + 1)];
}
