namespace Baton.Language.Tests;

public sealed class AmountTests
{
    [Theory]
    [InlineData("$12.50", "12.50 USD", "en-US")]
    [InlineData("12,50 €", "12.50 EUR", "de-DE")]
    [InlineData("20 euros", "20.00 EUR", "en")]
    [InlineData("EUR 1.234,56", "1234.56 EUR", "de-DE")]
    [InlineData("1,234.56 dollars", "1234.56 USD", "en-US")]
    [InlineData("CHF 20.-", "20.00 CHF", "de-CH")]
    [InlineData("£5 please", "5.00 GBP", "en-GB")]
    [InlineData("about 30 bucks", "30.00 USD", "en-US")]
    [InlineData("twenty euros", "20.00 EUR", "en")]
    [InlineData("zwanzig Euro", "20.00 EUR", "de-DE")]
    [InlineData("99元", "99.00 CNY", "zh-CN")]
    [InlineData("¥99", "99.00 CNY", "zh-CN")]
    [InlineData("1 234,56 €", "1234.56 EUR", "fr-FR")]
    [InlineData("15", "15.00 EUR", "de-DE")]
    [InlineData("15.90", "15.90 USD", "en-US")]
    [InlineData("10 € or 20 €", null, "de-DE")]
    [InlineData("not 10 €, 20 €", "20.00 EUR", "de-DE")]
    [InlineData("a lot", null, "en")]
    public void Amounts_are_written_with_their_currency(string text, string? amount, string locale) =>
        Assert.Equal(amount, Customer.Sets(text, new ExpectedValue("amount", ValueKind.Money, []), locale));

    [Theory]
    [InlineData("two", "2", "en")]
    [InlineData("2", "2", "en")]
    [InlineData("I want 3 of them", "3", "en")]
    [InlineData("zwei", "2", "de")]
    [InlineData("tres", "3", "es")]
    [InlineData("deux", "2", "fr")]
    [InlineData("1.5", "1.5", "en")]
    [InlineData("1,000", "1000", "en")]
    [InlineData("two or three", null, "en")]
    [InlineData("many", null, "en")]
    public void Numbers_are_read_in_figures_and_words(string text, string? number, string locale) =>
        Assert.Equal(number, Customer.Sets(text, new ExpectedValue("count", ValueKind.Number, []), locale));
}
