using System.Text.Json;

namespace Baton.Journal;

/// <summary>The customer was recognised as coming back about the same matter.</summary>
/// <param name="Earlier">The earlier conversation; this one itself when it was opened again.</param>
/// <param name="MatchedBy">What shows it, one of <see cref="ReturnTraces"/>.</param>
/// <param name="IsProven">True when the organisation's server vouched for the customer both times, or it is the same conversation.</param>
/// <param name="KnownBy">The worker who last helped; null when only the agent did.</param>
/// <param name="KnownByName">That worker's name.</param>
/// <param name="EndedWell">True when nothing speaks against the earlier contact: not rated 1 or 2, not closed unresolved, not left unhappy, nobody still waited for.</param>
/// <param name="LastAt">When anything last happened in it.</param>
/// <param name="Values">What was established then, by name.</param>
public sealed record CustomerReturned(
    ConversationId Earlier,
    string MatchedBy,
    bool IsProven,
    WorkerId? KnownBy,
    string? KnownByName,
    bool EndedWell,
    DateTimeOffset LastAt,
    IReadOnlyDictionary<string, JsonElement> Values) : ConversationEvent;

/// <summary>What a returning customer is recognised by, the surest first.</summary>
public static class ReturnTraces
{
    /// <summary>The same conversation, opened again.</summary>
    public const string Conversation = "conversation";

    /// <summary>The organisation's key for the customer.</summary>
    public const string Identity = "identity";

    /// <summary>An e-mail address: proven, of a letter's sender, or stated.</summary>
    public const string Address = "address";

    /// <summary>A number such as an order's.</summary>
    public const string Reference = "reference";
}
