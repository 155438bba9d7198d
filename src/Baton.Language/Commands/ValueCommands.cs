namespace Baton.Language;

/// <summary>Reads the values a message gives: first the one that was asked for, then the procedure's others.</summary>
internal static class ValueCommands
{
    public static List<(int Place, SetValue Command)> Read(MessageText message, ReadingRequest request, string language, Negations negations)
    {
        var written = message.Text;
        message = Folding.OrdinaryWidth(written) is var text && ReferenceEquals(text, written) ? message : new MessageText(text);
        var found = new List<(int Place, SetValue Command)>();
        var taken = new List<ValueMention>();
        if (request.Expected is { } expected)
            Add(written, new ValueContext(message, expected, request, language, IsAsked: true), negations, taken, found);
        foreach (var open in request.Open)
        {
            if (open.Name != request.Expected?.Name && open.Kind is not (ValueKind.Text or ValueKind.YesNo or ValueKind.Number))
                Add(written, new ValueContext(message, open, request, language, IsAsked: false), negations, taken, found);
        }

        return found;
    }

    private static void Add(string written, ValueContext context, Negations negations, List<ValueMention> taken, List<(int Place, SetValue Command)> found)
    {
        if (ValueReading.Read(context, negations) is not { } mention || taken.Exists(other => mention.Start < other.End && other.Start < mention.End))
            return;
        taken.Add(mention);
        found.Add((mention.Start, new SetValue(context.Definition.Name, mention.Value, written[mention.Start..mention.End], negations.IsCorrecting)));
    }
}
