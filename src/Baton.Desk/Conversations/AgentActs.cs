using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What the agent's reading and its turn lead to.</summary>
internal static class AgentActs
{
    /// <summary>A message was read: signals, risk, eligibility, whether the customer comes back, and perhaps the need of a person.</summary>
    public static Decision Read(ConversationState state, int messageVersion, Reading reading, CustomerReturned? returned, EligibilityPolicy eligibility, RiskAssessor assessor, Func<EscalationKind, CustomerNotified> promise)
    {
        if (!state.Unread.Contains(messageVersion)) return Decision.Nothing;
        var read = new MessageInterpreted(
            messageVersion, reading.Interpreter, reading.Language, reading.Intent, reading.Probability,
            reading.Feeling.ToString().ToLowerInvariant(), ReadingJson.Commands(reading))
        {
            Shares = RiskOpinions.Shares(reading),
        };
        if (state.HasReturned) returned = null;
        var signals = MessageSignals.From(state, messageVersion, reading);
        if (returned is not null) signals = [.. signals, Retrial.Signal(messageVersion)];
        var (assessment, course) = assessor.AfterMessage(state.Apply(new(0, default, state.Version, state.LastEventAt, read)), signals);
        List<ConversationEvent> events = [read, .. returned is null ? [] : new[] { returned }, .. signals, .. course, assessment.Risk];
        if (state.Holder != Holder.Agent) return Decision.Happens(events);

        if (state.IsEligible is null && eligibility.Decide(state) is { IsEligible: false } ineligible)
        {
            events.Add(ineligible);
            events.AddRange(Escalate(state, new(EscalationKind.Policy, ineligible.Reason), EscalationTrigger.Algorithm, [messageVersion], promise(EscalationKind.Policy)));
        }
        else if (EscalationPolicy.Decide([.. signals, .. course], assessment, reading) is { } escalation)
        {
            var trigger = escalation.Kind == EscalationKind.Requested ? EscalationTrigger.Customer : EscalationTrigger.Algorithm;
            events.AddRange(Escalate(state, escalation, trigger, Evidence(state, [.. signals, .. course]), promise(escalation.Kind)));
        }

        else if (returned is not null && Retrial.Escalation(returned) is { } again)
        {
            events.AddRange(Escalate(state, again, EscalationTrigger.Algorithm, [messageVersion], promise(again.Kind)));
        }

        return Decision.Happens(events);
    }

    /// <summary>
    /// The agent's turn is ready. Ownership is checked here, when the words are ready, not only when the turn began: under
    /// another epoch nothing of it reaches the customer.
    /// </summary>
    public static Decision CompleteTurn(ConversationState state, int epoch, int messageVersion, AgentTurn turn, Notices notices, RiskAssessor assessor, Func<EscalationKind, CustomerNotified> promise)
    {
        if (state.Epoch != epoch || state.Holder != Holder.Agent)
        {
            var why = state.Holder == Holder.Closed ? "The conversation was closed meanwhile." : "A person has the conversation now.";
            return Decision.Happens([.. turn.Events.OfType<AgentReplied>().Select(reply => new AgentReplyWithheld(reply.Text, why))]);
        }

        var events = turn.Events.ToList();
        if (state.IsEligible is null) events.Insert(0, Eligibility(turn));
        var signals = events.OfType<SignalRaised>().ToList();
        if (signals.Count > 0)
        {
            var assessment = assessor.AfterSignals(state, state.Signals.AddRange(signals));
            events.Add(assessment.Risk);
            if (turn.Escalation is null && EscalationPolicy.Decide(signals, assessment) is { } seen) turn = turn with { Escalation = seen };
        }

        if (turn.Escalation is { } escalation)
        {
            events.AddRange(Escalate(state, escalation, EscalationTrigger.Algorithm, Evidence(state, signals, messageVersion), promise(escalation.Kind)));
        }
        else if (turn.IsResolved)
        {
            events.Add(new ConversationClosed("agent", null, "resolved"));
            events.Add(notices.Closed(state.Locale));
        }
        else if (!events.OfType<AgentReplied>().Any())
        {
            // A turn without a word would leave the customer with nobody: that is a failure of the agent.
            events.Add(new SignalRaised("agent-silent", EscalationKind.Technical, messageVersion, "The agent had nothing to say.", 0.9));
            events.AddRange(Escalate(state, new(EscalationKind.Technical, "The agent had nothing to say."), EscalationTrigger.Algorithm, [messageVersion], promise(EscalationKind.Technical)));
        }

        return Decision.Happens(events);
    }

    /// <summary>The agent's turn failed or took too long.</summary>
    public static Decision FailTurn(ConversationState state, int epoch, int messageVersion, string why, CustomerNotified promise) =>
        state.Epoch != epoch || state.Holder != Holder.Agent
            ? Decision.Nothing
            : Decision.Happens(
                [
                    new SignalRaised("agent-failed", EscalationKind.Technical, messageVersion, why, 0.9),
                    .. Escalate(state, new(EscalationKind.Technical, why), EscalationTrigger.Algorithm, [messageVersion], promise),
                ]);

    private static EligibilityDecided Eligibility(AgentTurn turn)
    {
        if (turn.Escalation is { Kind: EscalationKind.Policy } policy) return new(false, policy.Reason);
        var frames = turn.Events.OfType<DialogueAdvanced>().LastOrDefault()?.Frames ?? [];
        var procedure = frames.Count > 0 ? frames[^1].Procedure : turn.Events.OfType<ProcedureEnded>().LastOrDefault()?.Procedure;
        return new(true, procedure is null
            ? "Nothing in it must be a person's; the agent finds out what it is about."
            : $"The agent has a procedure for it: {procedure}.");
    }

    private static IEnumerable<ConversationEvent> Escalate(
        ConversationState state, EscalationRequest escalation, EscalationTrigger trigger, IReadOnlyList<int> evidence, CustomerNotified promise) =>
        [new Escalated(escalation.Kind, trigger, escalation.Reason, evidence, state.Epoch + 1), promise];

    private static int[] Evidence(ConversationState state, IEnumerable<SignalRaised> signals, params IEnumerable<int> more) =>
        [.. state.Signals.TakeLast(10).Concat(signals).Select(signal => signal.MessageVersion).Concat(more).Distinct().Order()];
}
