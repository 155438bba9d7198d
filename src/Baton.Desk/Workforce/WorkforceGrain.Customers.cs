using Baton.Journal;

namespace Baton.Desk;

// Which customers have the chat open: who silently left is no worker's next customer. After a crash nothing is known, and nobody counts as gone.
internal sealed partial class WorkforceGrain
{
    private readonly Dictionary<ConversationId, int> _there = [];
    private readonly Dictionary<ConversationId, DateTimeOffset> _away = [];

    public Task NoteCustomerAsync(ConversationId conversation, bool isThere)
    {
        // Several tabs may be open; the last one that closes leaves.
        var open = Math.Max(0, _there.GetValueOrDefault(conversation) + (isThere ? 1 : -1));
        if (open > 0) _there[conversation] = open;
        else _there.Remove(conversation);
        if (open > 0) _away.Remove(conversation);
        else _away[conversation] = time.GetUtcNow();
        return Task.CompletedTask;
    }

    /// <summary>Whoever left for good is offered in the end all the same: an answer waits where the customer left.</summary>
    private void ForgetLongAway(DateTimeOffset now)
    {
        foreach (var (id, left) in _away)
        {
            if (left + dispatch.Value.SpareGoneFor <= now) _away.Remove(id);
        }
    }

    private double Gone(ConversationSummary row, DateTimeOffset now)
    {
        // Who was told that the window may be closed has not left by closing it.
        var mayLeave = row.AnswerWay is AnswerWays.Callback or AnswerWays.Email || row.PromisedBy - WaitingSince(row) > dispatch.Value.SpareGoneFor;
        if (mayLeave || !_away.TryGetValue(row.Id, out var left)) return 0;
        return SilencePolicy.Gone(now, left > WaitingSince(row) ? left : WaitingSince(row), isConnected: false, MailOptions.IsByLetter(row.Channel));
    }
}
