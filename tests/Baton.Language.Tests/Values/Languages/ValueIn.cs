namespace Baton.Language.Tests;

/// <summary>The value of one kind that a message gives, asked for or told unasked in a story.</summary>
internal static class ValueIn
{
    public static string? Asked(ValueKind kind, string text, string locale) => Customer.Sets(text, Definition(kind), locale);

    public static string? Told(ValueKind kind, string text, string locale) =>
        Customer.Writes(text, locale, open: [Definition(kind)]).Commands.OfType<SetValue>().FirstOrDefault()?.Value;

    private static ExpectedValue Definition(ValueKind kind) =>
        kind == ValueKind.Choice ? new("order", kind, Customer.Orders) : new("value", kind, [], kind == ValueKind.Code ? @"SO-\d{5}" : null);
}
