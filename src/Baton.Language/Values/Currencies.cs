using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Which currency a sign or word means.</summary>
internal static class Currencies
{
    private static readonly Regex _code = Patterns.Compile(@"\b(eur|usd|gbp|chf|cny|jpy|cad|aud|sek|nok|dkk|pln)\b|([€£$¥])");

    /// <summary>ISO 4217 code; null for what is no currency.</summary>
    public static string? Of(string sign, string locale) => Folding.Fold(sign.Trim('.')) switch
    {
        "€" or "eur" or "euro" or "euros" or "balles" or "欧元" => "EUR",
        "$" or "dollar" or "dollars" or "dolares" or "bucks" => Region(locale) switch { "CA" => "CAD", "AU" => "AUD", "MX" => "MXN", "AR" => "ARS", "CO" => "COP", "CL" => "CLP", "NZ" => "NZD", "SG" => "SGD", "HK" => "HKD", "TW" => "TWD", _ => "USD" },
        "peso" or "pesos" => Region(locale) switch { "AR" => "ARS", "CO" => "COP", "CL" => "CLP", "PH" => "PHP", _ => "MXN" },
        "mxn" => "MXN",
        "hk$" or "hkd" or "港币" or "港元" => "HKD",
        "nt$" => "TWD",
        "r$" => "BRL",
        "us$" or "usd" or "美元" => "USD",
        "£" or "gbp" or "pound" or "pounds" or "quid" or "libra" or "libras" or "livres" or "pfund" or "英镑" => "GBP",
        "chf" or "franken" or "sfr" or "fr" or "franc" or "francs" => "CHF",
        "¥" or "¥" => Region(locale) == "JP" ? "JPY" : "CNY",
        "cny" or "rmb" or "yuan" or "元" or "块" or "块钱" or "人民币" => "CNY",
        "jpy" or "日元" => "JPY",
        "cad" => "CAD",
        "aud" => "AUD",
        "sek" => "SEK",
        "nok" => "NOK",
        "dkk" => "DKK",
        "pln" or "zl" or "zloty" => "PLN",
        "kr" => Region(locale) switch { "NO" => "NOK", "DK" => "DKK", _ => "SEK" },
        _ => null,
    };

    /// <summary>The currency of an amount written without one: the last one the conversation spoke of, else the one of the region.</summary>
    public static string Assumed(ValueContext context)
    {
        for (var index = context.Request.Course.Count - 1; index >= 0; index--)
        {
            var matches = _code.Matches(context.Request.Course[index].Text);
            if (matches.Count > 0 && Of(matches[^1].Value, context.Request.Locale) is { } currency)
                return currency;
        }

        return Region(context.Request.Locale) switch
        {
            "US" => "USD",
            "GB" => "GBP",
            "CH" or "LI" => "CHF",
            "CA" => "CAD",
            "AU" => "AUD",
            "CN" => "CNY",
            "MX" => "MXN",
            "AR" => "ARS",
            "CO" => "COP",
            "CL" => "CLP",
            "HK" => "HKD",
            "" when LanguageIdentification.LanguageOf(context.Request.Locale) == "zh" => "CNY",
            _ => "EUR",
        };
    }

    private static string Region(string locale)
    {
        var dash = locale.AsSpan().LastIndexOfAny('-', '_');
        return dash < 0 || locale.Length - dash != 3 ? "" : locale[(dash + 1)..].ToUpperInvariant();
    }
}
