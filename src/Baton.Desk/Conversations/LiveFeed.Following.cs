using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Hands each follower a channel. What is missing in it, because the follower came later or was too slow, is read from the
/// log: versions have no gaps, so a gap shows.
/// </summary>
internal sealed class LiveFeed(IJournal journal) : ILiveFeed
{
    private const int Backlog = 256;

    private readonly ConcurrentDictionary<ConversationId, Channel<FeedItem>[]> _followers = new();

    public void Publish(IReadOnlyList<LoggedEvent> events)
    {
        if (_followers.IsEmpty) return;
        foreach (var logged in events) Send(logged.Conversation, new FeedEvent(logged));
    }

    public void Typing(ConversationId conversation, FeedTyping typing) => Send(conversation, typing);

    public async IAsyncEnumerable<FeedItem> FollowAsync(
        ConversationId conversation, int afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Oldest out: a dropped event leaves a gap in the versions, which is filled from the log.
        var channel = Channel.CreateBounded<FeedItem>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        Add(conversation, channel);
        try
        {
            var last = afterVersion;
            foreach (var logged in await journal.ReadAsync(conversation, last, cancellationToken))
            {
                last = logged.Version;
                yield return new FeedEvent(logged);
            }

            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
            {
                if (item is not FeedEvent { Logged: var live })
                {
                    yield return item;
                }
                else if (live.Version == last + 1)
                {
                    last = live.Version;
                    yield return item;
                }
                else if (live.Version > last)
                {
                    foreach (var missed in await journal.ReadAsync(conversation, last, cancellationToken))
                    {
                        last = missed.Version;
                        yield return new FeedEvent(missed);
                    }
                }
            }
        }
        finally
        {
            Remove(conversation, channel);
        }
    }

    private void Send(ConversationId conversation, FeedItem item)
    {
        if (!_followers.TryGetValue(conversation, out var channels)) return;
        foreach (var channel in channels) channel.Writer.TryWrite(item);
    }

    private void Add(ConversationId conversation, Channel<FeedItem> channel) =>
        _followers.AddOrUpdate(conversation, _ => [channel], (_, channels) => [.. channels, channel]);

    private void Remove(ConversationId conversation, Channel<FeedItem> channel)
    {
        while (_followers.TryGetValue(conversation, out var channels))
        {
            var rest = channels.Where(other => other != channel).ToArray();
            var isDone = rest.Length == 0
                ? _followers.TryRemove(new(conversation, channels))
                : _followers.TryUpdate(conversation, rest, channels);
            if (isDone) return;
        }
    }
}
