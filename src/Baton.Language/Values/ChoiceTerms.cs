namespace Baton.Language;

/// <summary>Finds a choice by its date or by words of its label and terms; a denied word excludes the choices it fits.</summary>
internal static class ChoiceTerms
{
    /// <summary>Words that stand in labels and say nothing about which one is meant when a customer tells a story.</summary>
    private static readonly HashSet<string> _idle = new(StringComparer.Ordinal)
    {
        "order", "orders", "ordered", "one", "the", "and", "for", "from", "with", "item", "items", "placed", "processing", "packed", "shipped", "delivered", "cancelled", "returned", "eur", "usd",
        "size", "der", "die", "das", "und", "bestellung", "vom", "von", "el", "la", "los", "de", "del", "pedido", "le", "les", "du", "commande", "et", "please", "not", "my", "in", "on", "is", "it", "to", "of", "a",
        "refund", "exchange", "return", "cancel", "change", "no", "yes", "other", "i", "me", "you", "was", "are", "be", "at", "an", "or", "that", "this", "have", "has", "had", "do", "did", "want",
    };

    public static ValueMention? Read(ValueContext context, Negations negations)
    {
        var choices = context.Definition.Choices;
        var candidates = Enumerable.Range(0, choices.Count).ToHashSet();
        var span = (Start: int.MaxValue, End: 0);
        var isNarrowed = false;

        foreach (var date in DateReader.Find(context with { IsAsked = context.IsAsked && context.IsShort }, isPast: true))
        {
            var fits = Enumerable.Range(0, choices.Count).Where(index => IsOn(choices[index], date)).ToHashSet();
            if (fits.Count == 0 || fits.Count == choices.Count)
                continue;
            Narrow(candidates, fits, negations.Denies(date.Start), ref isNarrowed);
            span = (Math.Min(span.Start, date.Start), Math.Max(span.End, date.End));
        }

        var words = Terms(context);
        foreach (var word in context.Message.Words)
        {
            if (!IsTelling(context, word.Form))
                continue;
            var meaning = Colors.Canonical(word.Form);
            var fits = Enumerable.Range(0, choices.Count).Where(index => words[index].Exists(term => Same(term, meaning))).ToHashSet();
            if (fits.Count == 0 || fits.Count == choices.Count)
                continue;
            Narrow(candidates, fits, negations.Denies(word.Start), ref isNarrowed);
            span = (Math.Min(span.Start, word.Start), Math.Max(span.End, word.End));
        }

        return isNarrowed && candidates.Count == 1 ? new ValueMention(choices[candidates.First()].Value, span.Start, span.End) : null;
    }

    private static void Narrow(HashSet<int> candidates, HashSet<int> fits, bool isDenied, ref bool isNarrowed)
    {
        isNarrowed = true;
        if (isDenied)
            candidates.ExceptWith(fits);
        else
            candidates.IntersectWith(fits);
    }

    private static bool IsOn(ValueChoice choice, FoundDate date) =>
        choice.At is { } at && DateOnly.FromDateTime(at.Date) is var day && day >= date.From && day <= date.To;

    private static bool IsTelling(ValueContext context, string form)
    {
        // "L" and "44" are sizes and can be all that is said.
        if (_idle.Contains(form))
            return context.IsAsked && context.IsShort && form is "delivered" or "shipped" or "refund" or "exchange" or "return" && context.IsAsked && context.IsShort;
        return form.Length >= 3 || (context.IsAsked && context.IsShort) || form[0] >= '\u3400';
    }

    /// <summary>The words of each choice, colours in their English form.</summary>
    private static List<string>[] Terms(ValueContext context) => [.. context.Definition.Choices.Select(choice =>
        new MessageText(choice.Label + "\n" + string.Join('\n', choice.Terms)).Words.Select(word => Colors.Canonical(word.Form)).Distinct(StringComparer.Ordinal).ToList())];

    private static bool Same(string term, string word)
    {
        if (term == word)
            return true;
        if (word.Length < 4 || term.Length < 4 || Math.Abs(term.Length - word.Length) > 2)
            return false;
        return term == word + "s" || word == term + "s" || term == word + "es" || word == term + "es" || term == word + "n" || word == term + "n"
            || (word.Length >= 5 && term[0] == word[0] && IsOneTypoApart(term, word));
    }

    /// <summary>One letter missing, added, wrong, or two swapped.</summary>
    private static bool IsOneTypoApart(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return false;
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
            start++;
        var end = 0;
        while (end < left.Length - start && end < right.Length - start && left[^(end + 1)] == right[^(end + 1)])
            end++;
        var leftMiddle = left.AsSpan(start, left.Length - start - end);
        var rightMiddle = right.AsSpan(start, right.Length - start - end);
        return (leftMiddle.Length <= 1 && rightMiddle.Length <= 1)
            || (leftMiddle.Length == 2 && rightMiddle.Length == 2 && leftMiddle[0] == rightMiddle[1] && leftMiddle[1] == rightMiddle[0]);
    }
}
