using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Comes to a value: already given, in this message, mentioned before, the only possible one, the default; else the customer is asked.</summary>
internal sealed class Collecting(TurnState turn, ToolCaller tools, SecondLook secondLook)
{
    public async Task<Waits> StepAsync(Procedure procedure, ProcedureFrame frame, ValueDefinition value, CancellationToken cancellationToken)
    {
        if (await LoadChoicesAsync(procedure, frame, value, cancellationToken) is not { } loaded) return Waits.Yes;
        frame = turn.Current = loaded;
        var data = turn.DataOf(frame);
        var choices = data.ChoicesOf(value);
        if (choices is [])
        {
            turn.Say(value.None?.In(turn.Language).Render(data.Values, turn.Culture) ?? turn.Text("nothingToChoose"), [turn.PersonChoice], frame.Results.TryGetValue(FrameData.ChoicesKey(value.Name), out var list) ? [list] : null);
            turn.End("done");
            return Waits.No;
        }
        if (!frame.Values.ContainsKey(value.Name) && await FindAsync(procedure, frame, value, choices, data, cancellationToken) is { } found) frame = frame.WithValue(value.Name, found);
        if (frame.Values.TryGetValue(value.Name, out var given))
        {
            if (Accept(frame, value, choices, given) is { } accepted)
            {
                turn.Current = frame.WithValue(value.Name, accepted).At(StepPath.After(procedure, frame.Step));
                return Waits.No;
            }
            frame = frame.Without(Correction.Dependents(procedure, value.Name));
        }
        return Asking.Ask(turn, procedure, frame, value, choices);
    }

    private async Task<ProcedureFrame?> LoadChoicesAsync(Procedure procedure, ProcedureFrame frame, ValueDefinition value, CancellationToken cancellationToken)
    {
        if (value.Choices is not { Tool: { } tool } source || turn.DataOf(frame).ChoicesOf(value) is not null) return frame;
        var key = FrameData.ChoicesKey(value.Name);
        var (id, calls, answer) = await tools.CallAsync(procedure, frame, key, tool, turn.DataOf(frame).Arguments(source.With), cancellationToken);
        frame = frame.WithCalls(key, calls);
        if (answer is ToolAnswer.Done done)
        {
            turn.Learn(id, done.Result, tool);
            return frame.WithResult(key, id);
        }
        turn.Current = frame;
        if (answer is ToolAnswer.Refused refused)
        {
            turn.Say(refused.Reason, [turn.PersonChoice], [id]);
            turn.End("failed");
            return null;
        }
        ToolFailure.Report(turn, tool, false, ((ToolAnswer.Failed)answer).Why);
        turn.End("failed");
        return null;
    }

    private async Task<JsonElement?> FindAsync(Procedure procedure, ProcedureFrame frame, ValueDefinition value, IReadOnlyList<ValueChoice>? choices, FrameData data, CancellationToken cancellationToken)
    {
        // What a tool just refused is still in the message: the customer must name another.
        if (turn.Refused.Contains(value.Name)) return null;
        if (await secondLook.FindAsync(turn, procedure, frame, value, choices, cancellationToken) is { } seen) return seen;
        if (turn.Memory.Mentioned.TryGetValue(value.Name, out var mentioned) && turn.BegunNow.Contains(frame.Number) && Accept(frame, value, choices, mentioned, isGiven: false) is not null) return mentioned;
        if (choices is [var only] && value.Choices!.Fixed.Count == 0) return ValueForm.Of(value, only.Value);
        return value.Default is { } standard && ValueForm.Of(value, standard.Render(data.Values, System.Globalization.CultureInfo.InvariantCulture)) is { } taken ? taken : null;
    }

    /// <summary>The value as it may be used; null when it is none of the choices or fails its check, and then the problem is noted.</summary>
    private JsonElement? Accept(ProcedureFrame frame, ValueDefinition value, IReadOnlyList<ValueChoice>? choices, JsonElement given, bool isGiven = true)
    {
        var text = given.ValueKind == JsonValueKind.String ? given.GetString()! : given.GetRawText();
        if (choices is not null)
        {
            var choice = choices.FirstOrDefault(choice => string.Equals(choice.Value, text, StringComparison.OrdinalIgnoreCase) || string.Equals(choice.Label, text, StringComparison.OrdinalIgnoreCase));
            if (choice is null)
            {
                if (isGiven) turn.Problems.TryAdd(value.Name, turn.Text("notFound", ("value", text)));
                return null;
            }
            given = LiquidValues.ToJson(choice.Value);
        }
        var data = turn.DataOf(frame.WithValue(value.Name, given));
        if (value.Check?.Holds(data.Values) != false) return given;
        if (isGiven) turn.Problems.TryAdd(value.Name, value.CheckSay!.In(turn.Language).Render(data.Values, turn.Culture));
        return null;
    }
}
