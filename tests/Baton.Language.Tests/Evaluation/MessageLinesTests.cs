using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Language.Tests;

public sealed class MessageLinesTests
{
    [Fact]
    public async Task A_line_in_gives_a_line_out_with_probabilities_for_every_feeling()
    {
        var read = await Read("""{"id":7,"text":"das ist eine bodenlose Frechheit!!","locale":"de","before":[{"from":"agent","text":"Leider nicht möglich."}]}""");

        Assert.Equal(7, read.GetProperty("id").GetInt32());
        Assert.Equal("de", read.GetProperty("language").GetString());
        Assert.Equal(1, read.GetProperty("feelings").EnumerateObject().Sum(feeling => feeling.Value.GetDouble()), 0.01);
        Assert.True(read.GetProperty("dissatisfaction").GetDouble() > 0.5);
        Assert.False(read.GetProperty("asksForPerson").GetBoolean());
    }

    [Fact]
    public async Task Values_are_found_when_wanted()
    {
        var read = await Read("""{"text":"write to ada@example.com, I paid 12,50 €"}""", findsValues: true);

        Assert.Equal(["ada@example.com", "12.50 EUR"], read.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()).OrderDescending());
    }

    [Fact]
    public async Task Intents_come_from_examples_given_as_lines()
    {
        var examples = string.Join('\n', Customer.ShopIntents.SelectMany(intent => intent.Examples.Select(text => JsonSerializer.Serialize(new { intent = intent.Name, text }))));
        var reader = new MessageLines(new EmbeddedInterpreter(), MessageLines.ReadIntents(new StringReader(examples)), false, new FakeTimeProvider(Customer.Now));

        var line = await reader.ReadAsync(new StringReader("""{"text":"pls cancel my order"}"""), TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal("cancel-order", JsonDocument.Parse(line).RootElement.GetProperty("intent").GetString());
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{\"txt\":\"hello\"}")]
    [InlineData("[1]")]
    public async Task A_line_that_cannot_be_read_is_named(string line)
    {
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Read("{\"text\":\"hello\"}\n" + line));

        Assert.Contains("2", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Read(string lines, bool findsValues = false)
    {
        var reader = new MessageLines(new EmbeddedInterpreter(), [], findsValues, new FakeTimeProvider(Customer.Now));
        var last = "";
        await foreach (var line in reader.ReadAsync(new StringReader(lines), TestContext.Current.CancellationToken))
            last = line;
        return JsonDocument.Parse(last).RootElement;
    }
}
