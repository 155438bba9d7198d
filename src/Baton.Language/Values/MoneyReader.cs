using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Finds amounts of money and writes them as "12.50 EUR".</summary>
internal sealed class MoneyReader : IValueReader
{
    private const string Figure = @"\d{1,3}(?:[.,'’ \u00A0\u202F]\d{3})*(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?";
    private const string Signs = "us\\$|usd|eur|gbp|chf|cny|rmb|jpy|cad|aud|sek|nok|dkk|pln|euros?|dollars?|d[oó]lares|bucks|pounds?|quid|libras?|livres|pfund|franken|sfr|fr\\.|francs?|yuan|z[lł](?:oty)?|kr|[€$£¥￥]|元|块钱?|欧元|美元|英镑|人民币";
    private static readonly Regex _signFirst = Patterns.Compile($@"({Signs})\s?({Figure})(?:\.?[-–])?");
    private static readonly Regex _signLast = Patterns.Compile($@"({Figure})(?:,?[-–])?\s?({Signs})");
    private static readonly Regex _bare = Patterns.Compile($"({Figure})");

    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        var found = new List<ValueMention>();
        Collect(context, _signFirst, 2, 1, found);
        Collect(context, _signLast, 1, 2, found);
        if (found.Count == 0)
            CollectSpoken(context, found);
        if (found.Count == 0 && context.IsAsked)
            CollectBare(context, found);
        return found.OrderBy(mention => mention.Start);
    }

    private static void Collect(ValueContext context, Regex regex, int figure, int sign, List<ValueMention> found)
    {
        foreach (Match match in regex.Matches(context.Text))
        {
            if (found.Exists(mention => match.Index < mention.End && mention.Start < match.Index + match.Length) || IsInsideWord(context.Text, match))
                continue;
            if (Amount.Parse(match.Groups[figure].Value) is { } amount && Currencies.Of(match.Groups[sign].Value, context.Request.Locale) is { } currency)
                found.Add(new ValueMention(Write(amount, currency), match.Index, match.Index + match.Length));
        }
    }

    private static bool IsInsideWord(string text, Match match)
    {
        var end = match.Index + match.Length;
        var startsInside = match.Index > 0 && char.IsAsciiLetterOrDigit(match.ValueSpan[0]) && char.IsAsciiLetterOrDigit(text[match.Index - 1]);
        return startsInside || (end < text.Length && char.IsAsciiLetterOrDigit(match.ValueSpan[^1]) && char.IsAsciiLetterOrDigit(text[end]));
    }

    /// <summary>"twenty euros".</summary>
    private static void CollectSpoken(ValueContext context, List<ValueMention> found)
    {
        var words = context.Message.Words;
        for (var index = 0; index + 1 < words.Count; index++)
        {
            if (NumberWords.Cardinal(words[index].Form) is { } amount && !char.IsAsciiDigit(words[index].Form[0])
                && Currencies.Of(words[index + 1].Form, context.Request.Locale) is { } currency)
            {
                found.Add(new ValueMention(Write(amount, currency), words[index].Start, words[index + 1].End));
            }
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

    private static string Write(decimal amount, string currency) =>
        amount.ToString(currency == "JPY" ? "0" : "0.00", CultureInfo.InvariantCulture) + " " + currency;
}
