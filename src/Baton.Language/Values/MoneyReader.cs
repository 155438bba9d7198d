using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Finds amounts of money and writes them as "12.50 EUR".</summary>
internal sealed class MoneyReader : IValueReader
{
    private const string Figure = @"\d{1,3}(?:[.,'’ \u00A0\u202F]\d{3})*(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?";
    private const string Thousands = "k|tsd\\.?|mil|mille|thousand|tausend|千|万";
    private const string Signs = "us\\$|hk\\$|nt\\$|r\\$|usd|euros?|eur|gbp|chf|cny|rmb|jpy|cad|aud|sek|nok|dkk|pln|mxn|hkd|dollars?|d[oó]lares|bucks|pounds?|quid|libras?|livres|pfund|franken|sfr|fr\\.|francs?|balles|pesos?|yuan|z[lł](?:oty)?|kr|[€£$¥￥]|元|块钱?|欧元|美元|英镑|人民币|港币|港元|日元";
    private const string Cents = "cents?|ct|c[eé]ntimos?|centavos?|centimes?|rappen|pence|pennies|p";

    /// <summary>How far behind the currency is looked for cents.</summary>
    private const int Behind = 24;

    private static readonly Regex _signFirst = Patterns.Compile($@"({Signs})\s?({Figure})(?:\s?({Thousands})\b|\.?[-–])?");
    private static readonly Regex _signLast = Patterns.Compile($@"({Figure})(?:\s?({Thousands})|,?[-–])?\s?({Signs})");
    private static readonly Regex _han = Patterns.Compile("([零一二两三四五六七八九十百千万]{1,12})(元|块钱?|欧元|美元|英镑|日元)");
    private static readonly Regex _cents = Patterns.Compile($@"\b(\d{{1,3}})\s?(?:({Cents})\b|(毛|角))");
    private static readonly Regex _bare = Patterns.Compile($"({Figure})");

