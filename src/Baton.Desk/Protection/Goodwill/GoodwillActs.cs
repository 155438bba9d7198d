using Baton.Journal;

namespace Baton.Desk;

/// <summary>Making good in a conversation. The budget was asked before; here it is only seen that the case is one.</summary>
internal static class GoodwillActs
{
    public static Decision Grant(ConversationState state, Grant act)
    {
        if (state.Protection.Grants.Exists(grant => grant.GrantId == act.GrantId)) return Decision.Nothing;
        if (state.Holder != Holder.Worker || state.Worker?.Id != act.Worker.Id) return Decision.Refuse(RefusalCode.Conflict, "You do not hold this conversation. Take it over first.");
        return state.Protection.IsEmotional
            ? Decision.Happens(new GoodwillGranted(act.GrantId, act.Worker.Id, act.Worker.Name, act.Amount, act.Currency, act.For))
            : Decision.Refuse(RefusalCode.Conflict, "Goodwill is for cases of lost patience or trust. Mark the message that shows it, or ask a lead.");
    }
}
