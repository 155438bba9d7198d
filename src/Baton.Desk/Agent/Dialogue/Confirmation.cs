using Baton.Journal;

namespace Baton.Desk;

/// <summary>The question before something is changed: it holds for exactly one call with exactly these arguments.</summary>
internal static class Confirmation
{
    public static Waits Step(TurnState turn, Procedure procedure, ProcedureFrame frame, ConfirmStep confirm)
    {
        var data = turn.DataOf(frame);
        var path = StepPath.Next(frame.Step);
        var call = (CallStep)StepPath.Find(procedure, path)!;
        var arguments = data.Arguments(call.With);
        if (Authority.Exceeded(procedure, call.Tool, arguments) is { } limit) return OverLimit(turn, data, limit);

        var isSame = frame.Asked == ConfirmStepRule.Asked && frame.Confirmation is { } before && System.Text.Json.JsonElement.DeepEquals(before.Arguments, arguments);
        var times = isSame ? frame.TimesAsked + (turn.IsUsed ? 0 : 1) : 1;
        if (times > 2)
        {
            turn.Signal("value-asked-twice", EscalationKind.Technical, "The customer was asked twice for a yes or no and gave neither.", 0.7);
            turn.Say(turn.Text("valueTwice"));
            turn.Escalate(EscalationKind.Technical, $"No clear yes or no before '{call.Tool}'; nothing was changed.");
            turn.End("escalated");
            return Waits.Yes;
        }
        var text = confirm.Text.In(turn.Language);
        if (isSame && !turn.IsUsed) turn.Say(turn.Text("clearYesNo"));
        turn.Say(text.Render(data.Values, turn.Culture), [Label(turn, "yes"), Label(turn, "no")], data.SourcesOf(text), isExact: true);
        turn.Current = frame with { Asked = ConfirmStepRule.Asked, TimesAsked = times, Confirmation = new(path, arguments, IsGiven: false) };
        return Waits.Yes;
    }

    private static Waits OverLimit(TurnState turn, FrameData data, Limit limit)
    {
        turn.Say(limit.Say is null ? turn.Text("overLimit") : limit.Say.In(turn.Language).Render(data.Values, turn.Culture));
        turn.Escalate(EscalationKind.Policy, limit.Reason);
        turn.End("escalated");
        return Waits.Yes;
    }

    private static Choice Label(TurnState turn, string key) => new(turn.Text(key), turn.Text(key));
}
