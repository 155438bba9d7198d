using System.Runtime.CompilerServices;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>Reads past conversations from the log.</summary>
public sealed class PastConversations(IJournal journal)
{
    private const int Page = 2_000;

    /// <summary>Conversations opened within a window that the agent had, in no particular order.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="until">Exclusive; what happened later is not looked at.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<PastConversation>> ReadAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Dictionary<ConversationId, PastFold> folds = [];
        await foreach (var logged in EventsAsync(cancellationToken))
        {
            if (logged.At >= until) continue;
            if (logged.Event is ConversationOpened && logged.At >= from) folds[logged.Conversation] = new();
            if (folds.TryGetValue(logged.Conversation, out var fold)) fold.Add(logged.Event);
        }

        return [.. folds.Values.Select(fold => fold.Result()).OfType<PastConversation>()];
    }

    /// <summary>The whole log, for times do not grow with positions where conversations were imported.</summary>
    private async IAsyncEnumerable<LoggedEvent> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (await journal.ReadAllAsync(after, Page, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var logged in page) yield return logged;
            after = page[^1].Position;
        }
    }
}
