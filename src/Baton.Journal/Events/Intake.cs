namespace Baton.Journal;

/// <summary>People have too much to do: the agent begins this risky matter later. What the customer was told is the notice after it.</summary>
/// <param name="Until">When it begins.</param>
/// <param name="Share">The share of the team's capacity in use, 1 for all of it.</param>
/// <param name="Why">Why the matter counts as risky, in words.</param>
public sealed record IntakeSlowed(DateTimeOffset Until, double Share, string Why) : ConversationEvent;

/// <summary>The agent begins now.</summary>
/// <param name="Waited">How long the customer waited for it, seconds.</param>
public sealed record IntakeResumed(double Waited) : ConversationEvent;
