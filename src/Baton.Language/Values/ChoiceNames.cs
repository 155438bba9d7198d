namespace Baton.Language;

/// <summary>Finds choices named by their value, by all of their label, or by the digits of their value where these are unique.</summary>
internal static class ChoiceNames
{
    private const int MaximumParts = 4;

    public static List<ValueMention> Read(ValueContext context)
    {
        var found = new List<ValueMention>();
        var text = Squeeze(context.Text);
        foreach (var choice in context.Definition.Choices)
        {
            // A button that was pressed sends the label or the value as it is.
            if (text.Length > 0 && (Squeeze(choice.Label) == text || Squeeze(choice.Value) == text))
                return [new ValueMention(choice.Value, context.Message.Words[0].Start, context.Message.Words[^1].End)];
        }

        foreach (var choice in context.Definition.Choices)
        {
            AddRuns(context, choice, Squeeze(choice.Value), found);
            if (choice.Label.Length <= 80)
                AddRuns(context, choice, Squeeze(choice.Label), found);
        }

        if (found.Count == 0)
            AddDigits(context, found);
        return [.. found.OrderBy(mention => mention.Start)];
    }

    private static void AddRuns(ValueContext context, ValueChoice choice, string wanted, List<ValueMention> found)
    {
        if (wanted.Length < 3)
            return;
        var words = context.Message.Words;
        for (var first = 0; first < words.Count; first++)
        {
            if (!wanted.StartsWith(words[first].Form, StringComparison.Ordinal))
                continue;
            var length = 0;
            for (var last = first; last < words.Count && last < first + 12 && length < wanted.Length; last++)
            {
                if (last > first && words[last].Start == words[last - 1].Start)
                    break;
                if (string.CompareOrdinal(wanted, length, words[last].Form, 0, words[last].Form.Length) != 0)
                    break;
                length += words[last].Form.Length;
                if (length == wanted.Length && !found.Exists(mention => mention.Value == choice.Value && mention.Start == words[first].Start))
                    found.Add(new ValueMention(choice.Value, words[first].Start, words[last].End));
            }
        }
    }

    private static void AddDigits(ValueContext context, List<ValueMention> found)
    {
        foreach (var word in context.Message.Words)
        {
            var digits = word.Form;
            if (digits.Length < 3 || !digits.All(char.IsAsciiDigit))
                continue;
            var ending = context.Definition.Choices.Where(choice => Digits(choice.Value) is var own && (own == digits || (context.IsAsked && own.EndsWith(digits, StringComparison.Ordinal)))).ToList();
            if (ending.Count == 1)
                found.Add(new ValueMention(ending[0].Value, word.Start, word.End));
        }
    }

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));

    private static string Squeeze(string text) => string.Concat(new MessageText(text).Words.Select(word => word.Form));
}
