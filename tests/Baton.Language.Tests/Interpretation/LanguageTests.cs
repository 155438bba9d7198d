namespace Baton.Language.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("where is my parcel", "pt", "en")]
    [InlineData("wo ist mein Paket", "en", "de")]
    [InlineData("dónde está mi pedido", "en", "es")]
    [InlineData("où est mon colis", "en", "fr")]
    [InlineData("我的包裹在哪", "en", "zh")]
    [InlineData("ok", "de", "de")]
    [InlineData("SO-10042", "fr-FR", "fr")]
    [InlineData("", "es-MX", "es")]
    [InlineData("Das passt, thanks", "de", "de")]
    [InlineData("no", "es", "es")]
    [InlineData("i need help with my order", "de", "en")]
    [InlineData("quiero cancelar", "en", "es")]
    [InlineData("je veux annuler", "en", "fr")]
    public void The_language_is_told_by_the_message_or_else_by_the_locale(string text, string locale, string language) =>
        Assert.Equal(language, Customer.Writes(text, locale).Language);
}
