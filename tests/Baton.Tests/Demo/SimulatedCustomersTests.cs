using System.Net;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tests;

public sealed class SimulatedCustomersTests : IDisposable
{
    private readonly FakeApi _api = new();
    private readonly EagerTime _time = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task They_open_as_simulated_with_the_shops_word_for_who_they_are()
    {
        using var customers = await StartAsync(1);

        var opened = await _api.NextAsync();

        Assert.Equal("open", opened.What);
        Assert.True(opened.Body.GetProperty("simulated").GetBoolean());
        Assert.Contains(opened.Body.GetProperty("locale").GetString(), SimulatedScripts.All.Select(script => script.Locale));
        if (opened.Body.TryGetProperty("identity", out var identity))
            Assert.StartsWith("token of ", identity.GetString(), StringComparison.Ordinal);
        await customers.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_conversation_that_ends_makes_room_for_the_next_and_never_are_there_more_than_asked_for()
    {
        using var customers = await StartAsync(3);
        var opened = new List<string>();
        var closed = new HashSet<string>(StringComparer.Ordinal);

        while (opened.Count < 12)
        {
            var asked = await _api.NextAsync();
            if (asked.What == "open")
                opened.Add(asked.Conversation);
            else if (closed.Add(asked.Conversation))
                _api.Close(asked.Conversation);
        }

        Assert.InRange(_api.MostAtOnce, 1, 3);
        await customers.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_conversation_goes_from_the_question_to_thanks()
    {
        var visit = Visit(new Random(2));

        Assert.Equal("open", (await _api.NextAsync()).What);
        Assert.Equal("Where is my jacket?", await _api.NextSaidAsync());
        _api["c1"].Agent("Which order is it?");
        Assert.Equal("It is SO-10035.", await _api.NextSaidAsync());
        _api["c1"].Agent("It comes tomorrow.");
        Assert.Equal("Thank you, that helps. That's all!", await _api.NextSaidAsync());
        _api["c1"].Holder("closed");

        Assert.Equal("done after 3 messages", await visit);
    }

    [Fact]
    public async Task A_broken_connection_goes_on_after_the_last_event_that_was_seen()
    {
        var visit = Visit(new Random(2));
        await _api.NextAsync();
        await _api.NextAsync();
        _api["c1"].Agent("Which order is it?");
        await _api.NextAsync();

        _api["c1"].Drop();
        _api["c1"].Agent("It comes tomorrow.");

        Assert.Equal("Thank you, that helps. That's all!", await _api.NextSaidAsync());
        Assert.Equal("1", _api["c1"].LastEventId);
        _api["c1"].Holder("closed");
        await visit;
    }

    [Fact]
    public async Task A_service_that_is_busy_or_away_is_asked_again()
    {
        _api.Failures.Enqueue(HttpStatusCode.TooManyRequests);
        _api.Failures.Enqueue(HttpStatusCode.ServiceUnavailable);

        var visit = Visit(new Random(2));

        Assert.Equal("open", (await _api.NextAsync()).What);
        await _api.NextAsync();
        _api["c1"].Holder("closed");
        await visit;
    }

    [Fact]
    public async Task A_refusal_is_taken_as_one()
    {
        _api.Failures.Enqueue(HttpStatusCode.Unauthorized);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => Visit(new Random(2)));

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
    }

    [Fact]
    public async Task Who_is_left_alone_asks_once_and_then_goes()
    {
        var visit = Visit(new Random(2));
        await _api.NextAsync();
        await _api.NextAsync();

        await _time.LongWaitPassesAsync();
        Assert.Equal("Hello? Is anybody there?", await _api.NextSaidAsync());
        await _time.LongWaitPassesAsync();
        await visit;

        var asked = await _api.NextAsync();
        Assert.Equal("leave", asked.What == "rating" ? (await _api.NextAsync()).What : asked.What);
    }

    private async Task<SimulatedCustomers> StartAsync(int count)
    {
        var options = new SimulatedCustomersOptions(new Uri("http://baton.test"), count, customer => "token of " + customer, Seed: 3);
        var customers = new SimulatedCustomers(options, _api, _time, NullLogger<SimulatedCustomers>.Instance);
        await customers.StartAsync(TestContext.Current.CancellationToken);
        return customers;
    }

    private Task<string> Visit(Random random)
    {
        var script = new SimulatedScript
        {
            Name = "test",
            Locale = "en",
            Temperament = SimulatedTemperament.Patient,
            Order = "SO-10035",
            Says = ["Where is my jacket?"],
            Shorter = "Where is SO-10035?",
        };
        var client = new SimulatedClient(_api.CreateClient(""), new Uri("http://baton.test"), _time);
        return new SimulatedVisit(client, script, random, _time).RunAsync(null, TestContext.Current.CancellationToken);
    }
}
