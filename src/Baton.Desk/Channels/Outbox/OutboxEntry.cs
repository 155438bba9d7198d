using Baton.Journal;

namespace Baton.Desk;

/// <summary>A letter that waits to be handed over, or was given up.</summary>
/// <param name="Conversation">Whose.</param>
/// <param name="Version">Version of its <see cref="LetterQueued"/>.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="QueuedAt">When it was decided.</param>
/// <param name="NextAt">When it is tried next.</param>
/// <param name="Why">What the last try ended with; null before the first.</param>
internal sealed record OutboxEntry(string Conversation, int Version, int Tries, DateTimeOffset QueuedAt, DateTimeOffset NextAt, string? Why)
{
    /// <summary>1, 2, 4 … minutes after the first tries, four hours at most: what is down for a day is not asked every minute.</summary>
    public OutboxEntry After(DateTimeOffset now, string why) =>
        this with { Tries = Tries + 1, NextAt = now + TimeSpan.FromMinutes(Math.Min(240, Math.Pow(2, Math.Min(Tries, 10)))), Why = why };
}
