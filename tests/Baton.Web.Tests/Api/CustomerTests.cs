using Baton.Desk;
using Baton.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web.Tests;

public sealed class CustomerTests
{
    [Fact]
    public async Task A_message_is_accepted_once_and_read_back()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync(new { locale = "de-AT" });
        Assert.False(opened.Identified);

        var first = await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "Wo ist meine Bestellung? 📦" });
        var second = await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "something else" });

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal((false, true), (first.Json.GetProperty("repeat").GetBoolean(), second.Json.GetProperty("repeat").GetBoolean()));
        Assert.Equal(first.Json.GetProperty("seq").GetInt32(), second.Json.GetProperty("seq").GetInt32());
        Assert.Equal(first.Json.GetProperty("at").GetDateTimeOffset(), second.Json.GetProperty("at").GetDateTimeOffset());

        var read = await server.GetAsync(opened.Path("events"), opened.Token);
        var written = Assert.Single(read.Json.GetProperty("events").EnumerateArray(), e => e.GetProperty("type").GetString() == "message" && e.GetProperty("from").GetString() == "customer");
        Assert.DoesNotContain(written.EnumerateObject(), member => member.Name == "eventName");
        Assert.Equal("Wo ist meine Bestellung? 📦", written.GetProperty("text").GetString());
        Assert.Equal("m-1", written.GetProperty("id").GetString());
        Assert.Equal(first.Json.GetProperty("seq").GetInt32(), written.GetProperty("seq").GetInt32());

        var last = read.Json.GetProperty("last").GetInt32();
        var later = await server.GetAsync(opened.Path($"events?after={last}"), opened.Token);
        Assert.All(later.Json.GetProperty("events").EnumerateArray(), e => Assert.True(e.GetProperty("seq").GetInt32() > last));
    }

    [Fact]
    public async Task The_stream_sends_what_was_what_comes_and_resumes_without_gap_or_repeat()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "one" });

        string? seen;
        await using (var stream = await StreamReading.OpenAsync(server, opened))
        {
            Assert.Equal("text/event-stream", stream.Answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("one", await NextCustomerTextAsync(stream));
            await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-2", text = "two" });
            var next = await stream.NextAsync();
            while (!next!.Value.Data.Contains("\"two\"", StringComparison.Ordinal)) next = await stream.NextAsync();
            seen = next.Value.EventId;
        }

        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-3", text = "three" });
        await using (var stream = await StreamReading.OpenAsync(server, opened, lastEventId: seen))
            Assert.Equal("three", await NextCustomerTextAsync(stream));
        await using (var stream = await StreamReading.OpenAsync(server, opened, query: $"?after={seen}"))
            Assert.Equal("three", await NextCustomerTextAsync(stream));
    }

    [Fact]
    public async Task Typing_of_the_agent_is_streamed_without_an_id_and_the_customers_own_is_not()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        await using var stream = await StreamReading.OpenAsync(server, opened);
        await stream.NextAsync();
        Assert.Equal(204, (await server.PostAsync(opened.Path("typing"), opened.Token, new { on = true })).Status);
        server.Services.GetRequiredService<ILiveFeed>().Typing(new ConversationId(opened.Conversation), new("agent", null, true));

        var next = await stream.NextAsync();
        while (next?.EventType != "typing") next = await stream.NextAsync();
        Assert.Null(next.Value.EventId);
        Assert.Contains("\"who\":\"agent\"", next.Value.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_ends_when_the_server_stops()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        await using var stream = await StreamReading.OpenAsync(server, opened);
        await stream.NextAsync();

        var stopping = server.StopAsync();
        while (await stream.NextAsync() is not null)
        {
            // What is left of the history.
        }

        await stopping;
    }

    [Fact]
    public async Task Asking_for_a_person_rating_and_leaving_reach_the_conversation()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "hello" });

        Assert.Equal(202, (await server.PostAsync(opened.Path("person"), opened.Token)).Status);
        Assert.Equal(204, (await server.PostAsync(opened.Path("rating"), opened.Token, new { score = 4, comment = "quick" })).Status);
        Assert.Equal(204, (await server.PostAsync(opened.Path("leave"), opened.Token)).Status);

        var events = (await server.GetAsync(opened.Path("events"), opened.Token)).Json.GetProperty("events").EnumerateArray().ToList();
        Assert.Contains(events, e => e.GetProperty("type").GetString() == "holder" && e.GetProperty("holder").GetString() == "queue");
        Assert.Contains(events, e => e.GetProperty("type").GetString() == "rated" && e.GetProperty("score").GetInt32() == 4);
        Assert.Contains(events, e => e.GetProperty("type").GetString() == "holder" && e.GetProperty("holder").GetString() == "closed");
        Assert.DoesNotContain(events, e => e.ToString().Contains("quick", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "You: ", "AI assistant: ")]
    [InlineData("de-AT", "Sie: ", "KI-Assistent: ")]
    [InlineData("zh", "您: ", "AI 助手: ")]
    [InlineData("pt", "You: ", "AI assistant: ")]
    public async Task The_transcript_is_a_text_file_with_who_said_what(string locale, string customer, string agent)
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync(new { locale });
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "Where is it?" });

        var file = await server.GetAsync(opened.Path("transcript"), opened.Token);

        Assert.Equal("text/plain", file.ContentHeaders.ContentType?.MediaType);
        Assert.Equal("attachment", file.ContentHeaders.ContentDisposition?.DispositionType);
        Assert.Contains($"{customer}Where is it?", file.Text, StringComparison.Ordinal);
        // Whoever greets at the start is the service; the agent speaks under its own name.
        Assert.DoesNotContain(file.Text.Split('\n'), line => line.Contains("You wrote", StringComparison.Ordinal) && !line.Contains(agent, StringComparison.Ordinal));
    }

    private static async Task<string> NextCustomerTextAsync(StreamReading stream)
    {
        while (true)
        {
            var next = await stream.NextJsonAsync();
            if (next.GetProperty("type").GetString() == "message" && next.GetProperty("from").GetString() == "customer") return next.GetProperty("text").GetString()!;
        }
    }
}
