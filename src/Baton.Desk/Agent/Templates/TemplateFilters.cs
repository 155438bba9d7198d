using System.Globalization;
using DotLiquid;

namespace Baton.Desk;

/// <summary>The filters that procedures have beside Liquid's own. Liquid finds them by their names in snake_case.</summary>
internal static class TemplateFilters
{
    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["EUR"] = "€",
        ["USD"] = "$",
        ["GBP"] = "£",
        ["CNY"] = "¥",
        ["JPY"] = "¥",
        ["INR"] = "₹",
    };

    /// <summary>An amount as the customer's language writes it: <c>{{ order.total | money: order.currency }}</c> or <c>{{ amount | money }}</c> for "12.50 EUR".</summary>
    public static string Money(Context context, object? input, string? currency = null)
    {
        if (Number(input) is not { } amount) return "";
        currency = currency is { Length: > 0 } ? currency : Currency(input);
        var format = (NumberFormatInfo)context.CurrentCulture.NumberFormat.Clone();
        format.CurrencySymbol = Symbols.GetValueOrDefault(currency, currency);
        format.CurrencyDecimalDigits = currency == "JPY" ? 0 : 2;
        return amount.ToString("C", format);
    }

    /// <summary>The number in a number or in an amount such as "12.50 EUR"; null when there is none.</summary>
    public static decimal? Number(object? input) => input switch
    {
        decimal number => number,
        int or long or double or float => Convert.ToDecimal(input, CultureInfo.InvariantCulture),
        string text when decimal.TryParse(text.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The currency of an amount such as "12.50 EUR"; EUR when it names none.</summary>
    public static string Currency(object? input) => input is string text && text.Split(' ') is [_, { Length: > 0 } code] ? code : "EUR";

    /// <summary>A day as the customer's language writes it.</summary>
    public static string Day(Context context, object? input)
    {
        if (!DateTimeOffset.TryParse(input as string, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)) return input?.ToString() ?? "";
        var pattern = context.CurrentCulture.TwoLetterISOLanguageName switch
        {
            "de" => "d. MMMM yyyy",
            "es" => "d 'de' MMMM 'de' yyyy",
            "zh" => "yyyy年M月d日",
            _ => "d MMMM yyyy",
        };
        return day.ToString(pattern, context.CurrentCulture);
    }
}
