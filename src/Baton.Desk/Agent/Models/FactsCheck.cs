using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Desk;

/// <summary>Compares a worded reply with the facts it was made from. Strict: a refused wording costs nothing, a wrong one costs trust.</summary>
internal static partial class FactsCheck
{
    /// <summary>What is different; null when nothing that can be checked is.</summary>
    public static string? Difference(string facts, string phrased, string language)
    {
        if (phrased.Length == 0) return "it is empty";
        if (phrased.Length > (facts.Length * 2) + 100) return "it is much longer";
        if (!Tokens(facts).SetEquals(Tokens(phrased))) return "numbers, codes, amounts or addresses differ";
        if (!DayNames(facts, language).SequenceEqual(DayNames(phrased, language))) return "dates differ";
        if (facts.Contains('?') != phrased.Contains('?') && !(facts.Contains('？') && phrased.Contains('？'))) return "a question is missing or new";
        if (Negation().IsMatch(facts) != Negation().IsMatch(phrased)) return "a no became a yes or a yes a no";
        if (Promise().IsMatch(phrased) && !Promise().IsMatch(facts)) return "it promises something";
        return phrased.Contains("```", StringComparison.Ordinal) || phrased.Contains("{{", StringComparison.Ordinal) ? "it is not plain text" : null;
    }

    private static HashSet<string> Tokens(string text) =>
        [.. Token().Matches(text).Select(match => match.Value.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '\'', '–', '-')), .. text.Where(sign => char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol).Select(sign => sign.ToString())];

    private static List<string> DayNames(string text, string language)
    {
        var names = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        return [.. names.MonthNames.Concat(names.DayNames).Where(name => name.Length > 2 && Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)))];
    }

    [GeneratedRegex(@"https?://\S+|\S+@\S+|[\p{L}\d]*\d[\p{L}\d.,:/\-]*", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"n't\b|n’t\b|\b(not|no|never|nothing|none|nobody|cannot|without|nicht|nichts|kein\w*|nie|ohne|nunca|nada|ningun\w*|ningún|sin|ne|pas|rien|aucun\w*|jamais|sans)\b|[不没无未]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(call you|get back to you|let you know|keep you|look into|follow up|shortly|soon|melden uns|rufen|bald|pronto|llamar\w*|rappel\w*|bientôt)\b|尽快|马上|回电", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Promise();
}
