using CsCheck;

namespace Baton.Language.Tests;

public sealed class TokenTests
{
    [Theory]
    [InlineData("I don't KNOW", "i dont know")]
    [InlineData("sooo late!!!", "so late !!")]
    [InlineData("Straße, Œuvre, ÉTÉ", "strasse oeuvre ete")]
    [InlineData("order 12,50", "order 00 00")]
    [InlineData("我的订单", "我 的 订 单")]
    [InlineData("why?! 😡👍🏽", "why !? 😡 👍")]
    [InlineData("ok :-( see http://x.de", "ok :( see http x de")]
    [InlineData("well...", "well ...")]
    [InlineData("", "")]
    public void A_message_is_taken_apart_and_folded(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokens(text)));

    [Fact]
    public void Any_text_is_read_and_every_token_stands_where_it_says() =>
        Gen.String[0, 2000].Sample(text =>
        {
            var tokens = new TokenBuffer();
            tokens.Read(text);
            var end = 0;
            for (var token = 0; token < tokens.Count; token++)
            {
                if (tokens[token].Start < end || tokens[token].End > text.Length || tokens[token].End <= tokens[token].Start)
                    return false;
                end = tokens[token].End;
            }

            return true;
        });

    [Fact]
    public void Of_a_very_long_message_beginning_and_end_count()
    {
        var tokens = Tokens("first " + string.Concat(Enumerable.Repeat("middle ", 2000)) + "last").ToList();

        Assert.Equal(TokenBuffer.MaximumTokens, tokens.Count);
        Assert.Equal("first", tokens[0]);
        Assert.Equal("last", tokens[^1]);
    }

    private static IEnumerable<string> Tokens(string text)
    {
        var tokens = new TokenBuffer();
        tokens.Read(text);
        return Enumerable.Range(0, tokens.Count).Select(token => tokens.Form(token).ToString());
    }
}