    /// <summary>What may stand behind the currency: "12 euros 50", "12 € 50", "12块5毛".</summary>
    private static readonly Regex _small = Patterns.Compile($@"^\s?(?:(?:con|y|und|et|and)\s)?(\d{{1,2}})(?:\s?(?:{Cents})\b|(?:毛|角)|\s?(?:[.,;!?，。]|$))");

    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        var found = new List<ValueMention>();
        Collect(context, _signFirst, (Figure: 2, Factor: 3, Sign: 1), found);
        Collect(context, _signLast, (Figure: 1, Factor: 2, Sign: 3), found);
        CollectHan(context, found);
        if (found.Count == 0)
            CollectSpoken(context, found);
        CollectCents(context, found);
        if (found.Count == 0 && context.IsAsked)
            CollectBare(context, found);
        return found.OrderBy(mention => mention.Start);
    }

    private static void Collect(ValueContext context, Regex regex, (int Figure, int Factor, int Sign) groups, List<ValueMention> found)
    {
        foreach (Match match in regex.Matches(context.Text))
        {
            // In "12 euros 50" the currency belongs to the figure before it.
            var isLast = groups.Sign == 1 && EndsInFigure(context.Text.AsSpan(0, match.Index));
            if (isLast || Overlaps(found, match) || IsInsideWord(context.Text, match))
                continue;
            if (Amount.Parse(match.Groups[groups.Figure].Value) is not { } amount || Currencies.Of(match.Groups[groups.Sign].Value, context.Request.Locale) is not { } currency)
                continue;
            amount *= match.Groups[groups.Factor].Success ? (match.Groups[groups.Factor].Value == "万" ? 10_000 : 1000) : 1;
            Add(context, amount, currency, match.Index, match.Index + match.Length, found);
        }
    }

    private static void CollectHan(ValueContext context, List<ValueMention> found)
    {
        foreach (Match match in _han.Matches(context.Text))
        {
            if (!Overlaps(found, match) && ChineseNumbers.Parse(match.Groups[1].Value) is { } amount && Currencies.Of(match.Groups[2].Value, context.Request.Locale) is { } currency)
                Add(context, amount, currency, match.Index, match.Index + match.Length, found);
        }
    }

    /// <summary>"twenty euros", "zwei Franken fünfzig".</summary>
    private static void CollectSpoken(ValueContext context, List<ValueMention> found)
    {
        var words = context.Message.Words;
        for (var index = 0; index < words.Count; index++)
        {
            if (SpokenNumbers.Read(words, index, out var end) is not { } amount)
                continue;
            if (end < words.Count && words[end].Start - words[end - 1].End <= 2 && Currencies.Of(words[end].Form, context.Request.Locale) is { } currency)
            {
                var isSmall = SpokenNumbers.Read(words, end + 1, out var smallEnd) is >= 1 and <= 99 && smallEnd == words.Count;
                var small = isSmall ? SpokenNumbers.Read(words, end + 1, out smallEnd)!.Value / 100m : 0;
                Add(context, amount + small, currency, words[index].Start, isSmall ? words[smallEnd - 1].End : words[end].End, found);
            }

            index = end - 1;
        }
    }

    private static void Add(ValueContext context, decimal amount, string currency, int start, int end, List<ValueMention> found)
    {
        if (amount == decimal.Truncate(amount) && _small.Match(context.Text[end..Math.Min(end + Behind, context.Text.Length)]) is { Success: true } small && !char.IsAsciiDigit(context.Text[end - 1]))
        {
            var figures = small.Groups[1].Value;

            // "12块5" is 12.50; "12 euros 5" is nothing that anybody writes.
            var isTenths = figures.Length == 1 && context.Text[end - 1] is '块' or '元' or '钱';
            if (figures.Length == 2 || isTenths)
            {
                amount += Amount.Parse(figures)!.Value / (isTenths ? 10 : 100);
                end += small.Length;
            }
        }

        found.Add(new ValueMention(Write(amount, currency), start, end));
    }

    private static void CollectCents(ValueContext context, List<ValueMention> found)
    {
        foreach (Match match in _cents.Matches(context.Text))
        {
            if (Overlaps(found, match) || IsInsideWord(context.Text, match) || Amount.Parse(match.Groups[1].Value) is not { } cents)
                continue;
            var unit = (match.Groups[2].Value + match.Groups[3].Value).ToLowerInvariant();
            var currency = unit switch { "p" or "pence" or "pennies" => "GBP", "rappen" => "CHF", "毛" or "角" => "CNY", _ => Currencies.Assumed(context) };
            if (unit != "p" || context.IsAsked)
                found.Add(new ValueMention(Write(cents / (unit is "毛" or "角" ? 10 : 100), currency), match.Index, match.Index + match.Length));
        }
    }

    private static void CollectBare(ValueContext context, List<ValueMention> found)
    {
        foreach (Match match in _bare.Matches(context.Text))
        {
            if (!IsInsideWord(context.Text, match) && Amount.Parse(match.Value) is { } amount)
                found.Add(new ValueMention(Write(amount, Currencies.Assumed(context)), match.Index, match.Index + match.Length));
        }
    }

    private static bool EndsInFigure(ReadOnlySpan<char> before) => before.TrimEnd() is [.., >= '0' and <= '9'];

    private static bool Overlaps(List<ValueMention> found, Match match) =>
        found.Exists(mention => match.Index < mention.End && mention.Start < match.Index + match.Length);

    private static bool IsInsideWord(string text, Match match)
    {
        var end = match.Index + match.Length;
        var startsInside = match.Index > 0 && char.IsAsciiLetterOrDigit(match.ValueSpan[0]) && char.IsAsciiLetterOrDigit(text[match.Index - 1]);
        return startsInside || (end < text.Length && char.IsAsciiLetterOrDigit(match.ValueSpan[^1]) && char.IsAsciiLetterOrDigit(text[end]));
    }

    private static string Write(decimal amount, string currency) =>
        amount.ToString(currency == "JPY" ? "0" : "0.00", CultureInfo.InvariantCulture) + " " + currency;
}
