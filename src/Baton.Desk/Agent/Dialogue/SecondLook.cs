using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>
/// Reads the same message once more when it has become clear what it may hold: "my last order" means something only
/// after the procedure has begun and the orders are known. Done by the embedded interpreter: it costs no time.
/// </summary>
internal sealed class SecondLook(IInterpreter embedded)
{
    public async Task<JsonElement?> FindAsync(TurnState turn, Procedure procedure, ProcedureFrame frame, ValueDefinition value, IReadOnlyList<ValueChoice>? choices, CancellationToken cancellationToken)
    {
        // Free text would take any message as the answer, and what was just asked for has been looked for already.
        var isDistinct = value.Kind is ValueKind.Code or ValueKind.Choice || (turn.BegunNow.Contains(frame.Number) && value.Kind is ValueKind.Money or ValueKind.Date or ValueKind.Email);
        if (!isDistinct || turn.AskedAtStart == value.Name || turn.AskedAtStart == ConfirmStepRule.Asked || turn.Context.Message.Text.Length == 0) return null;
        var request = ReadingRequests.Of(turn.Context, turn.Procedures) with
        {
            CurrentProcedure = procedure.Name,
            Expected = new(value.Name, value.Kind, choices ?? [], value.Pattern),
            Open = [],
        };
        var reading = await embedded.ReadAsync(request, cancellationToken);
        return reading.Commands.OfType<SetValue>().Where(set => set.Name == value.Name).Select(set => ValueForm.Of(value, set.Value)).FirstOrDefault(found => found is not null);
    }
}
