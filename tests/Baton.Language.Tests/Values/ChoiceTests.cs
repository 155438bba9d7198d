namespace Baton.Language.Tests;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("SO-10037", "SO-10037", "en")]
    [InlineData("so10037 please", "SO-10037", "en")]
    [InlineData("10037", "SO-10037", "en")]
    [InlineData("the one ending in 037", "SO-10037", "en")]
    [InlineData("the first one", "SO-10042", "en")]
    [InlineData("2", "SO-10037", "en")]
    [InlineData("number 3", "SO-10011", "en")]
    [InlineData("the second", "SO-10037", "en")]
    [InlineData("option two", "SO-10037", "en")]
    [InlineData("the last one in the list", "SO-10011", "en")]
    [InlineData("my last order", "SO-10042", "en")]
    [InlineData("the newest", "SO-10042", "en")]
    [InlineData("the most recent one", "SO-10042", "en")]
    [InlineData("the oldest", "SO-10011", "en")]
    [InlineData("my previous order", "SO-10037", "en")]
    [InlineData("the one from 12 November", "SO-10042", "en")]
    [InlineData("the one from 3.11.", "SO-10037", "de")]
    [InlineData("the one I bought in October", "SO-10011", "en")]
    [InlineData("the blue one", "SO-10042", "en")]
    [InlineData("the rain jacket", "SO-10042", "en")]
    [InlineData("teh boots", "SO-10037", "en")]
    [InlineData("the scraf", "SO-10011", "en")]
    [InlineData("not the blue one, the brown one", "SO-10037", "en")]
    [InlineData("no, I meant the red one", "SO-10011", "en")]
    [InlineData("not SO-10042, SO-10011", "SO-10011", "en")]
    [InlineData("Rain jacket, blue, 12 November", "SO-10042", "en")]
    [InlineData("die blaue", "SO-10042", "de")]
    [InlineData("meine letzte Bestellung", "SO-10042", "de")]
    [InlineData("die zweite bitte", "SO-10037", "de")]
    [InlineData("die vom 3. November", "SO-10037", "de")]
    [InlineData("nein, ich meinte die rote", "SO-10011", "de")]
    [InlineData("la azul", "SO-10042", "es")]
    [InlineData("mi último pedido", "SO-10042", "es")]
    [InlineData("el segundo", "SO-10037", "es")]
    [InlineData("la bleue", "SO-10042", "fr")]
    [InlineData("ma dernière commande", "SO-10042", "fr")]
    [InlineData("la deuxième", "SO-10037", "fr")]
    [InlineData("蓝色的", "SO-10042", "zh")]
    [InlineData("第二个", "SO-10037", "zh")]
    [InlineData("最新的订单", "SO-10042", "zh")]
    [InlineData("the green one", null, "en")]
    [InlineData("one of them", null, "en")]
    [InlineData("the one from November", null, "en")]
    [InlineData("the fourth one", null, "en")]
    [InlineData("not the blue one", null, "en")]
    [InlineData("I don't know", null, "en")]
    [InlineData("the second time I ask", null, "en")]
    [InlineData("all of them", null, "en")]
    public void Choices_are_found_by_name_place_age_and_words(string text, string? value, string locale) =>
        Assert.Equal(value, Customer.Sets(text, new ExpectedValue("order", ValueKind.Choice, Customer.Orders), locale));

    [Fact]
    public void Not_the_one_of_two_is_the_other() =>
        Assert.Equal("SO-10037", Customer.Sets("not the blue one", new ExpectedValue("order", ValueKind.Choice, [Customer.Orders[0], Customer.Orders[1]])));

    [Theory]
    [InlineData("no, I meant the red one")]
    [InlineData("sorry, it's SO-10011 not SO-10042")]
    [InlineData("actually SO-10011")]
    [InlineData("nein, die rote")]
    public void A_corrected_value_says_so(string text) =>
        Assert.Contains(Customer.Writes(text, procedure: "refund", expected: Customer.Order()).Commands, command => command is SetValue { Value: "SO-10011", IsCorrection: true });

    [Theory]
    [InlineData("where is my order, it should have been delivered")]
    [InlineData("I want the first available date")]
    [InlineData("2 of them are broken")]
    [InlineData("this is the third time I ask")]
    public void A_story_chooses_nothing_unasked(string text) =>
        Assert.DoesNotContain(Customer.Writes(text, procedure: "refund", open: [Customer.Order()]).Commands, command => command is SetValue);

    [Theory]
    [InlineData("please cancel the blue jacket", "SO-10042")]
    [InlineData("where is my last order?", "SO-10042")]
    [InlineData("the invoice for SO-10037", "SO-10037")]
    [InlineData("the boots from 3 November don't fit", "SO-10037")]
    public void A_choice_named_unasked_is_understood(string text, string value) =>
        Assert.Contains(Customer.Writes(text, open: [Customer.Order()]).Commands, command => command is SetValue set && set.Value == value);
}
