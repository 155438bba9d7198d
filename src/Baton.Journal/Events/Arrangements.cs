namespace Baton.Journal;

/// <summary>A customer who waits for a person chose how the answer comes. The place in the queue is the same; the last choice counts.</summary>
/// <param name="Way">One of <see cref="AnswerWays"/>.</param>
/// <param name="Address">Phone number or mail address as entered, proven by nothing; empty for waiting.</param>
/// <param name="NotBefore">From when on a person calls; null for as soon as somebody has time.</param>
public sealed record AnswerArranged(string Way, string Address, DateTimeOffset? NotBefore) : ConversationEvent
{
    /// <summary>The mailbox from which the answer comes; null unless it comes by mail.</summary>
    public string? Mailbox { get; init; }

    /// <summary>That mailbox's address; null unless the answer comes by mail.</summary>
    public string? OwnAddress { get; init; }

    /// <summary>Subject of the letters; null unless the answer comes by mail.</summary>
    public string? Subject { get; init; }
}

/// <summary>How the answer of a person reaches the customer.</summary>
public static class AnswerWays
{
    /// <summary>Here, as soon as somebody has time.</summary>
    public const string Waiting = "waiting";

    /// <summary>By telephone.</summary>
    public const string Callback = "callback";

    /// <summary>By mail.</summary>
    public const string Email = "email";
}
