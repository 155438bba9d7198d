using Baton.Journal;

namespace Baton.Desk;

/// <summary>Goes through the steps of the procedures under way until the customer must say something, a person is needed, or all is done.</summary>
internal sealed class StepPass(TurnState turn, ToolCaller tools, Collecting collecting)
{
    // Far more steps than any procedure has: a bound for files whose branches go in circles.
    private const int MostSteps = 200;

    private ProcedureFrame? _spokenOf;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _spokenOf = turn.Current;
        var wasBusy = turn.Context.Frames.Count > 0 || turn.BegunNow.Count > 0;
        for (var steps = 0; turn.Escalation is null && turn.Current is { } frame; steps++)
        {
            if (steps == MostSteps)
            {
                Stuck($"The procedure '{frame.Procedure}' goes in circles.");
                return;
            }
            Transition(frame);
            try
            {
                if (await StepAsync(turn.ProcedureOf(frame), frame, cancellationToken) == Waits.Yes) return;
            }
            catch (TemplateException error)
            {
                Stuck($"A text of the procedure '{frame.Procedure}' cannot be made: {error.Message}");
                return;
            }
        }
        if (turn.Escalation is null && wasBusy && turn.Ended.Exists(ended => ended.Outcome == "done") && !turn.IsResolved) turn.Say(turn.Text("anythingElse"));
    }

    private async Task<Waits> StepAsync(Procedure procedure, ProcedureFrame frame, CancellationToken cancellationToken)
    {
        if (procedure.ForPerson is { } person) return Escalate(frame, person);
        switch (StepPath.Find(procedure, frame.Step))
        {
            case CollectStep collect:
                return await collecting.StepAsync(procedure, frame, procedure.Values[collect.Value], cancellationToken);
            case CallStep call:
                return await CallAsync(procedure, frame, call, cancellationToken);
            case WhenStep branch:
                turn.Current = frame.At(Branch(procedure, frame, branch));
                return Waits.No;
            case ConfirmStep confirm:
                return Confirmation.Step(turn, procedure, frame, confirm);
            case SayStep say:
                return Say(procedure, frame, say);
            case EscalateStep escalate:
                return Escalate(frame, escalate);
            default:
                turn.End("done");
                return Waits.No;
        }
    }

    private string Branch(Procedure procedure, ProcedureFrame frame, WhenStep branch)
    {
        var (steps, name) = branch.Condition.Holds(turn.DataOf(frame).Values) ? (branch.Then, "then") : (branch.Else, "else");
        return steps.Count > 0 ? StepPath.Into(frame.Step, name) : StepPath.After(procedure, frame.Step);
    }

    private Waits Say(Procedure procedure, ProcedureFrame frame, SayStep say)
    {
        var data = turn.DataOf(frame);
        var text = say.Text.In(turn.Language);
        if (data.SourcesOf(text) is not { } sources)
        {
            turn.Signal("claim-without-source", EscalationKind.Technical, $"A reply of '{procedure.Name}' would claim what no tool result shows.", 0.9);
            Stuck($"The procedure '{procedure.Name}' speaks of a result that is not there.");
            return Waits.Yes;
        }
        turn.Say(text.Render(data.Values, turn.Culture), sources: sources, isProcedures: true);
        turn.Current = frame.At(StepPath.After(procedure, frame.Step));
        return Waits.No;
    }

    private async Task<Waits> CallAsync(Procedure procedure, ProcedureFrame frame, CallStep call, CancellationToken cancellationToken)
    {
        var arguments = turn.DataOf(frame).Arguments(call.With);
        if (procedure.Changes(call.Tool) && !Authority.IsConfirmed(frame, frame.Step, arguments))
        {
            // Never confirmed, or for something else: the question comes (again) first.
            turn.Current = frame.At(StepPath.Before(frame.Step)!) with { Confirmation = null };
            return Waits.No;
        }
        var (id, calls, answer) = await tools.CallAsync(procedure, frame, frame.Step, call.Tool, arguments, cancellationToken);
        frame = frame.WithCalls(frame.Step, calls) with { Confirmation = null };
        switch (answer)
        {
            case ToolAnswer.Done done:
                turn.Learn(id, done.Result, call.Tool);
                if (call.As is not null) frame = frame.WithResult(call.As, id);
                turn.Current = frame.At(StepPath.After(procedure, frame.Step));
                return Waits.No;
            case ToolAnswer.Refused refused:
                return ToolRefusal.Step(turn, procedure, frame, call, refused.Reason, id);
            default:
                turn.Current = frame;
                ToolFailure.Report(turn, call.Tool, procedure.Changes(call.Tool), ((ToolAnswer.Failed)answer).Why);
                turn.End("failed");
                return Waits.Yes;
        }
    }

    private Waits Escalate(ProcedureFrame frame, EscalateStep step)
    {
        var data = turn.DataOf(frame).Values;
        if (step.Say is not null) turn.Say(step.Say.In(turn.Language).Render(data, turn.Culture));
        turn.Escalate(step.Kind, step.Reason.Render(data, turn.Culture));
        turn.End("escalated");
        return Waits.Yes;
    }

    // Coming to another procedure is said, so that the customer knows what is spoken of.
    private void Transition(ProcedureFrame frame)
    {
        if (_spokenOf?.Number == frame.Number) return;
        if (turn.Ended.Count > 0 || _spokenOf is not null)
        {
            var topic = turn.ProcedureOf(frame).Topic.In(turn.Language).Source;
            turn.Say(turn.Text(turn.BegunNow.Contains(frame.Number) ? "nowTo" : "backTo", ("topic", topic)));
        }
        _spokenOf = frame;
    }

    private void Stuck(string reason)
    {
        turn.Say(turn.Text("stuck"));
        turn.Escalate(EscalationKind.Technical, reason);
        turn.End("failed");
    }
}

/// <summary>Whether a step ends the turn because the customer or a person is next.</summary>
internal enum Waits
{
    No,
    Yes,
}
