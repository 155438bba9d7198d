using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Checks all costs at start, those of single teams too, and names each that is out of range.</summary>
public sealed class EscalationOptionsValidator : IValidateOptions<EscalationOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EscalationOptions options)
    {
        List<string> mistakes =
        [
            .. Check(options, "Desk:Escalation"),
            .. Check(options.Costs, "Desk:Escalation:Costs"),
            .. options.Teams.SelectMany(team => Check(team.Value, $"Desk:Escalation:Teams:{team.Key}")),
        ];
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Check(object options, string section)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);
        return results.Select(result => $"{section}: {result.ErrorMessage}");
    }
}
