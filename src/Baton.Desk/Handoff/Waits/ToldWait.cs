using Baton.Journal;

namespace Baton.Desk;

/// <summary>What a customer was told of the wait, and what happened.</summary>
/// <param name="Stated">What was told.</param>
/// <param name="At">When.</param>
/// <param name="Waited">Seconds until a person came or the customer left.</param>
/// <param name="IsMet">False when the customer left before.</param>
public sealed record ToldWait(StatedWait Stated, DateTimeOffset At, double Waited, bool IsMet)
{
    /// <summary>True when a person came within what was told; null when nothing can be said, as for who left before its end.</summary>
    public bool? IsKept => Stated is not { Earliest: { } earliest, Latest: { } latest } ? null
        : Waited > latest ? false
        : IsMet ? Waited >= earliest : null;
}

/// <summary>Puts what customers were told together with what happened, from the log's events in their order.</summary>
public sealed class ToldWaits
{
    private readonly Dictionary<ConversationId, (DateTimeOffset At, StatedWait Stated)> _open = [];

    /// <summary>Takes in the next event; answers a wait that ended with it, otherwise null. Who chose a call or a mail waits no longer here.</summary>
    public ToldWait? Apply(LoggedEvent logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        switch (logged.Event)
        {
            case CustomerNotified { Stated: { } stated }:
                _open.TryAdd(logged.Conversation, (logged.At, stated));
                return null;
            case AnswerArranged { Way: not AnswerWays.Waiting }:
                _open.Remove(logged.Conversation);
                return null;
            case WorkerTookOver or ConversationClosed when _open.Remove(logged.Conversation, out var told):
                return new(told.Stated, told.At, (logged.At - told.At).TotalSeconds, logged.Event is WorkerTookOver);
            default:
                return null;
        }
    }
}
