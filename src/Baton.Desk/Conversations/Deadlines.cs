using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Every state but closed has a deadline and something that happens at it, so that no customer is left with nobody. The deadline
/// is a function of the state and is written with the events that lead to the state: there is no timer to lose.
/// </summary>
internal static class Deadlines
{
    public static DateTimeOffset? Next(ConversationState state, DeadlineOptions options) => NextOf(state, options.For(state.AnsweredOn));

    private static DateTimeOffset? NextOf(ConversationState state, DeadlineOptions options) => state switch
    {
        { IsOpen: false } => null,
        { LastCustomerVersion: 0, Holder: Holder.Agent } => state.OpenedAt + options.NeverWrote,
        { Holder: Holder.Queue } => state.PromisedBy ?? state.LastEventAt + options.WorkerAnswers,
        { Holder: Holder.Agent, Intake.SlowedUntil: { } until } => until,
        // Each event of a long turn moves the taking up, never the failing.
        { Holder: Holder.Agent, WaitingSince: { } since } => Earlier(state.LastEventAt + options.AgentResumes, Begun(state, since) + options.AgentFails),
        { Holder: Holder.Worker, WaitingSince: { } since } => Later(since, LastReminder(state)) + options.WorkerAnswers,
        _ => state.LastEventAt + options.CustomerSilent,
    };

    /// <summary>What happens at the deadline; nothing when it has been moved meanwhile.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="now">Now.</param>
    /// <param name="options">Lengths.</param>
    /// <param name="isWorkerAtWork">Whether the worker who holds it is signed in.</param>
    /// <param name="promise">The next promise to a customer who waits.</param>
    /// <param name="notices">The service's sentences.</param>
    public static Decision Reached(
        ConversationState state, DateTimeOffset now, DeadlineOptions options, bool isWorkerAtWork, Func<CustomerNotified> promise, Notices notices)
    {
        if (Next(state, options) is not { } due || due > now) return Decision.Nothing;
        options = options.For(state.AnsweredOn);
        return state switch
        {
            { LastCustomerVersion: 0, Holder: Holder.Agent } => Decision.Happens(new ConversationClosed("deadline", null, "silent")),
            { Holder: Holder.Queue } => Decision.Happens(promise()),
            { Holder: Holder.Agent, Intake.SlowedUntil: not null } => Decision.Happens(new IntakeResumed((now - (state.WaitingSince ?? now)).TotalSeconds)),
            { Holder: Holder.Agent, WaitingSince: { } since } when now >= Begun(state, since) + options.AgentFails =>
                AgentActs.FailTurn(state, state.Epoch, state.LastCustomerVersion, "The agent did not answer in time.", promise()),
            { Holder: Holder.Agent, WaitingSince: not null } => Decision.Nothing,
            { Holder: Holder.Worker, WaitingSince: not null } when isWorkerAtWork => Decision.Happens(Reminder(state)),
            { Holder: Holder.Worker, WaitingSince: not null } =>
                Decision.Happens(new WorkerReleased(state.Worker!.Id, "The customer was waiting and the worker was no longer there.", state.Epoch + 1), promise()),
            _ => Decision.Happens(new ConversationClosed("deadline", null, "silent"), notices.Closed(state.Locale)),
        };
    }

    /// <summary>An agent that had to wait fails only so long after it could begin.</summary>
    private static DateTimeOffset Begun(ConversationState state, DateTimeOffset since) => Later(since, state.Intake.ResumedAt ?? since);

    private static SignalRaised Reminder(ConversationState state) =>
        new("worker-silent", EscalationKind.Technical, state.LastCustomerVersion, "The customer waits for the worker's answer.", 0.4);

    private static DateTimeOffset LastReminder(ConversationState state) => state.RemindedAt ?? DateTimeOffset.MinValue;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
