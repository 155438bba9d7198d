using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What the customer does with the message, applied to the procedures under way. Calls nothing and waits for nothing.</summary>
internal static class CommandPass
{
    public static void Apply(TurnState turn)
    {
        var commands = turn.Reading.Commands;
        if (turn.Reading.AsksForPerson)
        {
            turn.Escalate(EscalationKind.Requested, "The customer asks for a person.");
            return;
        }
        if (AboutTheAgent.IsAsked(turn.Context.Message.Text))
        {
            turn.Say(turn.Text("ai"), [turn.PersonChoice]);
            turn.IsUsed = true;
        }
        var starts = commands.OfType<StartProcedure>().Select(start => turn.Procedures.Find(start.Procedure)).OfType<Procedure>().Distinct().ToList();
        if (SideQuestion(turn) is { } side && !starts.Contains(side)) starts.Add(side);
        if (commands.Any(command => command is RejectReply) && !Rejection.Apply(turn, starts)) return;

        var isCorrected = SetValues(turn, starts);
        var isAnswered = isCorrected || Answer(turn, commands);
        if (commands.Any(command => command is StopProcedure) && turn.Current is not null && !isAnswered) Stop(turn);
        Start(turn, starts, isAnswered);
        SmallTalk.Apply(turn);
        if (turn.IsUsed) turn.Memory = turn.Memory with { NotUnderstood = 0, Rejected = 0 };
        else if (turn.Current is null) NotUnderstood.Apply(turn);
    }

    // "Wait, where is SO-10042?" in the middle of a return for another order: a value nobody asked for, and not called a
    // correction, in a message that sounds like another procedure, belongs to that one.
    private static Procedure? SideQuestion(TurnState turn)
    {
        if (turn.Current is not { } frame || turn.Reading.Intent is not { } intent || intent == frame.Procedure || turn.Procedures.Find(intent) is not { ForPerson: null } other) return null;
        var isAbout = turn.Reading.Commands.OfType<SetValue>().Any(set => !set.IsCorrection && set.Name != frame.Asked && frame.Values.ContainsKey(set.Name) && other.Values.ContainsKey(set.Name));
        return isAbout ? other : null;
    }

    /// <summary>Gives the values to the procedures they belong to; true when a value that was settled changed.</summary>
    private static bool SetValues(TurnState turn, List<Procedure> starts)
    {
        var isCorrected = false;
        foreach (var set in turn.Reading.Commands.OfType<SetValue>())
        {
            // "Where is SO-10042?" in the middle of a return is about the new question, not a correction of the return.
            if (starts.Exists(start => start.Values.ContainsKey(set.Name) && start.Name != turn.Current?.Procedure))
            {
                Mention(turn, set);
                continue;
            }
            if (turn.Current is not { } frame || !turn.ProcedureOf(frame).Values.TryGetValue(set.Name, out var definition))
            {
                Mention(turn, set);
                continue;
            }
            if (ValueForm.Of(definition, set.Value) is not { } value)
            {
                turn.Problems[set.Name] = turn.Text("notReadable");
                continue;
            }
            turn.IsUsed = true;
            if (!frame.Values.TryGetValue(set.Name, out var old))
            {
                turn.Current = frame.WithValue(set.Name, value);
            }
            else if (!JsonElement.DeepEquals(old, value))
            {
                turn.Current = Correction.Apply(turn.ProcedureOf(frame), frame, set.Name, value);
                isCorrected = true;
            }
        }
        return isCorrected;
    }

    // Named before it is known what for: kept for the procedure that will want it.
    private static void Mention(TurnState turn, SetValue set)
    {
        var definition = turn.Procedures.All.Select(procedure => procedure.Values.GetValueOrDefault(set.Name)).FirstOrDefault(value => value is not null);
        if (definition is null || ValueForm.Of(definition, set.Value) is not { } value) return;
        turn.Memory = turn.Memory with { Mentioned = new Dictionary<string, JsonElement>(turn.Memory.Mentioned) { [set.Name] = value } };
    }

    /// <summary>A yes or no to what was asked; it counts only when it was written after the question.</summary>
    private static bool Answer(TurnState turn, IReadOnlyList<CustomerCommand> commands)
    {
        var yes = commands.Any(command => command is Confirm);
        var no = commands.Any(command => command is Deny);
        if (turn.Current is not { Asked: { } asked } frame || yes == no || Course.ReplyToAnswer(turn.Context) is null) return false;
        if (asked == ConfirmStepRule.Asked) return yes ? Confirmed(turn, frame) : Denied(turn, frame);
        if (turn.ProcedureOf(frame).Values.GetValueOrDefault(asked)?.Kind != ValueKind.YesNo) return false;
        turn.Current = frame.WithValue(asked, LiquidValues.ToJson(yes));
        return turn.IsUsed = true;
    }

    private static bool Confirmed(TurnState turn, ProcedureFrame frame)
    {
        if (frame.Confirmation is not { } confirmation) return false;
        turn.Current = frame.At(confirmation.Step) with { Confirmation = confirmation with { IsGiven = true } };
        return turn.IsUsed = true;
    }

    private static bool Denied(TurnState turn, ProcedureFrame frame)
    {
        turn.IsUsed = true;
        if (StepPath.Find(turn.ProcedureOf(frame), frame.Step) is ConfirmStep { Otherwise: not null })
        {
            turn.Current = frame.At(StepPath.Into(frame.Step, "otherwise")) with { Confirmation = null };
        }
        else
        {
            turn.Say(turn.Text("denied"));
            turn.End("cancelled");
        }
        return true;
    }

    private static void Stop(TurnState turn)
    {
        turn.IsUsed = true;
        turn.Say(turn.Text(HasChanged(turn, turn.Current!) ? "stoppedAfterChange" : "stopped"));
        turn.End("cancelled");
    }

    private static bool HasChanged(TurnState turn, ProcedureFrame frame) =>
        frame.Calls.Keys.Any(step => StepPath.Find(turn.ProcedureOf(frame), step) is CallStep call && turn.ProcedureOf(frame).Changes(call.Tool));

    private static void Start(TurnState turn, List<Procedure> starts, bool isAnswered)
    {
        // What the customer just answered goes on first; of several new wishes, the first comes first.
        var above = isAnswered && turn.Current is not null ? 1 : 0;
        foreach (var procedure in Enumerable.Reverse(starts))
        {
            if (turn.Frames.Exists(frame => frame.Procedure == procedure.Name))
            {
                if (turn.Current!.Procedure != procedure.Name) BringForward(turn, procedure);
                continue;
            }
            turn.IsUsed = true;
            if (procedure.NeedsIdentity && !turn.Context.Customer.IsIdentified) turn.Say(turn.Text("needsIdentity"), [turn.PersonChoice]);
            else turn.Begin(procedure, above);
        }
    }

    private static void BringForward(TurnState turn, Procedure procedure)
    {
        var frame = turn.Frames.Find(frame => frame.Procedure == procedure.Name)!;
        turn.Frames.Remove(frame);
        turn.Frames.Add(frame);
        turn.IsUsed = true;
    }
}
