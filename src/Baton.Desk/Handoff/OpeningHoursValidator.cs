using Microsoft.Extensions.Options;

namespace Baton.Desk;

internal sealed class OpeningHoursValidator : IValidateOptions<HandoffOptions>
{
    public ValidateOptionsResult Validate(string? name, HandoffOptions options)
    {
        try
        {
            _ = new OpeningHours(options.TimeZone, options.OpeningHours, options.Holidays);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException wrong)
        {
            return ValidateOptionsResult.Fail($"Desk:Handoff: {wrong.Message}");
        }
    }
}
