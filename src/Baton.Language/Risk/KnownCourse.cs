namespace Baton.Language;

/// <summary>The course of a conversation of a team's own whose end is known, for learning. What is null nobody knows.</summary>
/// <param name="Conversation">Which; courses of one conversation are learned from or measured on, never both.</param>
/// <param name="Turns">Oldest first, customers' turns with opinions, as long as the agent had the conversation.</param>
/// <param name="FailsTechnically">Whether it ends as a technical failure when nobody steps in.</param>
/// <param name="FailsEmotionally">Whether the customer ends upset with the service when nobody steps in.</param>
public sealed record KnownCourse(string Conversation, IReadOnlyList<RiskTurn> Turns, bool? FailsTechnically, bool? FailsEmotionally);
