using Baton.Journal;

namespace Baton.Desk;

/// <summary>A tool said no. Its reason is told as it is; then the procedure's own way, or the value the call was made with is asked for again.</summary>
internal static class ToolRefusal
{
    public static Waits Step(TurnState turn, Procedure procedure, ProcedureFrame frame, CallStep call, string reason, string callId)
    {
        var said = reason.Length > 0 ? reason : turn.Text("refused");
        turn.Learn(callId, LiquidValues.ToJson(said));
        if (call.Refused is not null)
        {
            turn.Current = frame.WithResult("refusal", callId).At(StepPath.Into(frame.Step, "refused"));
            return Waits.No;
        }
        var asked = call.With.SelectMany(argument => TemplateNames.Of(argument.Value.Source).Roots).FirstOrDefault(name => procedure.Values.TryGetValue(name, out var value) && value.Ask is not null && frame.Values.ContainsKey(name));
        if (asked is not null && !procedure.Changes(call.Tool))
        {
            turn.Problems[asked] = said;
            turn.Current = Correction.Forget(procedure, frame, asked) with { Asked = asked, TimesAsked = turn.AskedAtStart == asked ? Math.Max(1, turn.Context.Frames[^1].TimesAsked) : 0 };
            turn.Refused.Add(asked);
            return Waits.No;
        }
        turn.Say(said, [turn.PersonChoice], [callId]);
        turn.Current = frame;
        turn.End("failed");
        return Waits.No;
    }
}
