namespace Baton.Language.Tests;

public sealed class FreeTextTests
{
    [Fact]
    public void Free_words_that_were_asked_for_are_the_whole_message() =>
        Assert.Equal("the zip broke on the first day", Customer.Sets("the zip broke on the first day ", new ExpectedValue("reason", ValueKind.Text, [])));

    [Theory]
    [InlineData("can I talk to a person?")]
    [InlineData("never mind")]
    [InlineData("why do you ask?")]
    [InlineData("what?")]
    [InlineData("hello")]
    public void What_does_something_else_is_no_free_text(string text) =>
        Assert.Null(Customer.Sets(text, new ExpectedValue("reason", ValueKind.Text, [])));
}
