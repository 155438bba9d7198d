namespace Baton.Language;

/// <summary>
/// Finds out which of the choices is meant: by its value or label, by its place in the list, by its date ("my last order", "the one
/// from last week") or by words of it ("the blue one", "not the jacket"). Two that fit are none.
/// </summary>
internal static class ChoiceReader
{
    public static ValueMention? Read(ValueContext context, Negations negations)
    {
        if (context.Message.Words.Count == 0)
            return null;
        var named = ChoiceNames.Read(context);
        var kept = named.Where(mention => !negations.Denies(mention.Start)).ToList();
        if (kept.Count > 1 && kept.Exists(mention => negations.IsAfterCorrection(mention.Start)))
            kept.RemoveAll(mention => !negations.IsAfterCorrection(mention.Start));
        if (kept.Count > 0)
            return kept.TrueForAll(mention => mention.Value == kept[0].Value) ? kept[0] : null;

        // All that was named was denied: "not SO-10042" of two leaves the other one.
        if (named.Count > 0)
            return context.IsAsked ? TheOther(context, named) : null;
        return ChoicePlaces.Read(context) ?? ChoiceTerms.Read(context, negations);
    }

    private static ValueMention? TheOther(ValueContext context, List<ValueMention> denied)
    {
        var left = context.Definition.Choices.Where(choice => !denied.Exists(mention => mention.Value == choice.Value)).ToList();
        return left.Count == 1 && context.Definition.Choices.Count == 2 ? denied[0] with { Value = left[0].Value } : null;
    }
}
