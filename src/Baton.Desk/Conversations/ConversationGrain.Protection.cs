namespace Baton.Desk;

// Help among workers, conduct of the customer, goodwill.
internal sealed partial class ConversationGrain
{
    public Task<CommandResult> ProtectAsync(ProtectionAct act) => ExecuteAsync((state, _) => act switch
    {
        LiftShield lift => ConductActs.Lift(state, lift),
        WarnCustomer warn => ConductActs.Warn(state, warn, notices),
        AskToEnd ask => ConductActs.AskToEnd(state, ask),
        DecideEnd decide => ConductActs.DecideEnd(state, decide, notices),
        AskForHelp ask => HelpActs.Ask(state, ask),
        WhisperToColleague whisper => HelpActs.Whisper(state, whisper),
        Join join => HelpActs.Join(state, join, notices),
        Swap swap => HelpActs.Swap(state, swap, notices),
        Grant grant => GoodwillActs.Grant(state, grant),
        _ => throw new InvalidOperationException($"Nobody decides {act.GetType().Name}."),
    });
}
