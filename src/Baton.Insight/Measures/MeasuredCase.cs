using Baton.Journal;

namespace Baton.Insight;

/// <summary>One conversation as the measures see it: a fold of its events that keeps no word of them.</summary>
internal sealed class MeasuredCase(DateTimeOffset openedAt, string team, Customer customer, bool isSimulated)
{
    private EscalationKind? _called;
    private bool _isTakenOver, _readSince;
    private int _readingOf;

    public DateTimeOffset OpenedAt => openedAt;

    public string Team => team;

    /// <summary>The organisation's own key of the customer; null when anonymous.</summary>
    public string? Customer => customer.Id;

    /// <summary>Whether the customer would be known when they come back.</summary>
    public bool IsKnown => customer.Id is not null || customer.Email is not null;

    public bool IsSimulated => isSimulated;

    public bool HasWritten { get; private set; }

    public string? Matter { get; private set; }

    public int? Rating { get; private set; }

    public string? Outcome { get; private set; }

    /// <summary>When it was first closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the customer was first recognised as coming back about it after that.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    public (TimeSpan Need, TimeSpan Call)? Helped { get; private set; }

    /// <summary>Whether the customer's last message spoke against the service; null when nothing was read.</summary>
    public bool? IsUpset { get; private set; }

    /// <summary>The same when a person took over.</summary>
    public bool? WasUpset { get; private set; }

    /// <summary>Whether who was upset at the takeover was so no more at the end; null when that was not so or cannot be known.</summary>
    public bool? HasRecovered => WasUpset == true && _readSince ? IsUpset == false : null;

    public int Messages { get; private set; }

    public int Rounds { get; private set; }

    public int AllRounds { get; private set; }

    public int Questions { get; private set; }

    public int Solutions { get; private set; }

    /// <summary>True when a worker's part has ended and was measured.</summary>
    public bool HasEffort { get; private set; }

    public string Kind => _called switch
    {
        EscalationKind.Technical => CaseKinds.Technical,
        EscalationKind.Emotional => CaseKinds.Emotional,
        EscalationKind.Requested => CaseKinds.Requested,
        EscalationKind.Policy => CaseKinds.Policy,
        _ => _isTakenOver ? CaseKinds.Unasked : CaseKinds.Agent,
    };

    public void Add(ConversationEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case CustomerWrote: HasWritten = true; break;
            case MessageInterpreted read: Read(read); break;
            case SignalMarked { Mark: SignalMark.Wrong } mark when mark.MessageVersion == _readingOf && IsAgainst(mark.Code): IsUpset = false; break;
            case Escalated escalated: _called = escalated.Kind; break;
            // One message of a worker beside the agent is no takeover.
            case WorkerTookOver { How: not "step-in" } when !_isTakenOver: (_isTakenOver, WasUpset) = (true, IsUpset); break;
            case HelpBegan began: Helped ??= (at - began.NeedAt, at - began.TriggerAt); break;
            case EffortMeasured { How: not "step-in" } effort: Measure(effort); break;
            case ConversationRated rated: Rating = rated.Score; break;
            case ConversationClosed closed: (Outcome, ClosedAt) = (closed.Outcome, ClosedAt ?? at); break;
            case ConversationReopened: Outcome = null; break;
            default: break;
        }
    }

    /// <summary>The customer came back about it, here or in another conversation.</summary>
    public void Return(DateTimeOffset at)
    {
        if (ClosedAt is not null) ReturnedAt ??= at;
    }

    private static bool IsAgainst(string feeling) => feeling is "frustrated" or "angry" or "resigned";

    private void Read(MessageInterpreted read)
    {
        (IsUpset, _readingOf) = (IsAgainst(read.Feeling), read.MessageVersion);
        _readSince |= _isTakenOver;
        Matter ??= read.Intent;
    }

    private void Measure(EffortMeasured effort)
    {
        HasEffort = true;
        (Messages, Rounds, AllRounds) = (Messages + effort.Messages, Rounds + effort.Rounds, Math.Max(AllRounds, effort.AllRounds));
        (Questions, Solutions) = (Questions + effort.Questions, Solutions + effort.Solutions);
    }
}
