namespace Baton.Language.Tests;

/// <summary>How satisfied a reader would take the customer to be, which is more than what the customer shows.</summary>
public sealed class SatisfactionTests
{
    private static readonly EmbeddedInterpreter _interpreter = new();

    [Fact]
    public async Task Thanks_stand_above_an_ordinary_turn_and_anger_below()
    {
        var ordinary = await ReadAsync("And a table for four, please.", ("customer", "I need a restaurant in the centre."), ("agent", "The Oak is in the centre. For how many people?"));
        var thanks = await ReadAsync("Perfect, thank you so much!", ("customer", "I need a restaurant in the centre."), ("agent", "Booked: The Oak, four people, seven o'clock."));
        var anger = await ReadAsync("You booked the wrong day again, this is ridiculous.", ("customer", "I need a restaurant in the centre."), ("agent", "Booked: The Oak, four people, seven o'clock."));
        Assert.InRange(ordinary, 0.25, 0.75);
        Assert.True(anger < ordinary && ordinary < thanks, $"{anger:0.00} {ordinary:0.00} {thanks:0.00}");
    }

    [Fact]
    public async Task Who_goes_on_politely_after_a_reply_that_gave_nothing_is_less_satisfied_than_after_one_that_did()
    {
        const string Next = "What about the south of town?";
        var given = await ReadAsync(Next, ("customer", "Is there a cheap hotel in the north?"), ("agent", "There are two: the Bell and the Swan."));
        var nothing = await ReadAsync(Next, ("customer", "Is there a cheap hotel in the north?"), ("agent", "Unfortunately there are no cheap hotels in the north."));
        Assert.True(nothing < given - 0.05, $"{nothing:0.00} {given:0.00}");
    }

    [Theory]
    [InlineData("No, something cheaper, please.", "Yes, that one, please.")]
    [InlineData("Nein, lieber etwas Günstigeres.", "Ja, das nehme ich gern.")]
    public async Task Who_turns_an_offer_down_is_less_satisfied_than_who_takes_it(string down, string taken)
    {
        (string, string)[] offer = [("customer", "A hotel in the north, please."), ("agent", "The Swan has a room for 140. Shall I book it?")];
        Assert.True(await ReadAsync(down, offer) < await ReadAsync(taken, offer) - 0.05);
    }

    private static async Task<double> ReadAsync(string text, params (string Speaker, string Text)[] before)
    {
        var reading = await _interpreter.ReadAsync(
            new ReadingRequest { Text = text, Now = Customer.Now, Course = [.. before.Select(turn => new Turn(turn.Speaker, turn.Text))] }, TestContext.Current.CancellationToken);
        return reading.Satisfaction!.Value;
    }
}
