using System.Globalization;

namespace Baton.Language;

/// <summary>Finds whole numbers and decimals, written in figures or words.</summary>
internal sealed class NumberReader : IValueReader
{
    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        if (!context.IsAsked)
            yield break;
        var words = context.Message.Words;
        var hasFigure = words.Any(word => char.IsAsciiDigit(word.Form[0]));
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (char.IsAsciiDigit(word.Form[0]))
            {
                var end = index;
                while (end + 1 < words.Count && char.IsAsciiDigit(words[end + 1].Form[0]) && words[end + 1].Start == words[end].End + 1 && context.Text[words[end].End] is '.' or ',' or '\'')
                    end++;
                if (Amount.Parse(context.Text[word.Start..words[end].End]) is { } number)
                    yield return new ValueMention(number.ToString(CultureInfo.InvariantCulture), word.Start, words[end].End);
                index = end;
            }
            else if (!hasFigure && word.Form[0] < '\u3400' && SpokenNumbers.Read(words, index, out var end) is { } spoken)
            {
                if (end > index + 1 || !IsArticle(context, word.Form))
                    yield return new ValueMention(spoken.ToString(CultureInfo.InvariantCulture), word.Start, words[end - 1].End);
                index = end - 1;
            }
            else if (!hasFigure && word.Form is "both" or "beide" or "beiden" or "ambos" or "ambas")
            {
                yield return new ValueMention("2", word.Start, word.End);
            }
        }

        if (hasFigure)
            yield break;
        foreach (var (number, start, end) in ChineseNumbers.Find(context.Text))
        {
            // "一打" is a dozen; 一 alone in a longer message is mostly an article.
            var isDozen = end < context.Text.Length && context.Text[end] == '打';
            if (isDozen || number != 1 || words.Count <= 3)
                yield return new ValueMention((isDozen ? number * 12 : number).ToString(CultureInfo.InvariantCulture), start, isDozen ? end + 1 : end);
        }
    }

    /// <summary>"one", "ein" and "un" are mostly articles; alone they are numbers.</summary>
    private static bool IsArticle(ValueContext context, string form) =>
        context.Message.Words.Count > 3 && form is "ein" or "eine" or "einen" or "einem" or "einer" or "un" or "una" or "une" or "one" or "once";
}
