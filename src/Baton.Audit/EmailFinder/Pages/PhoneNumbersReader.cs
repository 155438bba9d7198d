using PhoneNumbers;

namespace Baton.Audit;

/// <summary>Telephone numbers in one form, and whether the numbering plan knows them.</summary>
internal static class PhoneNumbersReader
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The international form of a number that may exist; <see langword="null"/> otherwise.</summary>
    public static string? Valid(string text, string region)
    {
        try
        {
            var number = Numbers.Parse(text, region);
            return Numbers.IsValidNumber(number) ? Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>The international form where there is one, the text as it is otherwise.</summary>
    public static string Format(string text, string region) => Valid(text, region) ?? text.Trim();
}
