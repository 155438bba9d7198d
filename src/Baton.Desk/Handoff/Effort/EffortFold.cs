using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Follows one conversation to what people do in it after a takeover. Feed it events in the order of their versions.</summary>
public sealed class EffortFold
{
    private ProtectionState _protection = ProtectionState.None;
    private EscalationKind? _kind;
    private bool _isCustomersTurn;
    private int _allRounds;
    private WorkerEffort? _part;

    /// <summary>The part that lasts; null while no worker holds the conversation.</summary>
    public WorkerEffort? Current => _part is null ? null : _part with { Kind = _kind, IsEmotional = _protection.IsEmotional, AllRounds = _allRounds };

    /// <summary>Takes in the next event.</summary>
    /// <returns>The part that ended with it; null when none did.</returns>
    public WorkerEffort? Add(LoggedEvent logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        var ended = EndsPart(logged.Event) ? Current : null;
        if (ended is not null) _part = null;
        _protection = _protection.After(logged.Event, logged.Version, changesHands: false);
        switch (logged.Event)
        {
            case CustomerWrote: _isCustomersTurn = true; break;
            case AgentReplied: Answer(); break;
            case WorkerReplied replied: Reply(replied); break;
            case GoodwillGranted when _part is not null: _part = _part with { Solutions = _part.Solutions + 1 }; break;
            case Escalated escalated: _kind = escalated.Kind; break;
            case WorkerTookOver took: _part = new(took.Worker, logged.Version, took.How); break;
            case GivenBack: _kind = null; break;
            case ConversationReopened: (_kind, _allRounds) = (null, 0); break;
            default: break;
        }

        return ended;
    }

    /// <summary>Whether a worker's part, if one lasts, is over with an event.</summary>
    internal static bool EndsPart(ConversationEvent happened) => happened is GivenBack or WorkerReleased or ConversationClosed or Escalated or WorkerTookOver;

    private void Reply(WorkerReplied replied)
    {
        var isRound = Answer();
        if (_part is not { } part) return;
        var moves = ReplyMoves.Read(replied.Text);
        _part = part with
        {
            Messages = part.Messages + 1,
            Rounds = part.Rounds + (isRound ? 1 : 0),
            Questions = part.Questions + moves.Questions,
            Solutions = part.Solutions + (moves.OffersSolution ? 1 : 0),
        };
    }

    /// <summary>True when a turn of the customer was open.</summary>
    private bool Answer()
    {
        if (!_isCustomersTurn) return false;
        _isCustomersTurn = false;
        _allRounds++;
        return true;
    }
}
