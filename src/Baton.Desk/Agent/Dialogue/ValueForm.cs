using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Checks that a value has the form its kind demands, whoever read it from the text, and gives it its type.</summary>
internal static partial class ValueForm
{
    /// <summary>The value as JSON; null when it does not have the form.</summary>
    public static JsonElement? Of(ValueDefinition definition, string value) => Of(definition.Kind, definition.Pattern, value);

    /// <summary>The value as JSON; null when it does not have the form of the kind.</summary>
    public static JsonElement? Of(ValueKind kind, string? pattern, string value)
    {
        value = value.Trim();
        return kind switch
        {
            _ when value.Length is 0 or > 2000 => null,
            ValueKind.YesNo => value.ToLowerInvariant() switch { "true" or "yes" => Json(true), "false" or "no" => Json(false), _ => null },
            ValueKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Json(number) : null,
            ValueKind.Code => Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) ? Json(value.ToUpperInvariant()) : null,
            ValueKind.Money => Money().IsMatch(value) ? Json(value) : null,
            ValueKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Json(value) : null,
            ValueKind.Time => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Json(value) : null,
            ValueKind.Email => Email().IsMatch(value) ? Json(value) : null,
            _ => Json(value),
        };
    }

    private static JsonElement Json(object value) => LiquidValues.ToJson(value);

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,2})?( [A-Z]{3})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Money();

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();
}
