namespace Baton.Language.Tests;

public sealed class FewExamplesTests
{
    private static readonly IntentDefinition _giftCards = Customer.Intent(
        "gift-card", "I'd like to buy a gift card", "Can I get a voucher for my mother", "Do you sell gift cards", "gift voucher please", "How do I order a gift certificate",
        "I want to give somebody a voucher", "What amounts do your gift cards have", "Can you send the gift card by e-mail", "How long is a gift card valid", "I need a present voucher for 50 euros");

    [Theory]
    [InlineData("hello, is it possible to purchase a gift voucher for a friend?")]
    [InlineData("how can i buy gift cards for my team")]
    [InlineData("is there such a thing as a gift card at your shop")]
    public async Task Ten_sentences_are_enough_for_a_procedure_never_seen_before(string text)
    {
        var reading = await Read(text, [.. Customer.ShopIntents, _giftCards]);

        Assert.Contains(new StartProcedure("gift-card"), reading.Commands);
    }

    [Fact]
    public async Task A_list_of_the_same_procedures_gives_the_same_reading()
    {
        var first = await Read("where is my parcel", [.. Customer.ShopIntents]);
        var second = await Read("where is my parcel", [.. Customer.ShopIntents]);

        Assert.Equal(first.Probability, second.Probability);
    }

    [Fact]
    public async Task Without_procedures_a_message_is_still_read()
    {
        var reading = await Read("could I speak to somebody", []);

        Assert.True(reading.AsksForPerson);
        Assert.Null(reading.Intent);
    }

    [Theory]
    [InlineData("SO-10037", false)]
    [InlineData("the boots, they are too small", false)]
    [InlineData("actually, where is my other parcel? When will it arrive?", true)]
    [InlineData("wait, can you send me the invoice first please", true)]
    public void An_answer_wins_over_a_new_wish_unless_it_clearly_is_one(string text, bool isOtherWish)
    {
        var reading = Customer.Writes(text, procedure: "refund", expected: Customer.Order());

        Assert.Equal(isOtherWish, reading.Commands.Any(command => command is StartProcedure));
        Assert.Equal(!isOtherWish, reading.Commands.Any(command => command is SetValue));
    }

    [Fact]
    public void The_nearest_intents_are_named_even_when_none_is_sure()
    {
        var reading = Customer.Writes("something about my order");

        Assert.Equal(3, reading.Nearest.Count);
        Assert.True(reading.Nearest[0].Probability >= reading.Nearest[1].Probability);
    }

    private static async Task<Reading> Read(string text, IReadOnlyList<IntentDefinition> intents) =>
        await new EmbeddedInterpreter().ReadAsync(new ReadingRequest { Text = text, Now = Customer.Now, Intents = intents }, TestContext.Current.CancellationToken);
}
