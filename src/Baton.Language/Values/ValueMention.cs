namespace Baton.Language;

/// <summary>A value found in a message.</summary>
/// <param name="Value">Normalised.</param>
/// <param name="Start">Index of its first character in the message.</param>
/// <param name="End">Index after its last character.</param>
internal readonly record struct ValueMention(string Value, int Start, int End);

/// <summary>What a reader of values needs to know.</summary>
/// <param name="Message">The message.</param>
/// <param name="Definition">The value looked for.</param>
/// <param name="Request">The context.</param>
/// <param name="Language">Language of the message.</param>
/// <param name="IsAsked">True when the customer was just asked for this value: then less is needed to take words for it.</param>
internal sealed record ValueContext(MessageText Message, ExpectedValue Definition, ReadingRequest Request, string Language, bool IsAsked)
{
    public string Text => Message.Text;

    /// <summary>True when little more than the value can stand in the message.</summary>
    public bool IsShort => Message.Words.Count <= 8;
}

/// <summary>Finds the values of one kind.</summary>
internal interface IValueReader
{
    /// <summary>Every mention, in order of place; which of them counts is decided by <see cref="ValueReading"/>.</summary>
    IEnumerable<ValueMention> Read(ValueContext context);
}
