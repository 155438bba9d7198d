namespace Baton.Language;

/// <summary>Finds a choice by its place ("the second", "2", "the last one in the list") or its age ("my last order", "the oldest").</summary>
internal static class ChoicePlaces
{
    private static readonly CueMatcher _cues = new(CueFile.Read("any", EmbeddedText.Lines("Cues.places.txt")));

    public static ValueMention? Read(ValueContext context)
    {
        ValueMention? found = null;
        foreach (var hit in _cues.Find(context.Message))
        {
            if (Choose(context, hit) is not { } choice)
                continue;
            var mention = new ValueMention(choice.Value, context.Message.Words[hit.FirstWord].Start, context.Message.Words[hit.EndWord - 1].End);
            if (found is { } other && other.Value != mention.Value)
                return null;
            found = mention;
        }

        return found ?? ReadNumber(context);
    }

    private static ValueChoice? Choose(ValueContext context, CueHit hit)
    {
        var choices = context.Definition.Choices;
        switch (hit.Name)
        {
            case "newest":
                return ByAge(choices, 0);
            case "before-newest":
                return ByAge(choices, 1);
            case "oldest":
                return ByAge(choices, -1);
            case "end" when context.IsAsked:
                return choices[^1];
            case "middle" when context.IsAsked && choices.Count % 2 == 1:
                return choices[choices.Count / 2];
            case "last" when context.IsAsked:
                // "The last one" of a list that was read out may be its end or the latest; it is clear when they are the same.
                var newest = ByAge(choices, 0);
                return newest is null || newest == choices[^1] ? choices[^1] : IsReadOut(context) ? null : newest;
            case "place" when context.IsAsked:
                for (var word = hit.FirstWord; word < hit.EndWord; word++)
                {
                    var form = context.Message.Words[word].Form;
                    if ((NumberWords.Ordinal(form) ?? NumberWords.Cardinal(form)) is >= 1 and var place && place <= choices.Count)
                        return choices[place - 1];
                }

                return null;
            default:
                return null;
        }
    }

    private static ValueChoice? ByAge(IReadOnlyList<ValueChoice> choices, int rank)
    {
        var dated = choices.Where(choice => choice.At is not null).OrderByDescending(choice => choice.At).ToList();
        if (dated.Count != choices.Count)
            return null;
        var index = rank < 0 ? dated.Count + rank : rank;
        if (index >= dated.Count)
            return null;
        return dated.Count(choice => choice.At == dated[index].At) == 1 ? dated[index] : null;
    }

    private static bool IsReadOut(ValueContext context)
    {
        for (var index = context.Request.Course.Count - 1; index >= 0; index--)
        {
            if (context.Request.Course[index].Speaker != "customer")
                return context.Definition.Choices.Count(choice => context.Request.Course[index].Text.Contains(choice.Label, StringComparison.OrdinalIgnoreCase)) >= 2;
        }

        return false;
    }

    /// <summary>"2", "2.", "#2", "number 2": only when nothing else is said.</summary>
    private static ValueMention? ReadNumber(ValueContext context)
    {
        if (!context.IsAsked || context.Message.Words.Count > 3)
            return null;
        foreach (var word in context.Message.Words)
        {
            // "the green one" is no number one.
            var isNumber = context.Message.Words.Count == 1 || char.IsAsciiDigit(word.Form[0]);
            if (isNumber && NumberWords.Cardinal(word.Form) is >= 1 and var place && place <= context.Definition.Choices.Count && context.Message.Words.Count(other => NumberWords.Cardinal(other.Form) is not null) == 1)
                return new ValueMention(context.Definition.Choices[place - 1].Value, word.Start, word.End);
        }

        return null;
    }
}
