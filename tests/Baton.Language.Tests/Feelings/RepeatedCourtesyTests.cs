namespace Baton.Language.Tests;

/// <summary>Manners said again are no question asked again, and no to a question is no complaint.</summary>
public sealed class RepeatedCourtesyTests
{
    private static readonly EmbeddedInterpreter _interpreter = new();

    public static TheoryData<string[], string> Talk { get; } = new()
    {
        { ["thank you 3", "Hello! What can I do for you?", "thank you 48", "You're welcome. Is there anything else?"], "thank you 99" },
        { ["thanks", "You're welcome. Is there anything else?", "thanks again", "Glad to help. Anything else?"], "thank you" },
        { ["is the pool open", "Yes, until eight. Can I help with something else?", "and the sauna?", "Until nine. Can I help with something else?"], "No, that is all thank you." },
        { ["two seats please", "Please confirm: two seats on Friday.", "yes that's fine", "Please confirm: row four."], "Sure, that is fine with me." },
        { ["Danke", "Gern geschehen. Sonst noch etwas?", "Danke schön", "Sehr gern. Sonst noch etwas?"], "Nein danke, das war alles" },
    };

    [Theory]
    [MemberData(nameof(Talk))]
    public async Task Courtesy_repeated_is_not_dissatisfaction(string[] before, string text)
    {
        var reading = await _interpreter.ReadAsync(
            new ReadingRequest { Text = text, Locale = "en", Now = Customer.Now, Course = [.. before.Select((said, number) => new Turn(number % 2 == 0 ? "customer" : "agent", said))] },
            TestContext.Current.CancellationToken);

        Assert.InRange(reading.Dissatisfaction ?? 1, 0, 0.4);
    }
}
