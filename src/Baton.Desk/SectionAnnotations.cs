using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>The annotations of settings, told with section, key and value, so that the line to change is found at once.</summary>
internal static class SectionAnnotations
{
    /// <summary>Checks the annotations of these settings at start.</summary>
    public static OptionsBuilder<T> ValidateSection<T>(this OptionsBuilder<T> builder, string section)
        where T : class
    {
        builder.Services.AddSingleton<IValidateOptions<T>>(new Validator<T>(section));
        return builder.ValidateOnStart();
    }

    /// <summary>Each value that is out of its bounds, e.g. <c>Desk:Dispatch:Every (00:05:00): …</c>.</summary>
    public static IReadOnlyList<string> Mistakes(string section, object settings)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true);
        return [.. results.Select(result => $"{section}:{string.Join(", ", result.MemberNames.Select(member => $"{member} ({Value(settings, member)})"))}: {result.ErrorMessage}")];
    }

    private static string Value(object settings, string member) =>
        Convert.ToString(settings.GetType().GetProperty(member)?.GetValue(settings), CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "empty";

    private sealed class Validator<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            Mistakes(section, options) is { Count: > 0 } mistakes ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
    }
}
