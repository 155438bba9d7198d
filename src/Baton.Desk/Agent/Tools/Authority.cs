using System.Text.Json;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>What the agent may do without asking. Decided by the procedure, the proven identity and the customer's own yes: never by a text or a model.</summary>
internal static class Authority
{
    /// <summary>Why a call is not allowed; null when it is.</summary>
    public static string? Forbids(Procedure procedure, ProcedureFrame frame, string step, string tool, JsonElement arguments, Customer customer)
    {
        var use = procedure.Tools.FirstOrDefault(use => use.Name == tool);
        if (use is null) return $"The procedure '{procedure.Name}' has no tool '{tool}'.";
        if (procedure.NeedsIdentity && !customer.IsIdentified) return $"The procedure '{procedure.Name}' needs an identified customer.";
        if (use.Effect != ToolEffect.Changes) return null;
        if (!IsConfirmed(frame, step, arguments)) return $"'{tool}' was not confirmed with these arguments.";
        return Exceeded(procedure, tool, arguments) is { } limit ? limit.Reason : null;
    }

    /// <summary>True when the customer said yes to exactly this call.</summary>
    public static bool IsConfirmed(ProcedureFrame frame, string step, JsonElement arguments) =>
        frame.Confirmation is { IsGiven: true } confirmation && confirmation.Step == step && JsonElement.DeepEquals(confirmation.Arguments, arguments);

    /// <summary>The limit that the arguments go beyond; null when none. An amount that is no number goes beyond every limit.</summary>
    public static Limit? Exceeded(Procedure procedure, string tool, JsonElement arguments) => procedure.Limits.FirstOrDefault(limit =>
        limit.Tool == tool
        && !(arguments.TryGetProperty(limit.Argument, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount <= limit.Most));
}
