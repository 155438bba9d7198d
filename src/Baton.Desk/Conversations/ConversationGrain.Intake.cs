using Baton.Journal;

namespace Baton.Desk;

// While people have too much to do, the agent begins risky matters one after the other.
internal sealed partial class ConversationGrain
{
    /// <summary>True when the agent has to wait; its deadline takes it up.</summary>
    private async Task<bool> SlowsDownAsync()
    {
        var intent = _history.Select(logged => logged.Event).OfType<MessageInterpreted>().LastOrDefault()?.Intent;
        if (!IntakePolicy.IsRisky(_state, intent, intake.Value)) return false;
        if (await GrainFactory.GetGrain<IWorkforceGrain>(0).PaceAsync(_state.Team) is not { } pace) return false;
        await ExecuteAsync((state, now) => pace.Begins > now && IntakePolicy.IsRisky(state, intent, intake.Value)
            ? Decision.Happens(
                new IntakeSlowed(pace.Begins, Math.Round(pace.Share, 3), state.Intake.Risk >= intake.Value.RiskFrom ? "The first words already show a risk." : $"The matter {intent} is set as risky."),
                notices.IntakeSlowed(state.Locale, pace.Begins, now, waits.ZoneOf(state.Team)))
            : Decision.Nothing);
        return _state.Intake.SlowedUntil is not null;
    }
}
