using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Web.Tests;

/// <summary>The least of a desk: conversations in memory that log what they are told.</summary>
internal sealed class FakeDesk(TimeProvider time) : IConversations, ILiveFeed, IJournal, IAttachmentStore
{
    private readonly Lock gate = new();
    private readonly List<LoggedEvent> log = [];
    private readonly List<Channel<FeedItem>> followers = [];
    private readonly ConcurrentDictionary<string, (AttachmentRef, byte[])> files = new();

    public LoggedEvent Append(ConversationId id, ConversationEvent happened)
    {
        lock (gate)
        {
            var logged = new LoggedEvent(log.Count + 1, id, log.Count(e => e.Conversation == id) + 1, time.GetUtcNow(), happened);
            log.Add(logged);
            foreach (var follower in followers) follower.Writer.TryWrite(new FeedEvent(logged));
            return logged;
        }
    }

    public Task<ConversationId> OpenAsync(OpenConversation command, CancellationToken cancellationToken)
    {
        var id = ConversationId.New(time);
        Append(id, new ConversationOpened(command.Channel, command.Customer, command.Locale, command.Team, command.IsSimulated));
        return Task.FromResult(id);
    }

    public Task<CommandResult> WriteAsync(ConversationId conversation, WriteMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var first = log.Find(e => e.Conversation == conversation && e.Event is CustomerWrote wrote && wrote.MessageId == message.MessageId);
            return Done(first ?? Append(conversation, new CustomerWrote(message.MessageId, message.Text, message.Attachments)), first is not null);
        }
    }

    public Task<CommandResult> AskForPersonAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Done(Append(conversation, new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "asked", [], 2)));

    public Task<CommandResult> RateAsync(ConversationId conversation, int score, string comment, CancellationToken cancellationToken) =>
        Done(Append(conversation, new ConversationRated(score, comment)));

    public Task<CommandResult> LeaveAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Done(Append(conversation, new ConversationClosed("customer", null, "unresolved")));

    public Task<CommandResult> ClaimAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> WhisperAsync(ConversationId conversation, ActingWorker worker, string text, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> TakeOverAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> ReplyAsync(ConversationId conversation, ActingWorker worker, WriteMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> GiveBackAsync(ConversationId conversation, ActingWorker worker, string agreed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> ReleaseAsync(ConversationId conversation, ActingWorker worker, string why, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> CloseAsync(ConversationId conversation, ActingWorker worker, string outcome, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async IAsyncEnumerable<FeedItem> FollowAsync(ConversationId conversation, int afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<FeedItem>();
        lock (gate)
        {
            foreach (var logged in log.Where(e => e.Conversation == conversation && e.Version > afterVersion)) channel.Writer.TryWrite(new FeedEvent(logged));
            followers.Add(channel);
        }

        await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
        {
            if (item is not FeedEvent happened || happened.Logged.Conversation == conversation) yield return item;
        }
    }

    public void Typing(ConversationId conversation, FeedTyping typing)
    {
        lock (gate)
        {
            foreach (var follower in followers) follower.Writer.TryWrite(typing);
        }
    }

    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(ConversationId conversation, int afterVersion, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<LoggedEvent>>([.. log.Where(e => e.Conversation == conversation && e.Version > afterVersion)]);
    }

    public Task PutAsync(ConversationId conversation, AttachmentRef attachment, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        files[conversation.Value + attachment.Id] = (attachment, content.ToArray());
        return Task.CompletedTask;
    }

    public Task<(AttachmentRef Attachment, byte[] Content)?> GetAsync(ConversationId conversation, string id, CancellationToken cancellationToken) =>
        Task.FromResult<(AttachmentRef, byte[])?>(files.TryGetValue(conversation.Value + id, out var file) ? file : null);

    public Task<IReadOnlyList<LoggedEvent>> AppendAsync(
        ConversationId conversation, int expectedVersion, IReadOnlyList<ConversationEvent> events, DateTimeOffset at, DateTimeOffset? deadline, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<LoggedEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task WaitForGrowthAsync(long afterPosition, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ConversationId>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DateTimeOffset?> GetNextDeadlineAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private static Task<CommandResult> Done(LoggedEvent logged, bool repeat = false) =>
        Task.FromResult(new CommandResult { Version = logged.Version, At = logged.At, IsRepeat = repeat });
}
