using Baton.Journal;

namespace Baton.Desk;

/// <summary>What somebody who follows a conversation receives.</summary>
public abstract record FeedItem;

/// <summary>An event of the log.</summary>
public sealed record FeedEvent(LoggedEvent Logged) : FeedItem;

/// <summary>Somebody is typing, or stopped. Never in the log.</summary>
/// <param name="Who"><c>customer</c>, <c>agent</c> or <c>worker</c>.</param>
/// <param name="Name">The worker's name.</param>
/// <param name="IsOn">False when it stopped.</param>
public sealed record FeedTyping(string Who, string? Name, bool IsOn) : FeedItem;

/// <summary>Live events of conversations, on this node whatever node wrote them.</summary>
public interface ILiveFeed
{
    /// <summary>A conversation's events after a version: those already in the log, then new ones as they come, none missed, none twice.</summary>
    IAsyncEnumerable<FeedItem> FollowAsync(ConversationId conversation, int afterVersion, CancellationToken cancellationToken);

    /// <summary>Tells those who follow that somebody types.</summary>
    void Typing(ConversationId conversation, FeedTyping typing);
}
