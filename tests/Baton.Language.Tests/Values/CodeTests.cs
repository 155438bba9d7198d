namespace Baton.Language.Tests;

public sealed class CodeTests
{
    [Theory]
    [InlineData("SO-10042", "SO-10042")]
    [InlineData("order so10042", "SO-10042")]
    [InlineData("#SO 10042", "SO-10042")]
    [InlineData("so-10042.", "SO-10042")]
    [InlineData("It's SO_10042, I think", "SO-10042")]
    [InlineData("my order number is so 10042 thanks", "SO-10042")]
    [InlineData("(SO-10042)", "SO-10042")]
    [InlineData("SO–10042", "SO-10042")]
    [InlineData("where is SO-10042??", "SO-10042")]
    [InlineData("sorry, it's SO-10043 not SO-10042", "SO-10043")]
    [InlineData("SO-10042, no wait, SO-10043", "SO-10043")]
    [InlineData("not SO-10042", null)]
    [InlineData("SO-10042 and SO-10043", null)]
    [InlineData("I don't have it", null)]
    [InlineData("10042", null)]
    [InlineData("SO-1004", null)]
    [InlineData("SO-100421", null)]
    [InlineData("call me at 0171 10042", null)]
    public void Codes_are_found_as_people_write_them(string text, string? code) =>
        Assert.Equal(code, Customer.Sets(text, Customer.Order(hasChoices: false)));

    [Theory]
    [InlineData("10042", "SO-10042")]
    [InlineData("it's 10042", "SO-10042")]
    [InlineData("so10042", "SO-10042")]
    [InlineData("1004", null)]
    public void Where_the_letters_never_change_digits_are_enough(string text, string? code) =>
        Assert.Equal(code, Customer.Sets(text, new ExpectedValue("order", ValueKind.Code, [], @"SO-\d{5}")));
}
