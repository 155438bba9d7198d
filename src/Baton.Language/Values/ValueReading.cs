namespace Baton.Language;

/// <summary>Reads the values of a message and decides which mention counts: one that is denied does not, two different ones are none.</summary>
internal static class ValueReading
{
    private static readonly Dictionary<ValueKind, IValueReader> _readers = new()
    {
        [ValueKind.Code] = new CodeReader(),
        [ValueKind.Number] = new NumberReader(),
        [ValueKind.Money] = new MoneyReader(),
        [ValueKind.Date] = new DateReader(),
        [ValueKind.Time] = new TimeReader(),
        [ValueKind.Email] = new EmailReader(),
        [ValueKind.Phone] = new PhoneReader(),
        [ValueKind.Address] = new AddressReader(),
    };

    /// <summary>The value the message gives; null when it gives none or it is not clear which.</summary>
    public static ValueMention? Read(ValueContext context, Negations negations)
    {
        // A choice named as such beats what merely looks like the kind: "the one from 12 November" is an order, not a date.
        if (context.Definition.Choices.Count > 0 && ChoiceReader.Read(context, negations) is { } choice)
            return choice;
        if (!_readers.TryGetValue(context.Definition.Kind, out var reader))
            return null;
        var mentions = reader.Read(context).Where(mention => !negations.Denies(mention.Start)).ToList();
        if (mentions.Count == 0)
            return null;
        if (mentions.TrueForAll(mention => mention.Value == mentions[0].Value))
            return mentions[0];

        // "SO-10042, sorry, SO-10043": what follows the correction counts.
        var corrected = mentions.FindAll(mention => negations.IsAfterCorrection(mention.Start));
        return corrected.Count > 0 && corrected.TrueForAll(mention => mention.Value == corrected[0].Value) ? corrected[0] : null;
    }
}
