using Baton.Journal;

namespace Baton.Desk;

/// <summary>Help among workers: ask, whisper, join, swap. The customer always sees who is there and who speaks.</summary>
internal static class HelpActs
{
    public static Decision Ask(ConversationState state, AskForHelp act)
    {
        if (!act.IsAsked) return state.Protection.HelpAskedBy is null ? Decision.Nothing : Decision.Happens(new HelpSettled(act.Worker.Id, act.Worker.Name));
        if (state.Holder != Holder.Worker || state.Worker?.Id != act.Worker.Id)
            return Decision.Refuse(RefusalCode.Conflict, "You do not hold this conversation. Take it over first, or whisper to who does.");
        return state.Protection.HelpAskedBy is null ? Decision.Happens(new HelpAsked(act.Worker.Id, act.Worker.Name)) : Decision.Nothing;
    }

    public static Decision Whisper(ConversationState state, WhisperToColleague act)
    {
        if (NotWithColleague(state, act.Worker) is { } refused) return refused;
        if (string.IsNullOrWhiteSpace(act.Text)) return Decision.Refuse(RefusalCode.Invalid, "A whisper needs a text.");
        return MessageRules.CheckText(act.Text) is { } refusal
            ? new([], new() { Refusal = refusal })
            : Decision.Happens(new ColleagueWhispered(act.Worker.Id, act.Worker.Name, act.Text));
    }

    public static Decision Join(ConversationState state, Join act, Notices notices)
    {
        var (worker, protection) = (act.Worker, state.Protection);
        if (!act.IsJoined)
        {
            return protection.HasJoined(worker.Id)
                ? Decision.Happens(new WorkerLeft(worker.Id, worker.Name), notices.ColleagueLeft(state.Locale, worker.Name, state.Worker!.Name))
                : Decision.Nothing;
        }

        if (protection.HasJoined(worker.Id)) return Decision.Nothing;
        if (NotWithColleague(state, worker) is { } refused) return refused;
        List<ConversationEvent> events = [new WorkerJoined(worker.Id, worker.Name), notices.ColleagueHere(state.Locale, worker.Name)];
        if (protection.HelpAskedBy is not null) events.Add(new HelpSettled(worker.Id, worker.Name));
        return Decision.Happens(events);
    }

    /// <summary>The colleague is relieved: who helps holds it from now on, and the customer hears the name.</summary>
    public static Decision Swap(ConversationState state, Swap act, Notices notices)
    {
        if (NotWithColleague(state, act.Worker) is { } refused) return refused;
        return state.Protection.HelpAskedBy is null && !state.Protection.HasJoined(act.Worker.Id)
            ? Decision.Refuse(RefusalCode.Conflict, $"{state.Worker!.Name} has not asked for help. Join first, or take over.")
            : Decision.Happens(new WorkerTookOver(act.Worker.Id, act.Worker.Name, "swap", state.Epoch + 1), notices.PersonHere(state.Locale, act.Worker.Name));
    }

    private static Decision? NotWithColleague(ConversationState state, ActingWorker worker) =>
        state.Holder == Holder.Worker && state.Worker!.Id != worker.Id ? null : Decision.Refuse(RefusalCode.Conflict, "No colleague holds this conversation.");
}
