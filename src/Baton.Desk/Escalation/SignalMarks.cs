using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// A worker's correction of what was read from a message, or of what was found in a reply of the agent. It counts at once: a wrong signal no longer raises the risk, a missed one
/// does. It never escalates by itself, for the worker who says so is already there.
/// </summary>
internal static class SignalMarks
{
    public static Decision Mark(ConversationState state, IReadOnlyList<LoggedEvent> history, ActingWorker worker, int messageVersion, string code, SignalMark mark, RiskAssessor assessor)
    {
        var shown = history.Where(logged => logged.Event is SignalRaised raised && raised.MessageVersion == messageVersion && raised.Code == code)
            .Select(logged => (SignalRaised)logged.Event).LastOrDefault();
        if (IsSaid(history, messageVersion, code, shown, mark)) return Decision.Nothing;
        return mark == SignalMark.Wrong ? Wrong(state, worker, shown, assessor) : Missed(state, history, worker, messageVersion, code, shown, assessor);
    }

    private static Decision Wrong(ConversationState state, ActingWorker worker, SignalRaised? shown, RiskAssessor assessor) =>
        shown is null
            ? Decision.Refuse(RefusalCode.NotFound, "That message shows no such signal.")
            : Decision.Happens(Assessed(
                state,
                assessor,
                new SignalMarked(worker.Id, worker.Name, shown.MessageVersion, shown.Code, shown.Kind, shown.Words, SignalMark.Wrong)));

    private static Decision Missed(ConversationState state, IReadOnlyList<LoggedEvent> history, ActingWorker worker, int messageVersion, string code, SignalRaised? shown, RiskAssessor assessor)
    {
        // A signal that was shown may be brought back whatever it is.
        if (shown is not null) return Raised(state, worker, shown, assessor);
        var known = messageVersion < 1 || messageVersion > history.Count ? null : history[messageVersion - 1].Event switch
        {
            CustomerWrote => KnownSignals.All,
            AgentReplied => KnownReplySignals.All,
            _ => null,
        };
        if (known is null) return Decision.Refuse(RefusalCode.NotFound, "There is no customer's message and no reply of the agent of that number.");
        return known.FirstOrDefault(signal => signal.Code == code) is { } missed
            ? Raised(state, worker, new(missed.Code, missed.Kind, messageVersion, $"{missed.Words}.", missed.Weight), assessor)
            : Decision.Refuse(RefusalCode.Invalid, $"There is no such signal. Known are: {string.Join(", ", known.Select(signal => signal.Code))}.");
    }

    private static Decision Raised(ConversationState state, ActingWorker worker, SignalRaised raised, RiskAssessor assessor) =>
        Decision.Happens(Assessed(state, assessor, new SignalMarked(worker.Id, worker.Name, raised.MessageVersion, raised.Code, raised.Kind, raised.Words, SignalMark.Missed), raised));

    /// <summary>Whether this is what was last said of it: a signal that is shown and was not called wrong since needs no "missed".</summary>
    private static bool IsSaid(IReadOnlyList<LoggedEvent> history, int messageVersion, string code, SignalRaised? shown, SignalMark mark)
    {
        var last = history.Select(logged => logged.Event).OfType<SignalMarked>().LastOrDefault(said => said.MessageVersion == messageVersion && said.Code == code);
        return last is null ? mark == SignalMark.Missed && shown is not null : last.Mark == mark;
    }

    private static List<ConversationEvent> Assessed(ConversationState state, RiskAssessor assessor, params List<ConversationEvent> events)
    {
        // Neither event depends on where or when it stands.
        var marked = events.Aggregate(state, (before, happened) => before.Apply(new(0, default, before.Version, before.LastEventAt, happened)));
        events.Add(assessor.AfterMark(marked).Risk);
        return events;
    }
}
