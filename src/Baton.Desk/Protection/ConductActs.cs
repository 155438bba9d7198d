using Baton.Journal;

namespace Baton.Desk;

/// <summary>What is done about abuse: fold, warn, and end with a lead's word. Nothing of it happens by itself.</summary>
internal static class ConductActs
{
    public static Decision Lift(ConversationState state, LiftShield act) =>
        state.Protection.Shielded.Exists(shielded => shielded.MessageVersion == act.MessageVersion)
            ? Decision.Happens(new ShieldLifted(act.Worker.Id, act.Worker.Name, act.MessageVersion))
            : Decision.Nothing;

    public static Decision Warn(ConversationState state, WarnCustomer act, Notices notices)
    {
        if (NotHolder(state, act.Worker) is { } refused) return refused;
        if (state.Protection.Shielded is not [.., var last]) return Decision.Refuse(RefusalCode.Conflict, "No message here is recognised as abusive. You can say what you will not accept in your own words.");
        return state.Protection.WarnedAt > last.MessageVersion
            ? Decision.Nothing
            : Decision.Happens(new CustomerWarned(act.Worker.Id, act.Worker.Name, last.MessageVersion), notices.ConductWarning(state.Locale));
    }

    /// <summary>After a warning that did not help, or at once at a threat.</summary>
    public static Decision AskToEnd(ConversationState state, AskToEnd act)
    {
        if (NotHolder(state, act.Worker) is { } refused) return refused;
        if (state.Protection.EndAskedBy is not null) return Decision.Nothing;
        return MayEnd(state.Protection)
            ? Decision.Happens(new ContactEndAsked(act.Worker.Id, act.Worker.Name, [.. state.Protection.Shielded.Select(shielded => shielded.MessageVersion)]))
            : Decision.Refuse(RefusalCode.Conflict, "Warn the customer first. A lead can end the contact when it goes on after a warning, or at a threat.");
    }

    public static Decision DecideEnd(ConversationState state, DecideEnd act, Notices notices)
    {
        if (state.Protection.EndAskedBy is not { } asker) return Decision.Refuse(RefusalCode.Conflict, "Nobody asks to end this contact any more.");
        if (asker == act.Worker.Id) return Decision.Refuse(RefusalCode.Conflict, "Who asks does not decide: another lead must confirm.");
        var decided = new ContactEndDecided(act.Worker.Id, act.Worker.Name, asker, act.IsEnded);
        return act.IsEnded
            ? Decision.Happens(decided, notices.ContactEnded(state.Locale), new ConversationClosed("worker", asker, "unresolved"))
            : Decision.Happens(decided);
    }

    /// <summary>Whether the contact can be ended.</summary>
    public static bool MayEnd(ProtectionState protection) => protection.Shielded.Exists(shielded =>
        shielded.Kind == "threat" || (protection.WarnedAt > 0 && shielded.MessageVersion > protection.WarnedAt));

    private static Decision? NotHolder(ConversationState state, ActingWorker worker) =>
        state.Holder == Holder.Worker && state.Worker?.Id == worker.Id ? null : Decision.Refuse(RefusalCode.Conflict, "You do not hold this conversation. Take it over first.");
}
