using Baton.Journal;

namespace Baton.Desk;

/// <summary>A letter that a program wrote and that belongs to no conversation: kept for people to see, never answered.</summary>
/// <param name="Id">Baton's id of it.</param>
/// <param name="Mailbox">Where it came to.</param>
/// <param name="From">Who it says it is from.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">When it was taken in.</param>
/// <param name="Text">Its first 4,000 characters.</param>
public sealed record UnplacedLetter(string Id, string Mailbox, Correspondent From, string Subject, string Kind, DateTimeOffset At, string Text);

/// <summary>What a worker has begun to write to a customer and not sent.</summary>
/// <param name="Text">The text so far.</param>
/// <param name="Subject">The subject; null for the usual.</param>
/// <param name="Cc">Copies, separated by commas; null for the usual.</param>
/// <param name="At">When it was saved.</param>
public sealed record LetterDraft(string Text, string? Subject, string? Cc, DateTimeOffset At);
