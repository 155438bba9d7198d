using PhoneNumbers;

namespace Baton.Language;

/// <summary>Finds phone numbers and writes them as E.164; a number without a country is read in the customer's region.</summary>
internal sealed class PhoneReader : IValueReader
{
    private const int ReadAtMost = 1000;
    private const int Tries = 20;

    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        var text = context.Text.Length > ReadAtMost ? context.Text[..ReadAtMost] : context.Text;
        if (text.Count(char.IsDigit) < 6 || (!context.IsAsked && !text.Contains('+', StringComparison.Ordinal)))
            return [];
        var numbers = PhoneNumberUtil.GetInstance();
        return numbers.FindNumbers(text, Region(context), PhoneNumberUtil.Leniency.VALID, Tries)
            .Select(match => new ValueMention(numbers.Format(match.Number, PhoneNumberFormat.E164), match.Start, match.Start + match.Length))
            .ToList();
    }

    private static string Region(ValueContext context)
    {
        var locale = context.Request.Locale;
        var dash = locale.AsSpan().LastIndexOfAny('-', '_');
        if (dash >= 0 && locale.Length - dash == 3)
            return locale[(dash + 1)..].ToUpperInvariant();
        return LanguageIdentification.LanguageOf(locale) switch { "de" => "DE", "es" => "ES", "fr" => "FR", "zh" => "CN", _ => "US" };
    }
}
