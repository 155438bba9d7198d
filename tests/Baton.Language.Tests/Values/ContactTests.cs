namespace Baton.Language.Tests;

public sealed class ContactTests
{
    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("it's Ada.Okafor+shop@Example.COM. thanks", "Ada.Okafor+shop@example.com")]
    [InlineData("<ben@mail.example.co.uk>", "ben@mail.example.co.uk")]
    [InlineData("ada at example dot com", "ada@example.com")]
    [InlineData("ada (at) example.com", "ada@example.com")]
    [InlineData("my mail is a@b.de, ok?", "a@b.de")]
    [InlineData("a@b.de or c@d.de", null)]
    [InlineData("not a@b.de but c@d.de", "c@d.de")]
    [InlineData("ada@example", null)]
    [InlineData("@ada", null)]
    [InlineData("I have no email", null)]
    [InlineData("a..b@example.com", null)]
    public void Email_addresses_are_found(string text, string? address) =>
        Assert.Equal(address, Customer.Sets(text, new ExpectedValue("email", ValueKind.Email, [])));

    [Theory]
    [InlineData("+49 30 901820", "+4930901820", "en")]
    [InlineData("030 901820", "+4930901820", "de-DE")]
    [InlineData("(212) 555-2368", "+12125552368", "en-US")]
    [InlineData("call me on 020 7946 0958", "+442079460958", "en-GB")]
    [InlineData("06 12 34 56 78", "+33612345678", "fr-FR")]
    [InlineData("612 34 56 78", "+34612345678", "es-ES")]
    [InlineData("13812345678", "+8613812345678", "zh-CN")]
    [InlineData("SO-10042", null, "en")]
    [InlineData("12345", null, "en")]
    [InlineData("I don't have one", null, "en")]
    public void Phone_numbers_are_written_as_E164(string text, string? number, string locale) =>
        Assert.Equal(number, Customer.Sets(text, new ExpectedValue("phone", ValueKind.Phone, []), locale));

    [Theory]
    [InlineData("12 Market Street, Leeds LS1 4AP", "12 Market Street, Leeds LS1 4AP", "en-GB")]
    [InlineData("please send it to 12 Market Street, Leeds LS1 4AP instead, thanks", "12 Market Street, Leeds LS1 4AP", "en-GB")]
    [InlineData("my new address is 500 Oak Ave, Apt 4, Springfield, IL 62704", "500 Oak Ave, Apt 4, Springfield, IL 62704", "en-US")]
    [InlineData("Musterstraße 12a, 10115 Berlin", "Musterstraße 12a, 10115 Berlin", "de-DE")]
    [InlineData("Bitte an Hauptstr. 5, 80331 München schicken", "Hauptstr. 5, 80331 München", "de-DE")]
    [InlineData("Am Markt 3\n04109 Leipzig", "Am Markt 3, 04109 Leipzig", "de-DE")]
    [InlineData("12 rue de la Paix, 75002 Paris", "12 rue de la Paix, 75002 Paris", "fr-FR")]
    [InlineData("5 bis avenue Foch, 69006 Lyon s'il vous plaît", "5 bis avenue Foch, 69006 Lyon", "fr-FR")]
    [InlineData("Calle Mayor 5, 28013 Madrid", "Calle Mayor 5, 28013 Madrid", "es-ES")]
    [InlineData("Calle de Alcalá, 42, 28014 Madrid, por favor", "Calle de Alcalá, 42, 28014 Madrid", "es-ES")]
    [InlineData("北京市朝阳区建国路88号", "北京市朝阳区建国路88号", "zh-CN")]
    [InlineData("I moved", null, "en")]
    [InlineData("somewhere else", null, "en")]
    [InlineData("where is my order SO-10042?", null, "en")]
    public void Addresses_are_written_on_one_line(string text, string? address, string locale) =>
        Assert.Equal(address, Customer.Sets(text, new ExpectedValue("address", ValueKind.Address, []), locale));
}
