using System.Text;

namespace Baton.Language;

/// <summary>Finds codes such as order numbers inside a sentence: "order so10042", "#SO 10042", or the digits alone.</summary>
internal sealed class CodeReader : IValueReader
{
    private const int MaximumParts = 4;

    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        if (context.Definition.Pattern is not { Length: > 0 } source)
            return context.IsAsked ? ReadAnyCode(context) : [];
        return ReadPattern(context, CodePattern.Of(source));
    }

    private static IEnumerable<ValueMention> ReadPattern(ValueContext context, CodePattern pattern)
    {
        var words = context.Message.Words;
        for (var first = 0; first < words.Count; first++)
        {
            for (var last = Math.Min(first + MaximumParts, words.Count) - 1; last >= first; last--)
            {
                if (!IsWritableTogether(context.Message, first, last))
                    continue;
                var start = words[first].Start;
                var end = words[last].End;
                if ((pattern.Normalise(context.Text[start..end], out var isComplete) ?? pattern.Normalise(InOnePiece(context.Message, first, last), out isComplete)) is not { } code)
                    continue;

                // Digits alone may be a postcode or an amount, unless they were asked for or are called a number.
                if (!isComplete && !context.IsAsked && !IsCalledNumber(context.Message, first))
                    continue;
                yield return new ValueMention(code, start, end);
                first = last;
                break;
            }
        }
    }

    /// <summary>"so 100 42": figures in groups of two or more, as one; the words as they are otherwise.</summary>
    private static string InOnePiece(MessageText message, int first, int last)
    {
        var written = new StringBuilder();
        for (var index = first; index <= last; index++)
        {
            var isGroup = index > first && IsGroup(message.Words[index].Form) && IsGroup(message.Words[index - 1].Form);
            if (index > first && !isGroup)
                written.Append(' ');
            written.Append(message.Words[index].Form);
        }

        return written.ToString();
    }

    private static bool IsGroup(string form) => form.Length >= 2 && form.All(char.IsAsciiDigit);

    /// <summary>Parts of a code contain a digit somewhere and stand close together.</summary>
    private static bool IsWritableTogether(MessageText message, int first, int last)
    {
        var hasDigit = false;
        for (var index = first; index <= last; index++)
        {
            hasDigit |= message.Words[index].Form.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
            if (index > first && message.Words[index].Start - message.Words[index - 1].End > 3)
                return false;
        }

        return hasDigit && message.Words[last].End - message.Words[first].Start <= 60;
    }

    private static bool IsCalledNumber(MessageText message, int word)
    {
        var start = message.Words[word].Start;
        if (start > 0 && message.Text[start - 1] is '#' or '№')
            return true;
        return word > 0 && message.Words[word - 1].Form is "order" or "number" or "bestellung" or "bestellnummer" or "auftrag" or "pedido" or "commande" or "numero" or "nummer" or "nr" or "no" or "号" or "单";
    }

    private static IEnumerable<ValueMention> ReadAnyCode(ValueContext context)
    {
        foreach (var word in context.Message.Words)
        {
            var digits = word.Form.Count(char.IsAsciiDigit);
            if (digits >= 3 && digits * 3 >= word.Form.Length)
                yield return new ValueMention(word.Form.ToUpperInvariant(), word.Start, word.End);
        }
    }
}
