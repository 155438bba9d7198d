using System.Collections.Immutable;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

internal sealed partial record ConversationState
{
    private const int RememberedTurns = 20;
    private const int RememberedSignals = 50;

    public static ConversationState From(IEnumerable<LoggedEvent> events) => events.Aggregate(Empty, (state, logged) => state.Apply(logged));

    public ConversationState Apply(LoggedEvent logged)
    {
        var next = Apply(logged.Event, logged.Version, logged.At);
        // What programs and servers report of letters moves no clock.
        var isBystander = logged.Event is LetterTracked or LetterArrived { MessageVersion: 0 };
        var changesHands = next.Epoch != Epoch || next.Holder != Holder;
        var protection = Protection.After(logged.Event, logged.Version, changesHands);
        return next with { Version = logged.Version, LastEventAt = isBystander ? LastEventAt : logged.At, Protection = protection, Intake = Intake.After(logged.Event, logged.At, changesHands) };
    }

    private ConversationState Apply(ConversationEvent happened, int version, DateTimeOffset at) => happened switch
    {
        ConversationOpened e => this with
        {
            Channel = e.Channel,
            Team = e.Team,
            Locale = e.Locale,
            Customer = e.Customer,
            IsSimulated = e.IsSimulated,
            OpenedAt = at,
            Holder = Holder.Agent,
        },
        EligibilityDecided e => this with { IsEligible = e.IsEligible },
        CustomerWrote e => this with
        {
            LastCustomerVersion = version,
            // Who writes to the agent in the chat is there again: letters end unless letters came.
            Letters = Holder == Holder.Agent && IsMailOnlyChosen ? null : Letters,
            WaitingSince = WaitingSince ?? at,
            NeedAt = NeedAt ?? at,
            Unread = Unread.Enqueue(version),
            CustomerTurns = Remember(CustomerTurn.Of(version, e.Text)),
            Course = Remember(new RiskTurn(isCustomer: true, e.Text, at, version)),
            Receipts = Receipts.SetItem(CustomerKey(e.MessageId), new(version, at)),
        },
        MessageInterpreted e => this with
        {
            Unread = ImmutableQueue.CreateRange(Unread.Where(unread => unread > e.MessageVersion)),
            Unanswered = Holder == Holder.Agent && !Unanswered.Contains(e.MessageVersion) ? Unanswered.Enqueue(e.MessageVersion) : Unanswered,
            Course = CourseWith(e.MessageVersion, RiskOpinions.Of(e)),
        },
        AgentReplied e => this with
        {
            WaitingSince = LastCustomerVersion > e.AnswersVersion ? WaitingSince : null,
            Unanswered = AnsweredUpTo(e.AnswersVersion),
            Course = Remember(new RiskTurn(isCustomer: false, e.Text, at, version).With(Tools.Done, Tools.Failed)),
            Tools = default,
        },
        DialogueAdvanced e => this with { Frames = [.. e.Frames], Whispers = [] },
        SignalRaised e => this with { Signals = Remember(e), RemindedAt = e.Code == "worker-silent" ? at : RemindedAt },
        SignalMarked { Mark: SignalMark.Wrong } e => this with
        {
            Signals = Signals.RemoveAll(signal => signal.Code == e.Code && signal.MessageVersion == e.MessageVersion),
            Course = CourseWith(e.MessageVersion, RiskOpinions.Marked(e)),
        },
        SignalMarked e => this with { Course = CourseWith(e.MessageVersion, RiskOpinions.Marked(e)) },
        ToolReturned e => this with { Tools = e.IsError ? (Tools.Done, Tools.Failed + 1) : (Tools.Done + 1, Tools.Failed) },
        RiskAssessed e => this with { Level = e.Level, Risk = (e.Technical, e.Emotional) },
        CustomerNotified { By: { } by } => this with { PromisedBy = by },
        Escalated e => this with
        {
            Holder = Holder.Queue,
            Worker = null,
            Epoch = e.Epoch,
            EscalatedAt = at,
            NeedAt = NeedAt ?? at,
            TriggerAt = at,
            EscalationKind = e.Kind,
            Unanswered = [],
            WaitingSince = WaitingSince ?? at,
        },
        AnswerArranged e => this with { Arrangement = e, Letters = e.Way == AnswerWays.Email ? Correspondence.After(e) : IsMailOnlyChosen ? null : Letters },
        SupervisorAssigned e => this with { Supervisor = e.Worker },
        WorkerTookOver e => this with
        {
            Holder = Holder.Worker,
            Worker = new(e.Worker, e.WorkerName),
            Epoch = e.Epoch,
            EscalatedAt = null,
            // A colleague who takes it over from another goes on with the same handoff.
            NeedAt = NeedAt ?? at,
            TriggerAt = TriggerAt ?? (Holder == Holder.Agent ? at : null),
            PromisedBy = null,
            Unanswered = [],
        },
        HelpBegan => this with { TriggerAt = null },
        WorkerReplied e => this with
        {
            WaitingSince = null,
            RemindedAt = null,
            Receipts = Receipts.SetItem(WorkerKey(e.Worker, e.MessageId), new(version, at)),
        },
        WorkerWhispered e => this with { Whispers = Whispers.Add(e.Text) },
        GivenBack e => this with
        {
            Holder = Holder.Agent,
            Worker = null,
            Epoch = e.Epoch,
            EscalationKind = null,
            Arrangement = null,
            NeedAt = WaitingSince,
            TriggerAt = null,
            PromisedBy = null,
            // The person's stretch is over: what happened before it must not raise the same alarm again.
            Signals = [],
            Level = RiskLevel.None,
            Risk = default,
            Course = [],
            Unanswered = WaitingSince is null ? [] : [LastCustomerVersion],
        },
        WorkerReleased e => this with
        {
            Holder = Holder.Queue,
            Worker = null,
            Epoch = e.Epoch,
            EscalatedAt = at,
            WaitingSince = WaitingSince ?? at,
        },
        ConversationClosed => this with { Arrangement = null, Holder = Holder.Closed, Worker = null, WaitingSince = null, EscalatedAt = null, PromisedBy = null, Unanswered = [] },
        ConversationReopened e => this with
        {
            Holder = Holder.Agent,
            Epoch = e.Epoch,
            EscalationKind = null,
            NeedAt = null,
            TriggerAt = null,
            Signals = [],
            Frames = [],
            Level = RiskLevel.None,
            Risk = default,
            Course = [],
            CustomerTurns = [],
            HasReturned = false,
        },
        CustomerReturned => this with { HasReturned = true },
        ConversationRated e => this with { Rating = e.Score },
        LetterArrived { MessageVersion: 0 } e => this with { Receipts = Receipts.SetItem(LetterKey(e.LetterId), new(version, at)) },
        LetterArrived e => this with { Letters = Correspondence.After(Letters, e) },
        LetterQueued e => this with { Letters = Letters?.After(e) },
        _ => this,
    };

    private ImmutableList<CustomerTurn> Remember(CustomerTurn turn)
    {
        var turns = CustomerTurns.Add(turn);
        return turns.Count > RememberedTurns ? turns.RemoveAt(0) : turns;
    }

    private ImmutableList<RiskTurn> Remember(RiskTurn turn)
    {
        var course = Course.Add(turn);
        return course.Count > RememberedTurns ? course.RemoveAt(0) : course;
    }

    /// <summary>The course with another opinion on a customer's turn; the same when it is not known or there is none.</summary>
    private ImmutableList<RiskTurn> CourseWith(int version, TurnOpinion? opinion)
    {
        var place = opinion is null ? -1 : Course.FindIndex(turn => turn.Version == version);
        return place < 0 ? Course : Course.SetItem(place, Course[place].With(opinion!));
    }

    private ImmutableList<SignalRaised> Remember(SignalRaised signal)
    {
        var signals = Signals.Add(signal);
        return signals.Count > RememberedSignals ? signals.RemoveAt(0) : signals;
    }

    private ImmutableQueue<int> AnsweredUpTo(int version) => ImmutableQueue.CreateRange(Unanswered.Where(open => open > version));
}
