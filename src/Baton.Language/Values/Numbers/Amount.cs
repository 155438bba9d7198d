using System.Globalization;

namespace Baton.Language;

/// <summary>Figures as people write them: "1,234.56", "1.234,56", "1 234,56", "20.-".</summary>
internal static class Amount
{
    /// <summary>Null for what is no number or larger than a thousand million.</summary>
    public static decimal? Parse(string written)
    {
        var figures = written.Trim().TrimEnd('-', '–', '.', ',').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        if (figures.Length is 0 or > 16)
            return null;
        var separator = figures.LastIndexOfAny(['.', ',']);
        var isDecimal = separator >= 0 && IsDecimalSeparator(figures, separator);
        var whole = (isDecimal ? figures[..separator] : figures).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var fraction = isDecimal ? figures[(separator + 1)..] : "";
        if (!decimal.TryParse(whole + "." + (fraction.Length == 0 ? "0" : fraction), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000)
            return null;
        return fraction.Length == 0 ? decimal.Truncate(number) : number;
    }

    private static bool IsDecimalSeparator(string figures, int separator)
    {
        var after = figures.Length - separator - 1;
        if (after != 3)
            return true;

        // Three figures behind are thousands: "1.234", "1,234,567"; but "0.125" is not.
        return figures[0] == '0' || (figures.IndexOfAny(['.', ',']) is var first && first != separator && figures[first] != figures[separator]);
    }
}
